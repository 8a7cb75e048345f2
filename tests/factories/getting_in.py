from datetime import timedelta

import factory
from factory.django import DjangoModelFactory

from members.models import Invitation, MemberImport
from tests.factories.corpparent import NOW
from tests.factories.members import PersonFactory


class InvitationFactory(DjangoModelFactory):
    """Open at NOW; `InvitationFactory(secret="…")` knows its secret."""

    class Meta:
        model = Invitation

    class Params:
        secret = factory.Sequence(lambda n: f"secret-{n}")

    person = factory.SubFactory(PersonFactory)
    secret_hash = factory.LazyAttribute(lambda invitation: Invitation.hash_of(invitation.secret))
    sent_at = NOW
    expires_at = NOW + timedelta(days=7)


class MemberImportFactory(DjangoModelFactory):
    class Meta:
        model = MemberImport

    form = MemberImport.Form.MODERNGOV
    name = "councillors.xml"
    status = MemberImport.Status.READY
    brought_at = NOW

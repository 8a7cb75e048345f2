from datetime import UTC, date, datetime, timedelta

import factory
from factory.django import DjangoModelFactory

from pledges.models import (
    Action,
    ActionNote,
    Commitment,
    Drawing,
    EasyRead,
    Evidence,
    Measure,
    Offer,
    Pledge,
    PledgeImport,
    PledgeSettings,
    Progress,
    Promise,
    Shortfall,
    Signature,
    Voice,
)
from tests.factories.bodies import BodyFactory
from tests.factories.corpparent import StoredFileFactory
from tests.factories.members import PersonFactory

NOW = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)


class PledgeFactory(DjangoModelFactory):
    """A draft; `live=True` is one that is published."""

    class Meta:
        model = Pledge

    class Params:
        live = factory.Trait(status="live", published_at=NOW, review_on=date(2027, 9, 1))

    title = factory.Sequence(lambda n: f"Our pledge {n}")
    group = Pledge.Group.CHILDREN
    starts_on = date(2025, 4, 1)
    ends_on = date(2028, 3, 31)


class PromiseFactory(DjangoModelFactory):
    class Meta:
        model = Promise

    pledge = factory.SubFactory(PledgeFactory)
    number = factory.Sequence(lambda n: n % 30_000 + 1)
    wording = factory.LazyAttribute(lambda promise: f"We will keep promise {promise.number}.")
    theme = "settled-home"
    principle = 6


class MeasureFactory(DjangoModelFactory):
    class Meta:
        model = Measure

    promise = factory.SubFactory(PromiseFactory)
    kind = Measure.Kind.NARRATIVE
    question = "What was celebrated?"


class CommitmentFactory(DjangoModelFactory):
    class Meta:
        model = Commitment

    pledge = factory.SubFactory(PledgeFactory)
    partner = factory.SubFactory(BodyFactory, kind="partner")
    wording = "We will see every child within four weeks."
    theme = "health"
    principle = 1
    made_on = date(2025, 4, 1)


class ProgressFactory(DjangoModelFactory):
    """Of the quarter July to September 2026."""

    class Meta:
        model = Progress

    promise = factory.SubFactory(PromiseFactory)
    period = "2026-27-Q2"
    starts_on = date(2026, 7, 1)
    ends_on = date(2026, 9, 30)
    voice = Progress.Voice.OFFICERS
    rating = Progress.Rating.PARTLY
    words = "Half of the moves had a visit first."
    recorded_by = factory.SubFactory(PersonFactory)
    recorded_at = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)


class VoiceFactory(DjangoModelFactory):
    class Meta:
        model = Voice

    heard_on = date(2026, 9, 2)
    source = Voice.Source.YOUNG_PEOPLE
    how = Voice.How.COUNCIL
    theme = "ordinary-life"
    said = "Bus passes stop in the holidays. So we stay in."
    recorded_by = factory.SubFactory(PersonFactory)
    recorded_at = datetime(2026, 9, 3, 9, 0, tzinfo=UTC)


class ActionFactory(DjangoModelFactory):
    class Meta:
        model = Action

    title = factory.Sequence(lambda n: f"Write to the bus company, {n}")
    why = "Passes stop in the holidays."
    owner = factory.SubFactory(PersonFactory)
    due_on = factory.LazyAttribute(lambda action: (action.raised_at + timedelta(days=28)).date())
    first_due_on = factory.SelfAttribute("due_on")
    source_kind = "promise"
    source_id = factory.Faker("uuid4")
    source_label = "We will celebrate with you."
    theme = "ordinary-life"
    raised_by = factory.SubFactory(PersonFactory)
    raised_at = NOW


class ShortfallFactory(DjangoModelFactory):
    class Meta:
        model = Shortfall

    source_kind = "promise"
    source_id = factory.Faker("uuid4")
    source_label = "We will celebrate with you."
    why = "I would want more for my own."
    theme = "ordinary-life"
    raised_by = factory.SubFactory(PersonFactory)
    raised_at = NOW


class OfferFactory(DjangoModelFactory):
    """A draft; `public=True` is one that is published and was confirmed on 1 September 2026."""

    class Meta:
        model = Offer

    class Params:
        public = factory.Trait(status="published", published_at=NOW, confirmed_on=date(2026, 9, 1))

    title = factory.Sequence(lambda n: f"A first flat, {n}")
    slug = factory.Sequence(lambda n: f"a-first-flat-{n}")
    need = Offer.Need.HOUSING
    from_age = 18
    to_age = 25
    for_whom = "Care leavers from 18 to 25"
    what = "A flat of your own, with somebody to help."
    how = "Ask your personal adviser, or ring."
    run_by = "Larchford Homes"


class SignatureFactory(DjangoModelFactory):
    class Meta:
        model = Signature

    pledge = factory.SubFactory(PledgeFactory)
    signed_as = factory.Sequence(lambda n: f"Leader of the council {n}")
    signed_on = date(2025, 3, 20)


class EvidenceFactory(DjangoModelFactory):
    class Meta:
        model = Evidence

    progress = factory.SubFactory(ProgressFactory)
    dated_on = date(2026, 9, 20)
    title = "Count of visits before a move"


class EasyReadFactory(DjangoModelFactory):
    class Meta:
        model = EasyRead

    pledge = factory.SubFactory(PledgeFactory)
    title = "Our promises to you"
    written_by = factory.SubFactory(PersonFactory)
    written_at = NOW


class DrawingFactory(DjangoModelFactory):
    class Meta:
        model = Drawing

    promise = factory.SubFactory(PromiseFactory)
    file = factory.SubFactory(StoredFileFactory)
    alternative = "A house with an open door"
    brought_by = factory.SubFactory(PersonFactory)
    brought_at = NOW
    nobody_recognisable = True


class ActionNoteFactory(DjangoModelFactory):
    class Meta:
        model = ActionNote

    action = factory.SubFactory(ActionFactory)
    kind = ActionNote.Kind.NOTE
    words = "The company answers next week."
    by = factory.SubFactory(PersonFactory)
    at = NOW


class PledgeSettingsFactory(DjangoModelFactory):
    class Meta:
        model = PledgeSettings
        django_get_or_create = ["pk"]

    pk = 1


class PledgeImportFactory(DjangoModelFactory):
    class Meta:
        model = PledgeImport

    pledge = factory.SubFactory(PledgeFactory)
    name = "promises.csv"
    sha256 = "0" * 64
    brought_by = factory.SubFactory(PersonFactory)
    brought_at = NOW

"""Coming in and going out: invitations, the first passkey or password, codes, the end of all sign-ins."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.utils import decrypt
from allauth.mfa.webauthn.internal.auth import WebAuthn
from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.timezone import localdate

from corpparent import jobs
from corpparent.models import Event
from corpparent.rules import NotAllowed, why_not
from members import words
from members.events import INVITATION_ACCEPTED, PERSON_INVITED, SIGNED_OUT_EVERYWHERE
from members.models import Council, Invitation, Person
from members.rules import getting_in as rules

SEND = "send-invitation"
LASTS = timedelta(days=7)
SAME_PRESS = timedelta(minutes=1)
# What stands for a second proof; recovery codes only stand in for one that is lost.
FACTORS = [Authenticator.Type.WEBAUTHN, Authenticator.Type.TOTP]


def secret_of(public_id: UUID) -> str:
    """64 hexadecimal digits that the job which mails them can make again; the database holds only their hash."""
    return salted_hmac("members.invitation", str(public_id), algorithm="sha256").hexdigest()


@transaction.atomic
def invite(*, person: Person, by: Person | None, at: datetime) -> Invitation:
    """Send `person` a link with which they come in once, within seven days; an earlier one ends. Raises NotAllowed.

    A second press within a minute finds the invitation that the first one sent.
    """
    if by is not None:
        rules.check_can_invite(by.standing_on(localdate(at)))
    person = Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    rules.check_can_be_invited(is_active=person.is_active, email=person.email)
    open_ones = person.invitations.open(at)
    if sent := open_ones.filter(sent_at__gt=at - SAME_PRESS).first():
        return sent
    open_ones.update(withdrawn_at=at)
    public_id = uuid4()
    invitation = Invitation.objects.create(
        public_id=public_id,
        person=person,
        secret_hash=Invitation.hash_of(secret_of(public_id)),
        sent_by=by,
        sent_at=at,
        expires_at=at + LASTS,
    )
    jobs.ask(kind=SEND, key=str(public_id), subject=invitation.reference, by_id=by.public_id if by else None, at=at)
    Event.record(PERSON_INVITED, about=invitation.reference, by=by, counts_for=person, at=at)
    return invitation


def send_invitation(running: jobs.Running) -> None:
    """The job: one mail with the link, unless the invitation has ended meanwhile. It names nobody."""
    invitation = Invitation.objects.select_related("person").get(public_id=running.job.subject_id)
    if invitation.used_at or invitation.withdrawn_at or not invitation.person.email:
        with running.finish("Not sent: the invitation had ended."):
            return
    link = settings.BASE_URL + reverse("members:invitation-accept", args=[secret_of(invitation.public_id)])
    context = {"link": link, "council": Council.current(), "until": invitation.expires_at, "words": words.glance()}
    body = render_to_string("members/email/invitation.txt", context)
    send_mail("An account waits for you", body, settings.DEFAULT_FROM_EMAIL, [invitation.person.email])
    with running.finish("Sent."):
        pass


def open_invitation(*, public_id: str, at: datetime) -> Invitation | None:
    """The invitation while it can still be used, and None for any other."""
    return Invitation.objects.open(at).filter(public_id=public_id, person__is_active=True).first()


@transaction.atomic
def accept_invitation(
    *, invitation: Invitation, at: datetime, password: str = "", passkey: tuple[str, dict] | None = None
) -> Authenticator | None:
    """Use the invitation up: keep the `passkey` (its name, what the browser sent) and return it, or the `password`.

    Both have been checked by the form. Raises NotAllowed when the invitation has ended meanwhile.
    """
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if not open_invitation(public_id=str(invitation.public_id), at=at):
        raise NotAllowed("This link does not work any more. Ask your council's administrator for a new one.")
    person = invitation.person
    invitation.used_at = at
    invitation.save(update_fields=["used_at"])
    kept = WebAuthn.add(person, *passkey).instance if passkey else None
    if password:
        person.set_password(password)
        person.save(update_fields=["password"])
    Event.record(INVITATION_ACCEPTED, about=invitation.reference, by=person, counts_for=person, at=at)
    return kept


@transaction.atomic
def sign_out_everywhere(*, person: Person, by: Person | None, at: datetime) -> Person:
    """End every sign-in of `person`, on all their devices. Raises NotAllowed."""
    if by is not None:
        rules.check_can_sign_out_everywhere(by.standing_on(localdate(at)), person_id=person.pk)
    person = Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    person.sign_outs += 1
    person.save(update_fields=["sign_outs"])
    Event.record(SIGNED_OUT_EVERYWHERE, about=person.reference, by=by, counts_for=person, at=at)
    return person


def can_remove_factor(authenticator: Authenticator) -> bool:
    """Whether its owner may do without it: someone whose role needs a second proof keeps the last one."""
    return not why_not_remove(authenticator)


def why_not_remove(authenticator: Authenticator) -> str:
    """Why it cannot be removed, in a sentence; "" when it can."""
    person = Person.objects.get(pk=authenticator.user_id)
    others = Authenticator.objects.filter(user=person, type__in=FACTORS).exclude(pk=authenticator.pk).count()
    standing = person.standing_on(localdate())
    return why_not(lambda: rules.check_can_remove_factor(standing, others=others))


@transaction.atomic
def give_codes(*, person: Person, secret: str) -> Authenticator:
    """Set the code app's secret (base32) of somebody in the invented council, where it may be printed. NotAllowed
    in a real one: there people scan their own.
    """
    if not Council.current().is_invented:
        raise NotAllowed("Codes are only given out in the invented council.")
    there = Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).first()
    if there and decrypt(there.data["secret"]) == secret:
        return there
    Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).delete()
    return TOTP.activate(person, secret).instance

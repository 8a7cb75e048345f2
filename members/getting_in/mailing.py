"""allauth's mails, sent by a job: no page waits for the mail server, and no link with a secret waits in a queue."""

from allauth.account import app_settings
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from corpparent import jobs
from corpparent.models import Job
from members import words
from members.models import Person

SEND = "send-account-mail"
NEW_PASSWORD = "account/email/password_reset_key"  # noqa: S105


def ask_to_mail(template: str, email: str) -> Job | None:
    """Ask for the mail that `template` begins the name of ("mfa/email/webauthn_added"), to whoever has this address.

    An address that is nobody's gets no mail: strangers could have it sent to anybody. Asked twice while the first
    waits is one mail.
    """
    person = Person.objects.with_email(email).filter(is_active=True).first()
    if person is None:
        return None
    key, by_id = f"{template}:{person.public_id}", person.public_id
    return jobs.ask(kind=SEND, key=key, subject=person.reference, by_id=by_id, at=timezone.now())


def send_account_mail(running: jobs.Running) -> None:
    """The job: one mail to the address that the person has now, unless the account was closed meanwhile."""
    template = running.job.key.partition(":")[0]
    person = Person.objects.filter(public_id=running.job.subject_id, is_active=True).exclude(email="").first()
    if person:
        context = {"words": words.glance(), "timestamp": running.job.asked_at}
        if template == NEW_PASSWORD:
            context["password_reset_url"] = link_to_new_password(person)
        subject = render_to_string(f"{template}_subject.txt", context).strip()
        body = render_to_string(f"{template}_message.txt", context)
        send_mail(subject, body, settings.DEFAULT_FROM_EMAIL, [person.email])
    with running.finish("Sent." if person else "Not sent: the account was closed."):
        pass


def link_to_new_password(person: Person) -> str:
    """Made only now, and under BASE_URL: what a request calls its host must not end up in a mail."""
    token = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(person)
    return settings.BASE_URL + reverse("account_reset_password_from_key", args=[user_pk_to_url_str(person), token])

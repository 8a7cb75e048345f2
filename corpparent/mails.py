"""A notice as e-mail, and what a failure to send it means. Neither says more than that something waits."""

import smtplib
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from corpparent.models import Notice

SUBJECT = "Something waits for you"


@dataclass(frozen=True)
class Trouble:
    """Why a mail did not leave, in `words` of ours: a server's own may repeat addresses."""

    words: str
    is_final: bool = False
    is_of_server: bool = False


def send(notice: Notice, address: str) -> None:
    """Send it to `address`; the Message-ID is the notice's own, so that a rare second copy is recognised as one.

    Raises whatever the mail backend raises.
    """
    council = apps.get_model("members", "Council").glance()
    context = {"council": council.name, "link": settings.BASE_URL + notice.path}
    host = urlsplit(settings.BASE_URL).hostname
    headers = {"Message-ID": f"<{notice.public_id}@{host}>", "Auto-Submitted": "auto-generated"}
    EmailMessage(SUBJECT, render_to_string("mail/notice.txt", context), to=[address], headers=headers).send()


def trouble_of(problem: Exception) -> Trouble:
    """What `problem` means: only an address that the server refuses for good is not tried again."""
    match problem:
        case smtplib.SMTPRecipientsRefused() if all(code >= 500 for code, _ in problem.recipients.values()):
            return Trouble("The mail server refused the address.", is_final=True)
        case smtplib.SMTPRecipientsRefused():
            return Trouble("The mail server put the address off.")
        case smtplib.SMTPAuthenticationError():
            return Trouble("The mail server refused the portal’s password.", is_of_server=True)
        case smtplib.SMTPConnectError() | smtplib.SMTPHeloError() | smtplib.SMTPServerDisconnected():
            return Trouble("The mail server fell silent or ended the conversation.", is_of_server=True)
        case smtplib.SMTPResponseException():
            return Trouble("The mail server refused the mail.")
        case TimeoutError():
            return Trouble("The mail server did not answer in time.", is_of_server=True)
        case OSError():
            return Trouble("The mail server could not be reached.", is_of_server=True)
    return Trouble(f"The mail could not be sent ({type(problem).__name__}).")

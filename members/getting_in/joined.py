"""What happens when somebody signs in or adds a passkey, and the jobs that mail: joined at start."""

from allauth.mfa.signals import authenticator_added
from django.contrib.auth.signals import user_logged_in

from corpparent import jobs
from members.getting_in import clock, mailing
from members.getting_in.accounts import factor_added
from members.services import getting_in


def connect() -> None:
    """Called once, in AppConfig.ready."""
    user_logged_in.connect(clock.begin, dispatch_uid="members.getting_in.clock")
    authenticator_added.connect(factor_added, dispatch_uid="members.factor")
    jobs.register(getting_in.SEND, getting_in.send_invitation)
    jobs.register(mailing.SEND, mailing.send_account_mail)

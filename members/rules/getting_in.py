"""Who must prove more than a password, how long a sign-in lasts, and who may be invited."""

from datetime import timedelta

from corpparent.rules import NotAllowed
from members.models.role import Level
from members.roles import ADMINISTRATOR, BUILT_IN
from members.standing import Standing

OFFICERS = {slug for slug, (_, level) in BUILT_IN.items() if level == Level.OFFICER}
LONGEST = timedelta(hours=12)


def needs_second_factor(who: Standing) -> bool:
    """Officers and specialists: they see and change most. Source: ADR 14."""
    return who.is_member and (who.level in (Level.OFFICER, Level.SPECIALIST) or who.has(*OFFICERS))


def idle_limit(who: Standing) -> timedelta:
    """How long nothing may be asked before the sign-in ends."""
    return timedelta(minutes=30) if needs_second_factor(who) else timedelta(hours=3)


def check_can_invite(who: Standing) -> None:
    """Who comes in is the administrator's affair."""
    if not who.has(ADMINISTRATOR):
        raise NotAllowed("Only the council's administrator can invite people.")


def check_can_be_invited(*, is_active: bool, email: str) -> None:
    """An invitation is sent by e-mail, to somebody whose account is open."""
    if not is_active:
        raise NotAllowed("This account is closed. Open it first, then send the invitation.")
    if not email:
        raise NotAllowed("There is no e-mail address to send an invitation to. Enter one first.")


def check_can_sign_out_everywhere(who: Standing, *, person_id: int) -> None:
    """One's own sign-ins, or those of anybody by the administrator: a lost telephone cannot wait."""
    if who.person_id != person_id and not who.has(ADMINISTRATOR):
        raise NotAllowed("Only the person themselves or the council's administrator can end all their sign-ins.")


def check_can_remove_factor(who: Standing, *, others: int) -> None:
    """`others`: passkeys and code apps that would be left. Source: ADR 14."""
    if needs_second_factor(who) and not others:
        raise NotAllowed("Your role needs a passkey or codes from an app. Add another before you remove the last one.")

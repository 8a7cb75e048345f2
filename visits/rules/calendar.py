"""Who may have a calendar of visits, and by what its address is known."""

from hashlib import sha256

from corpparent.rules import NotAllowed
from members.standing import Standing
from visits.rules.rota import SEES


def check_can_have_calendar(who: Standing) -> None:
    if not who.has(*SEES):
        raise NotAllowed("A calendar of visits is for councillors who visit homes.")


def digest_of(secret: str) -> str:
    """What is kept of the secret. It holds 256 random bits, so that a plain digest cannot be guessed back."""
    return sha256(secret.encode()).hexdigest()

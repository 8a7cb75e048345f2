"""How long a sign-in lasts: until nothing was asked for a while, and never longer than a working day.

The session itself says when it began, when something was last asked, and how long it may rest; so the check costs no
query, and at most one write a minute.
"""

import time
from dataclasses import dataclass
from datetime import datetime

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest
from django.utils import timezone

from members.models import Person
from members.rules.getting_in import LONGEST, idle_limit

BEGAN, SEEN, REST = "began_at", "seen_at", "rest"  # seconds since 1970, the same, seconds
WRITE_EVERY = 60  # seconds
WARN_BEFORE = 300  # seconds


@dataclass(frozen=True)
class SignedIn:
    """Until when somebody stays signed in if they ask for nothing more; `seconds` and `warn_in` from now."""

    until: datetime
    seconds: int

    @property
    def hour(self) -> str:
        """ "14:30"."""
        return f"{self.until:%H:%M}"

    @property
    def warn_in(self) -> int:
        return max(0, self.seconds - WARN_BEFORE)


def begin(request: HttpRequest, user: Person, **kwargs: object) -> None:
    """Start the clock; called when somebody signs in."""
    now = time.time()
    request.session.update({BEGAN: now, SEEN: now, REST: rest_of(user)})


def why_over(session: SessionBase, now: float) -> str:
    """Why the sign-in is over at `now` (seconds since 1970), for the next page to say; "" while it lasts."""
    if now - session.get(BEGAN, now) >= LONGEST.total_seconds():
        return "You had been signed in for 12 hours, which is the longest there is. Sign in and go on."
    rest = session.get(REST, 0)
    if rest and now - session.get(SEEN, now) >= rest:
        return f"You were away for {in_words(rest)}, so you were signed out. Sign in and go on."
    return ""


def go_on(session: SessionBase, user: Person, now: float) -> None:
    """Note that something was asked, unless it was noted within the last minute."""
    if now - session.get(SEEN, 0) >= WRITE_EVERY:
        session.setdefault(BEGAN, now)
        session.update({SEEN: now, REST: rest_of(user)})


def signed_in(session: SessionBase, now: float) -> SignedIn:
    """How long it lasts from `now` on."""
    ends = min(session[SEEN] + session[REST], session[BEGAN] + LONGEST.total_seconds())
    return SignedIn(until=datetime.fromtimestamp(ends, tz=timezone.get_current_timezone()), seconds=int(ends - now))


def rest_of(user: Person) -> int:
    """Seconds that `user` may ask for nothing. One query."""
    return int(idle_limit(user.standing_on(timezone.localdate())).total_seconds())


def in_words(seconds: int) -> str:
    """ "30 minutes", "3 hours"."""
    hours = seconds // 3600
    return f"{hours} hours" if hours else f"{seconds // 60} minutes"

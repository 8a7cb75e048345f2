"""“Are arrangements in place?” (SP2): what the record of a body must show. Pure: values in, findings out.

Source: DOMAIN, duty SP2 of Lead Member and Director of Children's Services; Children Act 2004, sections 18 and 19.
"""

from dataclasses import dataclass, field
from datetime import date

from corpparent.words import in_words
from members.models import Appointment, Body

VOTING = {Appointment.Place.CHAIR, Appointment.Place.VICE_CHAIR, Appointment.Place.MEMBER}
SETTINGS, TERMS, SEATS = "settings", "terms", "seats"  # where a finding is mended


@dataclass(frozen=True)
class Terms:
    number: int
    adopted_on: date
    adopted_by: str
    review_on: date


@dataclass(frozen=True)
class State:
    """A body as it stands on a day: who sits in which place (names), and its newest terms of reference."""

    body: Body
    sitting: dict[str, list[str]] = field(default_factory=dict)
    terms: Terms | None = None

    @property
    def voting(self) -> int:
        return sum(len(self.sitting.get(place, [])) for place in VOTING)


@dataclass(frozen=True)
class Finding:
    """One question with its answer from the record: `said` in a sentence, `to_do` where it is missing."""

    question: str
    is_in_place: bool
    said: str
    to_do: str = ""
    where: str = SETTINGS


def findings(state: State, on: date) -> list[Finding]:
    """What the record says of a body on the day `on`, question by question."""
    asked = [terms(state, on), quorum(state), chairs(state), seats(state), young_people(state), regime(state)]
    return [finding for finding in asked if finding]


def terms(state: State, on: date) -> Finding:
    """Adopted, and not past the day of their review, which counts."""
    question = "Terms of reference"
    found = state.terms
    if not found:
        return Finding(question, False, "None are adopted.", "Adopt terms of reference.", TERMS)
    adopted = f"Version {found.number}, adopted {written(found.adopted_on)} by {found.adopted_by}"
    if found.review_on < on:
        late = (on - found.review_on).days
        said = f"{adopted}. They were to be looked at again by {written(found.review_on)}: {days(late)} late."
        return Finding(question, False, said, "Look at them again and adopt them anew.", TERMS)
    return Finding(question, True, f"{adopted}. To be looked at again by {written(found.review_on)}.", "", TERMS)


def quorum(state: State) -> Finding | None:
    """Set, and reachable by those who sit there with a vote; None of a forum: young people sit there, never by name."""
    if state.body.kind == Body.Kind.FORUM:
        return None
    least = state.body.quorum
    if least is None:
        return Finding("Quorum", False, "How many make a quorum is not written down.", "Set the quorum.")
    sits = f"{small(state.voting)} {'sits' if state.voting <= 1 else 'sit'} there with a vote"
    said = f"{upper_first(small(least))} {'makes' if least == 1 else 'make'} a quorum, and {sits}."
    if state.voting < least:
        return Finding("Quorum", False, said, "Appoint members.", SEATS)
    return Finding("Quorum", True, said)


def chairs(state: State) -> Finding | None:
    """Chair and vice-chair are both held; None of a forum, as for its quorum."""
    if state.body.kind == Body.Kind.FORUM:
        return None
    held = {place: state.sitting.get(place, []) for place in (Appointment.Place.CHAIR, Appointment.Place.VICE_CHAIR)}
    said = [
        f"{', '.join(names)} ({place.label.lower()})" if names else f"no {place.label.lower()}"
        for place, names in held.items()
    ]
    sentence = upper_first(" and ".join(said)) + "."
    missing = " and a ".join(place.label.lower() for place, names in held.items() if not names)
    if missing:
        return Finding("Chair and vice-chair", False, sentence, f"Appoint a {missing}.", SEATS)
    return Finding("Chair and vice-chair", True, sentence, "", SEATS)


def seats(state: State) -> Finding | None:
    """All places with a vote are filled; None where the body has no fixed number of them."""
    places = state.body.seats
    if places is None:
        return None
    vacant = places - state.voting
    if vacant > 0:
        said = f"{upper_first(small(vacant))} of {small(places)} {'is' if vacant == 1 else 'are'} vacant."
        return Finding("Seats", False, said, "Appoint members.", SEATS)
    if vacant < 0:
        said = f"{upper_first(small(state.voting))} sit there, and there are {small(places)} seats."
        return Finding("Seats", False, said, "Correct the number of seats, or end appointments.")
    return Finding("Seats", True, "Every seat is filled.", "", SEATS)


def young_people(state: State) -> Finding | None:
    """Seats for young people are taken; None where there are none. Never who."""
    there, taken = state.body.young_people_seats, state.body.young_people_seats_taken
    if not there:
        return None
    free = there - taken
    if not free:
        return Finding("Seats for young people", True, "All are taken.")
    said = f"{upper_first(small(free))} of {small(there)} {'is' if free == 1 else 'are'} free."
    return Finding("Seats for young people", False, said, "Ask young people how the seats could suit them.")


def regime(state: State) -> Finding:
    """A committee is no informal body: its law must be known, because access to meetings follows from it."""
    question = "Law it meets under"
    if state.body.kind == Body.Kind.COMMITTEE and state.body.regime == Body.Regime.INFORMAL:
        return Finding(question, False, "It is a committee, and is written down as informal.", "Say which law it is.")
    return Finding(question, True, f"{state.body.get_regime_display()}.")


def written(day: date) -> str:
    return f"{day:%-d %B %Y}"


def days(count: int) -> str:
    return f"{count} day{'' if count == 1 else 's'}"


def small(count: int) -> str:
    """ "nobody", "four", "12": numbers under ten in words."""
    return in_words(count) if count else "nobody"


def upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]

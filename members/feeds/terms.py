"""What a feed's terms of office ask for, beside the term that the portal holds."""

from dataclasses import dataclass
from datetime import date, timedelta

from members.feeds.known import Held, Known
from members.feeds.rows import Councillor, Term

# What becomes of a term: nothing, a first one, a new one after the one held, other days, its end, or no safe answer.
KEEP, BEGIN, FOLLOW, CORRECT, END, UNCLEAR = "keep", "begin", "follow", "correct", "end", "unclear"


@dataclass(frozen=True)
class Step:
    """What to do: `held` is the term concerned, `starts_on` and `ends_on` are the days wanted, both counted."""

    kind: str
    held: Held | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    held_ends_on: date | None = None


def present_term(one: Councillor, day: date) -> Term | None:
    """The term in force on `day`, the latest where several are; else the next to begin. None where all are over."""
    running = [term for term in one.terms if term[1] is None or term[1] >= day]
    in_force = [term for term in running if term[0] <= day]
    return (in_force[-1] if in_force else running[0]) if running else None


def step_for(one: Councillor, person: Known | None, day: date) -> Step:
    """What makes the portal say of `one` what the feed says on `day`. A feed without terms means: in office."""
    held = person.open_terms(day) if person else []
    if not one.terms:
        return Step(KEEP, held[0]) if held else begin(person, day, None)
    term = present_term(one, day)
    if term is None:
        return leave(one, held, day)
    if not held:
        return begin(person, *term)
    ours = next((each for each in held if each.starts_on == term[0]), held[0])
    return compare(one, ours, term)


def begin(person: Known | None, starts_on: date, ends_on: date | None) -> Step:
    """A first term, or one after a gap. Where an ended one overlaps it, somebody ended it here: not guessed."""
    past = person.terms if person else ()
    overlaps = [term for term in past if term.ends_on and term.ends_on >= starts_on]
    return Step(UNCLEAR, overlaps[0]) if overlaps else Step(BEGIN, None, starts_on, ends_on)


def leave(one: Councillor, held: list[Held], day: date) -> Step:
    """All terms in the feed are over: the held one ended on the last of these days."""
    last = max(last for _, last in one.terms if last)
    if not held:
        return Step(KEEP)
    if last < held[0].starts_on:
        return Step(UNCLEAR, held[0])
    return Step(END, held[0], held[0].starts_on, last)


def compare(one: Councillor, held: Held, term: Term) -> Step:
    """The feed's present term beside the one held. That a feed names no last day takes none away."""
    starts_on, ends_on = term
    if held.ends_on and held.ends_on < starts_on:
        return Step(BEGIN, None, starts_on, ends_on)
    if held.starts_on == starts_on and ends_on in (None, held.ends_on):
        return Step(KEEP, held)
    if held.starts_on < starts_on and any(first < starts_on for first, _ in one.terms):
        said = next((last for first, last in one.terms if first == held.starts_on and last), starts_on)
        eve = starts_on - timedelta(days=1)
        last = max(held.starts_on, min(said, eve, held.ends_on or eve))
        return Step(FOLLOW, held, starts_on, ends_on, last)
    return Step(CORRECT, held, starts_on, ends_on or held.ends_on)

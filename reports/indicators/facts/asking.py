"""Which of the council's own figures ask somebody for a word (duty C1), and what the record says was asked."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple
from uuid import UUID

from corpparent import suppression
from corpparent.models import Event
from corpparent.periods import Period
from reports.indicators import audiences, judging
from reports.indicators.events import COMMENTARY_ASKED, COMMENTARY_RELEASED, COMMENTARY_WRITTEN
from reports.indicators.facts.own import in_force, newest_kind, own_figure, own_rows, target_of
from reports.indicators.models import Area, Commentary, Observation, Target


class Ask(NamedTuple):
    """Whom (public id) one figure asks."""

    person: UUID
    indicator: str
    period: str

    @property
    def details(self) -> dict[str, str]:
        """As events say it."""
        return {"indicator": self.indicator, "period": self.period}


class Waiting(NamedTuple):
    """The target that a figure is off, and whether the figure is the newest of its indicator."""

    target: Target
    is_newest: bool


def waiting(area: Area, targets: Collection[Target], on: date) -> dict[Ask, Waiting]:
    """Figures of `area` that are amber or red by current `targets` and of which nothing is said, with whom they ask.

    As in reports.indicators.waiting_own, not of a number that this person may not see. Four queries and one a person.
    """
    found: dict[Ask, Waiting] = {}
    by_code: dict[str, list[Target]] = {}
    for target in targets:
        by_code.setdefault(target.indicator.code, []).append(target)
    people = {target.answerable_id: target.answerable for target in targets}
    seen_as = {key: audiences.on_screen(person.standing_on(on)) for key, person in people.items()}
    said = spoken_about(area, by_code)
    for code, rows in own_rows(area, list(by_code)).items():
        newest = newest_kind(rows)[-1]
        for row in rows:
            wanted = target_of(by_code[code], Period.parse(row.period))
            if wanted and row.pk not in said and asks(row, wanted, seen_as[wanted.answerable_id]):
                ask = Ask(wanted.answerable.public_id, code, row.period)
                found[ask] = Waiting(wanted, is_newest=row is newest)
    return found


def spoken_about(area: Area, codes: Collection[str]) -> set[int]:
    """Keys of the current figures of `area` that somebody has written about. One query."""
    own = {"observation__area": area, "observation__is_current": True, "observation__indicator__code__in": list(codes)}
    return set(Commentary.objects.filter(is_current=True, **own).values_list("observation_id", flat=True))


def asks(row: Observation, target: Target, audience: suppression.Audience) -> bool:
    """Whether a figure, as `audience` sees it, is off `target`."""
    figure = suppression.protect(own_figure(row), audience)
    wanted = in_force([target], Period.parse(row.period))
    return judging.judged(figure, wanted, judging.Scale.of(row.indicator)).asks_for_commentary


def open_asks(codes: Collection[str], people: Collection[UUID]) -> dict[Ask, UUID]:
    """What `people` were asked about `codes` and neither answered nor were released from: by what it was about.

    One query.
    """
    types = [COMMENTARY_ASKED, COMMENTARY_WRITTEN, COMMENTARY_RELEASED]
    events = Event.objects.filter(type__in=types, counts_for_id__in=list(people)).order_by("number")
    found: dict[Ask, UUID] = {}
    for type_, person, details, subject in events.values_list("type", "counts_for_id", "details", "subject_id"):
        assert person is not None
        ask = Ask(person, details["indicator"], details["period"])
        if type_ == COMMENTARY_ASKED and ask.indicator in codes:
            found[ask] = subject
        else:
            found.pop(ask, None)
    return found

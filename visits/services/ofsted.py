"""Ofsted's list of inspections, taken in: matched to our homes by Ofsted number alone, again with no effect."""

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, BinaryIO

from django.core.exceptions import ValidationError
from django.db import transaction

from corpparent.models import Event
from members.models import Council, Person
from reports.indicators.files.problems import Problem, Problems, shown
from visits.events import INSPECTIONS_TAKEN_IN
from visits.files import ofsted
from visits.models import Home, Inspection
from visits.schemes import scheme_for
from visits.services.homes import check_writer
from visits.services.inspections import change_inspection, record_inspection


@dataclass
class Taken:
    """How many inspections were new, changed and as before; rows of other homes; rows left out and why.

    `unseen`: how many of them have no day of publication yet, so that only those who write homes down see them.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    foreign: int = 0
    unseen: int = 0
    problems: Problems = field(default_factory=Problems)


@transaction.atomic
def import_ofsted(*, file: BinaryIO, by: Person | None, at: datetime, published_on: date | None = None) -> Taken:
    """`published_on`: the day on which all of the list was published, where it does not say so itself.

    Raises FileRefused (nothing is changed then), NotAllowed.
    """
    sha256 = hashlib.sha256(file.read()).hexdigest()
    file.seek(0)
    listed = ofsted.read(file, frozenset(Home.objects.values_list("urn", flat=True)))
    taken = take_in_inspections(rows=listed.rows, by=by, at=at, published_on=published_on)
    taken.foreign = listed.foreign
    taken.problems.extend(listed.problems)
    if taken.new or taken.changed:
        details = {"sha256": sha256, "new": taken.new, "changed": taken.changed}
        Event.record(INSPECTIONS_TAKEN_IN, about=Council.glance().reference, by=by, at=at, details=details)
    return taken


@transaction.atomic
def take_in_inspections(
    *, rows: list[ofsted.Found], by: Person | None, at: datetime, published_on: date | None = None
) -> Taken:
    """Each row whole or not at all. Raises NotAllowed."""
    check_writer(by, at)
    taken, homes = Taken(), {home.urn: home for home in Home.objects.filter(urn__in={row.urn for row in rows})}
    seen: dict[tuple[str, str, date], dict[str, Any]] = {}
    for row in rows:
        counts = {"new": 0, "changed": 0, "unchanged": 0}
        try:
            with transaction.atomic():
                for kind, on in row.days.items():
                    given = given_by(row, kind, on, homes[row.urn], published_on)
                    if seen.setdefault((row.urn, kind, on), given) != given:
                        raise LeftOut("urn", f"{shown(row.urn)} stands twice in the list, and differently.")
                    counts[take_in(homes[row.urn], given, by, at)] += 1
        except LeftOut as problem:
            taken.problems.add(Problem(row.row, problem.column, ofsted.sheet_said(row.sheet) + str(problem)))
            continue
        for name, number in counts.items():
            setattr(taken, name, getattr(taken, name) + number)
    unpublished = Inspection.objects.filter(home__in=homes.values(), published_on=None)
    taken.unseen = len(seen.keys() & set(unpublished.values_list("home__urn", "kind", "inspected_on")))
    return taken


class LeftOut(Exception):
    """A row that is not taken: its `column`, and the reason as a sentence."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(reason)
        self.column = column


def given_by(row: ofsted.Found, kind: str, on: date, home: Home, published_on: date | None) -> dict[str, Any]:
    """The fields of one inspection. A list grades full inspections only. Raises LeftOut."""
    published = row.published_on or published_on
    return {
        "kind": kind,
        "inspected_on": on,
        "published_on": published if published and published >= on else None,
        "grades": grades_of(row, home, on) if kind == Inspection.Kind.FULL else {},
    }


def grades_of(row: ofsted.Found, home: Home, on: date) -> dict[str, str]:
    """Grades by head, as the scheme of that day knows them. Raises LeftOut."""
    scheme, found = scheme_for(home.kind, on), {}
    if scheme is None:
        raise LeftOut("urn", "Inspections before April 2017 are not kept.")
    heads = {head.slug for head in scheme.heads}
    for head, words in row.grades.items():
        own = head if head in heads else scheme.first.slug if head == "overall" else ""
        grade = scheme.written(words) if own else None
        if grade is None:
            known = ", ".join(one.title for one in scheme.grades)
            raise LeftOut(row.columns[head], f"{shown(words)} is no grade. Grades of that day are: {known}.")
        found[own] = grade.slug
    return found


def take_in(home: Home, given: dict[str, Any], by: Person | None, at: datetime) -> str:
    """Whether it was new, changed or unchanged. What a list leaves empty is not taken away. Raises LeftOut."""
    try:
        key = {"kind": given["kind"], "inspected_on": given["inspected_on"]}
        kept = Inspection.objects.filter(home=home, **key).first()
        if kept is None:
            record_inspection(home=home, by=by, at=at, **given)
            return "new"
        news = {name: value for name, value in given.items() if value and value != getattr(kept, name)}
        if kept.published_on:
            news.pop("published_on", None)
        if not news:
            return "unchanged"
        change_inspection(inspection=kept, version=kept.version, by=by, at=at, **news)
        return "changed"
    except ValidationError as problem:
        raise LeftOut("", " ".join(problem.messages)) from problem

"""A paper of the portal's own as tagged PDF: title, sentences, tables. One template for all of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from django.template.loader import render_to_string

from corpparent import paper
from corpparent.words import day, moment
from members.models import Council
from reports.committees.models import AgendaItem


class Table(NamedTuple):
    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Written:
    """What stands in a paper, ready to be drawn."""

    title: str
    sentences: Sequence[str]
    tables: Sequence[Table] = ()
    notes: Sequence[str] = field(default_factory=list)


def printed(written: Written, item: AgendaItem, *, is_public: bool, at: datetime) -> bytes:
    council = Council.current()
    context = {
        "written": written,
        "council": council.name,
        "pine": council.pine,
        "is_invented": council.is_invented,
        "is_public": is_public,
        "meeting": f"{item.meeting.body.name}, {day(item.meeting.meets_on)}",
        "made_at": moment(at),
        "created": f"{at:%Y-%m-%dT%H:%M:%SZ}",
    }
    return paper.pdf(render_to_string("committees/papers/paper.html", context), assets=[paper.FONTS]).content

"""A paper of the portal's own as tagged PDF: title, sentences, tables. One template for all of them."""

from datetime import datetime

from django.template.loader import render_to_string

from corpparent import paper
from corpparent.words import day, moment
from members.models import Council
from reports.committees.models import AgendaItem
from reports.committees.written import Written


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

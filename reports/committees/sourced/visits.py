"""The summary of a quarter's visits: in open papers as everybody may read it, in others home by home."""

from datetime import datetime

from corpparent.periods import Period
from members.standing import Standing
from reports.committees.models import AgendaItem, Paper
from reports.committees.sources import NothingToShow, Source
from reports.committees.written import Table, Written
from visits.facts import readers as facts
from visits.showing.summaries import Quarter, exempt_of, public_of

MOST = 8  # quarters


def choices(item: AgendaItem, who: Standing) -> list[tuple[str, str]]:
    codes = facts.newest().order_by("-quarter").values_list("quarter", flat=True)[:MOST]
    return [(code, f"Summary of visits, {Period.parse(code).label}") for code in codes]


def make(chosen: str, item: AgendaItem, is_public: bool, at: datetime) -> Written:
    summary = facts.newest_of(chosen)
    if summary is None:
        raise NothingToShow("This quarter has no summary. Issue one under Visits first.")
    if is_public:
        shown = public_of(summary.quarter, facts.public_of(summary))
    else:
        shown = exempt_of(summary.quarter, summary.facts)
    return written(shown)


def written(shown: Quarter) -> Written:
    return Written(
        title=f"Visits to children’s homes, {shown.label}",
        sentences=[shown.lead, *shown.more],
        tables=[Table(one.title, one.head, one.rows) for one in shown.tables],
        notes=shown.notes,
    )


SOURCE = Source(Paper.Origin.VISITS, "Summary of visits", choices, make)

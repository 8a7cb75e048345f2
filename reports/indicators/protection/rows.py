"""Which of the council's own figures may leave: worked out once, when figures come in, and kept on their rows.

Every outlet (page, pack, chart, download, feed) reads that one answer, so that no two of them can be held against each
other. A figure that was once shown stays shown while it is current, and what government has published is known: readers
are taken to use both. Source: SECURITY, rule 12.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db.models import Q, QuerySet

from corpparent.periods import Period, year_around
from reports.indicators.models import Area, Observation
from reports.indicators.protection.hiding import Earlier, Key, Own, Result, hidden_of

Protection = Observation.Protection
OURS = Q(origin=Observation.Origin.OWN)
PUBLISHED = Q(origin=Observation.Origin.PUBLISHED, value__isnull=False)


def protect(area: Area, periods: Iterable[Period]) -> None:
    """Work out anew what may be shown of our own figures in the financial years that `periods` lie in.

    Inside the caller's transaction. Four queries to read, one to write for each answer that changes.
    """
    rows = in_years_of(area, periods)
    published = {figure.key: figure for figure in map(own, rows.filter(PUBLISHED, is_current=True))}
    ours = {figure: row for row in rows.filter(OURS, is_current=True) if (figure := own(row)).key not in published}
    seen = {figure for figure, row in ours.items() if row.protection == Protection.OPEN} | seen_before(rows)
    known = {*published, *(one.key for one in seen & ours.keys())}
    now = published | {one.key: one for one in ours}
    found = hidden_of(list(now.values()), known, earlier(rows, now, known))
    answers: dict[str, list[int]] = defaultdict(list)
    for figure, row in ours.items():
        if (answer := answer_of(figure.key, found)) != row.protection:
            answers[answer].append(row.pk)
    for answer, ids in answers.items():
        Observation.objects.filter(pk__in=ids).update(protection=answer)


def answer_of(key: Key, found: Result) -> str:
    """What is kept on the row of one figure."""
    if found.shown[key].value:
        return str(Protection.OPEN)
    return str(Protection.MERGED if key in found.merged else Protection.HIDDEN)


def seen_before(rows: QuerySet[Observation]) -> set[Own]:
    """What was shown and then corrected: where a correction says the same number again, everybody knows it already."""
    return {own(row) for row in rows.filter(OURS, is_current=False, protection=Protection.OPEN)}


def earlier(rows: QuerySet[Observation], now: dict[Key, Own], known: set[Key]) -> Iterator[Earlier]:
    """The figures as they stood before each was last corrected, then before the time before that, and so on.

    Without this, a figure that was hidden only to protect another is shown when that other is corrected; whoever kept
    what was shown before works the other out.
    """
    versions: dict[Key, list[Observation]] = defaultdict(list)
    for row in rows.filter(OURS, is_current=False).order_by("-pk"):
        versions[own(row).key].append(row)
    for back in range(max(map(len, versions.values()), default=0)):
        then = {key: found[back] for key, found in versions.items() if back < len(found)}
        shown = {key for key, row in then.items() if row.protection == Protection.OPEN}
        figures = now | {key: own(row) for key, row in then.items()}
        yield Earlier(list(figures.values()), (known - then.keys()) | shown)


def own(row: Observation) -> Own:
    """A row as the rule for small numbers sees it."""
    one = row.indicator
    return Own(one.code, row.period, row.category, row.numerator, row.denominator, row.value, one.unit)


def in_years_of(area: Area, periods: Iterable[Period]) -> QuerySet[Observation]:
    """Every figure of ours, current or not, of every financial year that one of `periods` touches."""
    within = Q(pk__in=[])
    for year in {year_around(period.ends_on) for period in periods}:
        within |= Q(ends_on__range=(year.starts_on, year.ends_on))
    return Observation.objects.filter(within, area=area).select_related("indicator").order_by("pk")

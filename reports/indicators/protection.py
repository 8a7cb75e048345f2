"""Which of the council's own figures may leave: worked out once, when figures come in, and kept on their rows.

Every outlet (page, pack, chart, download, feed) reads that one answer, so that no two of them can be held against each
other. A figure that was once shown stays shown while it is current: somebody may have seen it.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from corpparent.periods import Period
from reports.indicators.models import Area, Observation
from reports.indicators.protecting import Own, hidden_of

Protection = Observation.Protection


def protect(area: Area, periods: Iterable[Period]) -> None:
    """Work out anew what may be shown of our own figures in the financial years that `periods` lie in.

    Inside the caller's transaction. One query to read, one to write for each answer that changes.
    """
    rows = {own(row): row for row in in_years_of(area, periods)}
    known = {figure.key for figure, row in rows.items() if row.protection == Protection.OPEN}
    found = hidden_of(list(rows), known)
    answers: dict[str, list[int]] = defaultdict(list)
    for figure, row in rows.items():
        answer = str(Protection.OPEN if found.shown[figure.key].value else Protection.HIDDEN)
        if answer != row.protection:
            answers[answer].append(row.pk)
    for answer, ids in answers.items():
        Observation.objects.filter(pk__in=ids).update(protection=answer)


def own(row: Observation) -> Own:
    """A row as the rule for small numbers sees it."""
    one = row.indicator
    return Own(one.code, row.period, row.category, row.numerator, row.denominator, row.value, one.unit)


def in_years_of(area: Area, periods: Iterable[Period]) -> Iterable[Observation]:
    """Our current figures of every financial year that one of `periods` touches. One query."""
    years = {financial_year(period) for period in periods}
    within = Q(pk__in=[])
    for year in years:
        within |= Q(ends_on__range=(year.starts_on, year.ends_on))
    ours = Observation.objects.filter(within, area=area, origin=Observation.Origin.OWN, is_current=True)
    return ours.select_related("indicator").order_by("pk")


def financial_year(period: Period) -> Period:
    """The year to March in which `period` ends."""
    ends = period.ends_on
    starts = ends.year if ends.month > 3 else ends.year - 1
    return Period.parse(f"{starts}-{(starts + 1) % 100:02}")

"""Rows of the lists about the council's own figures: targets."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from corpparent.periods import Period
from reports.indicators.models import Target
from reports.indicators.showing.wanted import Wanted


def rows_of_targets(targets: Iterable[Target]) -> list[dict[str, Any]]:
    """One row a target: figure, period, what is wanted, who answers for it. No query."""
    return [_target_row(target) for target in targets]


def _target_row(target: Target) -> dict[str, Any]:
    one = target.indicator
    wanted = Wanted(target.value, target.tolerance, one.unit, one.decimals, one.polarity)
    return {
        "title": one.title,
        "url": reverse("indicators:indicator-detail", args=[one.code]),
        "period": Period.parse(target.period).label,
        "wanted": wanted.said,
        "close": wanted.close,
        "who": target.answerable.name,
        "change_url": f"{reverse('indicators:target-create')}?figure={one.code}&period={target.period}",
        "remove_url": reverse("indicators:target-confirm", args=[target.public_id]),
    }

"""Rows of the lists about the council's own figures: targets."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from corpparent.periods import Period
from reports.indicators.kinds import Polarity, Unit
from reports.indicators.models import Target
from reports.indicators.showing import words


def rows_of_targets(targets: Iterable[Target]) -> list[dict[str, Any]]:
    """One row a target: figure, period, what is wanted, who answers for it. No query."""
    return [_target_row(target) for target in targets]


def _target_row(target: Target) -> dict[str, Any]:
    one = target.indicator
    written = [words.in_cell(n, Unit(one.unit), decimals(n, one.decimals)) for n in (target.value, target.tolerance)]
    return {
        "title": one.title,
        "url": reverse("indicators:indicator-detail", args=[one.code]),
        "period": Period.parse(target.period).label,
        "wanted": f"{written[0]} or {'more' if one.polarity == Polarity.HIGH else 'less'}",
        "close": f"{written[1]} off is still close" if target.tolerance else "nothing short of it is close",
        "who": target.answerable.name,
        "change_url": f"{reverse('indicators:target-create')}?figure={one.code}&period={target.period}",
        "remove_url": reverse("indicators:target-confirm", args=[target.public_id]),
    }


def decimals(number, least: int) -> int:
    """As many decimals as `number` needs, `least` at the fewest."""
    return max(least, -int(number.normalize().as_tuple().exponent))

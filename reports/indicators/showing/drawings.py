"""Charts of one indicator, wide and narrow: its trend, and the newest figures side by side."""

from typing import TYPE_CHECKING

from corpparent.charts import Bar, Chart, Series, bars, trend
from reports.indicators.kinds import Symbol, Unit
from reports.indicators.showing import sentences, words
from reports.indicators.showing.shown import Shown

if TYPE_CHECKING:
    from reports.indicators.showing.own import Own


def unit_of(shown: "Shown | Own") -> str:
    """As charts and tables write it: "%" or a phrase, "" for a plain number."""
    return words.UNITS.get(Unit(shown.unit), shown.unit)


def trend_of(shown: Shown, *, narrow: bool) -> Chart:
    """Lines of ours and of all that it is compared with."""
    return trend(
        sentence=sentences.whole(shown),
        periods=shown.years,
        series=shown.lines,
        unit=unit_of(shown),
        decimals=shown.decimals,
        narrow=narrow,
    )


def own_trend(own: "Own", *, narrow: bool) -> Chart:
    """Our own count, and the target as a dotted line, period by period."""
    backs = range(own.count - 1, -1, -1)
    series = [Series(own.name, "us", tuple(own.value(back) for back in backs))]
    targets = tuple(wanted.value if (wanted := own.wanted(back)) else None for back in backs)
    if any(value is not None for value in targets):
        series.append(Series("Target", "target", targets))
    return trend(
        sentence=own.whole,
        periods=own.labels,
        series=series,
        unit=unit_of(own),
        decimals=own.decimals,
        narrow=narrow,
    )


def bars_of(shown: Shown, *, narrow: bool) -> Chart | None:
    """Everybody with a number or a sign in the newest period; None where there are not two to compare."""
    roles = [role for role in shown.roles if shown.figure(role)]
    if len(roles) < 2:
        return None
    said = words.listed([f"{shown.names[role]} {shown.spoken(role)}" for role in roles])
    return bars(
        sentence=f"{shown.title}, {shown.newest}: {said}.",
        bars=[bar(shown, role) for role in roles],
        unit=unit_of(shown),
        decimals=shown.decimals,
        narrow=narrow,
    )


def bar(shown: Shown, role: str) -> Bar:
    """The bar of one role; a sign says what it means."""
    symbol = shown.figure(role)["symbol"]
    return Bar(shown.names[role], role, shown.value(role), symbol, Symbol(symbol).label if symbol else "")  # type: ignore[arg-type]

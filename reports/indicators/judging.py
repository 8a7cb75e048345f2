"""Green, amber or red: what a figure is beside its target; and which way it is going. Pure: values in, words out."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from reports.indicators.kinds import Polarity, Unit
from reports.indicators.rounding import half_up

GREEN, AMBER, RED = "ok", "due", "late"
WORDS = {GREEN: "On target", AMBER: "Close to target", RED: "Off target"}


@dataclass(frozen=True)
class Judgement:
    """`status` is a tag's (templates/components/tag.html): ok (green), due (amber), late (red), or "" for no colour.

    `text` says it in words, since colour never stands alone; without a colour it says why there is none.
    """

    status: str
    text: str

    @property
    def asks_for_commentary(self) -> bool:
        """Red and amber ask whoever answers for the figure what is being done."""
        return self.status in (AMBER, RED)


def judge(
    value: Decimal | None,
    *,
    target: Decimal | None,
    tolerance: Decimal,
    polarity: str,
    denominator: Decimal | None,
    small_cohort: int,
) -> Judgement:
    """`value` beside `target`: green at the target or better, amber within `tolerance` of it, red beyond.

    No target, no colour; neither where there is no number to show, where neither way is better, and where a group of
    fewer than `small_cohort` children would make a colour of chance. Source: DOMAIN, section 6, rules.
    """
    if target is None:
        return Judgement("", "No target")
    if value is None:
        return Judgement("", "No number to judge by")
    if polarity == Polarity.CONTEXT:
        return Judgement("", "Neither way is better, so it is not judged")
    if denominator is not None and denominator < small_cohort:
        return Judgement("", f"Fewer than {small_cohort} children: too few to judge by")
    short = target - value if polarity == Polarity.HIGH else value - target
    status = GREEN if short <= 0 else AMBER if short <= tolerance else RED
    return Judgement(status, WORDS[status])


@dataclass(frozen=True)
class Scale:
    """What of an indicator's definition a judgement goes by."""

    unit: str
    decimals: int
    polarity: str
    small_cohort: int

    @classmethod
    def of(cls, definition: Any) -> "Scale":
        """From whatever has the fields of an indicator."""
        return cls(definition.unit, definition.decimals, definition.polarity, definition.small_cohort)

    @property
    def has_cohort(self) -> bool:
        """Whether the denominator is a group of children, so that a small one makes chance of a colour."""
        return self.unit in (Unit.PERCENT, Unit.SCORE, Unit.RATIO)


def judged(figure: Mapping[str, Any], target: Mapping[str, str] | None, scale: Scale) -> Judgement:
    """How a figure as its reader may see it stands beside a target, both as facts write them; rounded as it is shown.

    `figure` is empty where nothing was counted.
    """
    value, denominator = figure.get("value"), figure.get("denominator")
    return judge(
        None if value is None else half_up(Decimal(value), scale.decimals),
        target=Decimal(target["value"]) if target else None,
        tolerance=Decimal(target["tolerance"]) if target else Decimal(0),
        polarity=scale.polarity,
        denominator=Decimal(denominator) if denominator is not None and scale.has_cohort else None,
        small_cohort=scale.small_cohort,
    )


def travel(value: Decimal | None, before: Decimal | None, polarity: str) -> str:
    """Direction of travel: "Better", "Worse", "Higher", "Lower", "The same"; "" where nothing can be compared."""
    if value is None or before is None:
        return ""
    if value == before:
        return "The same"
    if polarity == Polarity.CONTEXT:
        return "Higher" if value > before else "Lower"
    return "Better" if (value > before) == (polarity == Polarity.HIGH) else "Worse"

"""The council's own figures in a pack: by part, those that are a headline first."""

from collections.abc import Sequence
from typing import Any

from corpparent.words import in_words
from reports.indicators.judging import GREEN
from reports.indicators.showing.own import Own

HEAD = ["Our own count", "Period", "Figure", "Target", "How it stands"]


def owns_in(facts: dict[str, Any]) -> dict[str, Own]:
    """Our own figures of frozen facts, by code; facts of before there were any hold none."""
    name = facts["names"]["us"]
    return {code: Own(one["definition"], one["line"], name) for code, one in facts.get("own", {}).items()}


def lead(owns: Sequence[Own]) -> str:
    """One sentence for a part about which nobody publishes figures for each council: how we stand by our own count."""
    judged = [own.judgement.status for own in owns if own.judgement.status]
    if not judged:
        return "Nobody publishes figures for this part for each council. What follows is our own count."
    return f"By our own count {stand(judged.count(GREEN), len(judged))}."


def stand(met: int, judged: int) -> str:
    """ "both figures are on target", "two of five figures are on target", "the one figure is not on target"."""
    if judged == 1:
        return f"the one figure is {'' if met else 'not '}on target"
    if met == judged:
        return f"{'both' if met == 2 else f'all {in_words(met)}'} figures are on target"
    number = in_words(met) if met else "none"
    return f"{number} of {in_words(judged)} figures {'is' if met <= 1 else 'are'} on target"


def row(own: Own) -> list[str]:
    """A row under HEAD."""
    judgement = own.judgement
    return [own.title_with_unit, own.labels[-1], own.cell(), own.target_cell, judgement.text if own.has_target else "–"]

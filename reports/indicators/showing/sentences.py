"""What a figure says, in sentences: nothing here that the frozen facts do not hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reports.indicators.kinds import Polarity
from reports.indicators.showing import words
from reports.indicators.showing.shown import Shown

COMPARATORS = ("england", "neighbours", "region")
STANDING = {"ok": ("better", "than"), "late": ("worse", "than"), "neutral": ("the same", "as")}


@dataclass(frozen=True)
class Tag:
    """A status: `status` names icon and tint (templates/components/tag.html), `text` the words."""

    status: str
    text: str


def headline(shown: Shown) -> str:
    """The figure as a sentence: "68% of our children were seen by a dentist in the last year"."""
    if shown.value("us") is None:
        return f"There is no number to show: {shown.spoken('us')}."
    spoken = shown.spoken("us")
    # "71 in every 10,000 children" and "children living in our area …": the word they share is said once.
    sentence = shown.sentence.removeprefix(f"{spoken.rpartition(' ')[2]} ")
    return f"{words.upper_first(spoken)} {sentence}.".replace("..", ".")


def parts(shown: Shown) -> str:
    """Where the number comes from: "68% is 260 of 383 children." Empty where the parts are not published."""
    figure = shown.figure("us")
    numerator, denominator = figure.get("numerator"), figure.get("denominator")
    if not shown.is_percent or shown.value("us") is None or numerator is None or denominator is None:
        return ""
    return f"{shown.cell('us')} is {int(Decimal(numerator)):,} of {int(Decimal(denominator)):,}."


def change(shown: Shown) -> str:
    """Against the period before: "up from 64% a year before". Empty where there is nothing to compare."""
    now, before = shown.value("us"), shown.year_before
    if now is None or before is None:
        return ""
    if now == before:
        return "the same as a year before"
    return f"{'up' if now > before else 'down'} from {shown.spoken('us', back=1)} a year before"


def beside(shown: Shown) -> str:
    """Against the comparators: "higher than England (66%), and the same as similar councils"."""
    ours = shown.value("us")
    if ours is None:
        return ""
    groups: dict[str, list[str]] = {"higher than": [], "lower than": [], "the same as": []}
    for role in COMPARATORS:
        theirs = shown.value(role) if role in shown.comparable else None
        if theirs is None:
            continue
        name = shown.names[role] if role != "neighbours" else shown.names[role].lower()
        name = f"{name} ({shown.spoken(role)})" if theirs != ours else name
        groups["higher than" if ours > theirs else "lower than" if ours < theirs else "the same as"].append(name)
    return ", and ".join(f"{relation} {words.listed(names)}" for relation, names in groups.items() if names)


def comparison(shown: Shown) -> str:
    """Change and comparators in one or two sentences, or "" where there is nothing to compare."""
    said = [f"That is {change(shown)}."] * bool(change(shown)) + [f"It is {beside(shown)}."] * bool(beside(shown))
    return " ".join(said)


def polarity(shown: Shown) -> str:
    """Which way is better, for the line under a heading."""
    return words.upper_first({Polarity.CONTEXT: ""}.get(shown.polarity, f"{Polarity(shown.polarity).label}."))


def whole(shown: Shown) -> str:
    """The chart's name: title, value, comparison. A reader who cannot see the chart loses nothing."""
    kind = "Years ending March" if "-" in shown.periods[-1] else "Years"
    years = f" {kind} {shown.years[0]} to {shown.years[-1]}." if len(shown.years) > 1 else ""
    return f"{shown.title}. {headline(shown)} {comparison(shown)}{years}".replace("  ", " ").strip()


def tag(shown: Shown) -> Tag | None:
    """Better or worse than England, where one way is better and there are children enough to judge by."""
    ours, england = shown.value("us"), shown.value("england")
    if ours is None or england is None or shown.polarity == Polarity.CONTEXT or shown.is_small:
        return None
    if ours == england:
        return Tag("neutral", "Same as England")
    return Tag("ok", "Better than England") if shown.is_better(ours, england) else Tag("late", "Worse than England")


def small_cohort(shown: Shown) -> str:
    """A warning where one child moves the figure by several points, so that nobody reads chance as change."""
    if not shown.is_small:
        return ""
    children = int(shown.children)
    return (
        f"Read with care: there {'is' if children == 1 else 'are'} only {words.count(children, 'child', 'children')} "
        "in this group, too few to judge by."
    )


def lead(headlines: Sequence[Shown], *, has_others: bool = False) -> str:
    """One sentence that answers for a whole section."""
    tags = [found for shown in headlines if (found := tag(shown))]
    if not headlines and has_others:
        return "For this part only England’s own figures are published, none for each council."
    if not headlines:
        return "No figures are published for this part yet, so the questions below matter all the more."
    if not tags:
        return headline(headlines[0])
    return tally([found.status for found in tags])


def tally(statuses: Sequence[str]) -> str:
    """ "Of four figures that can be compared, three are better than in England and one is worse."."""
    number = words.count(len(statuses), "figure")
    groups = [(status, words_) for status, words_ in STANDING.items() if status in statuses]
    if len(groups) == 1:
        _, (adjective, link) = groups[0]
        whole = {1: "The one figure", 2: "Both figures"}.get(len(statuses), f"All {number}")
        return f"{whole} that can be compared {'is' if len(statuses) == 1 else 'are'} {adjective} {link} in England."
    said = [f"{words.count(statuses.count(status), 'is', 'are')} {adjective}" for status, (adjective, _) in groups]
    said[0] += f" {groups[0][1][1]} in England"
    return f"Of {number} that can be compared, {words.listed(said)}."

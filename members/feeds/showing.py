"""A comparison in words, as its page shows it."""

from datetime import date
from typing import Any

from members.feeds.comparing import ADDED, CHANGED, ENDED, SAME, Change, Comparison
from members.feeds.matching import NUMBER
from members.feeds.rows import LEFT_OUT
from members.feeds.terms import BEGIN, CORRECT, FOLLOW

MOST = 200  # findings on the page
LABELS = {
    "name": "Name",
    "email": "E-mail address",
    "source_id": "Number in the feed",
    "ward": "Ward",
    "party": "Party",
}
NOTHING = "–"

Row = dict[str, Any]


def of(comparison: Comparison) -> dict[str, Any]:
    """What the page shows: `boxes`, `added`, `changed`, `ended` rows, `former` in a sentence."""
    return {
        "boxes": boxes(comparison),
        "added": [added_row(change) for change in comparison.of(ADDED)],
        "changed": [changed_row(change) for change in comparison.of(CHANGED)],
        "ended": [ended_row(change) for change in comparison.of(ENDED)],
        "former": former(comparison.former),
    }


def boxes(comparison: Comparison) -> list[Row]:
    counts = comparison.counts
    said = [("New", ADDED), ("Changed", CHANGED), ("Left", ENDED), ("As before", SAME)]
    shown = [{"label": label, "value": f"{counts[kind]:,}"} for label, kind in said]
    return [*shown, {"label": "Not in the list", "value": f"{len(comparison.missing):,}"}]


def verb(comparison: Comparison) -> str:
    """What the main button says."""
    number = comparison.number
    if not number:
        return "End the terms of those chosen"
    return "Take in one change" if number == 1 else f"Take in {number:,} changes"


def added_row(change: Change) -> Row:
    one, step = change.councillor, change.step
    return {
        "name": one.name,
        "ward": one.ward or NOTHING,
        "party": one.party or NOTHING,
        "email": change.fields["email"] or NOTHING,
        "term": term(step.starts_on, step.ends_on),
    }


def changed_row(change: Change) -> Row:
    """`question` asks about somebody whom we know by less than the feed's number."""
    assert change.person is not None
    question = "" if change.matched_by == NUMBER else f"Known by the {change.matched_by}. The same person?"
    return {"name": change.person.name, "question": question, "differences": differences(change)}


def differences(change: Change) -> list[Row]:
    """Each {label, old, new}: of the person, of the office, of the term."""
    assert change.person is not None
    held = change.step.held
    rows = [(LABELS[name], getattr(change.person, name), new) for name, new in change.fields.items()]
    rows += [(LABELS[name], getattr(held, name) if held else "", new) for name, new in change.office.items()]
    if change.step.kind in (BEGIN, FOLLOW, CORRECT):
        old = term(held.starts_on, held.ends_on) if held else ""
        rows.append(("Term", old, term(change.step.starts_on, change.step.ends_on)))
    if change.step.kind == FOLLOW:
        rows.append(("Term before ends", "", day(change.step.held_ends_on)))
    return [{"label": label, "old": old or NOTHING, "new": new} for label, old, new in rows if old != new]


def ended_row(change: Change) -> Row:
    return {"name": change.councillor.name, "last_day": day(change.step.ends_on)}


def former(number: int) -> str:
    """Why some in the list are passed over; "" where none is."""
    if not number:
        return ""
    who = "One councillor in the list is" if number == 1 else f"{number:,} councillors in the list are"
    return f"{who} no longer in office and not known here, and passed over."


def cut(findings: list[Row]) -> str:
    """What the table on the page leaves out; "" where it shows all."""
    return f"The first {MOST} of {len(findings):,} are shown." if len(findings) > MOST else ""


def problems(findings: list[Row]) -> list[Row]:
    """As components/problems.html shows them, in the order of their rows."""
    ordered = sorted(findings, key=lambda finding: finding["row"])
    return [
        {
            "row": f"{one['row']:,}" if one["row"] else NOTHING,
            "column": one["column"],
            "what": f"{one['who']}: {one['reason']}" if one.get("who") else one["reason"],
            "did": one["did"],
            "status": "late" if one["did"] == LEFT_OUT else "neutral",
        }
        for one in ordered[:MOST]
    ]


def term(starts_on: date | None, ends_on: date | None) -> str:
    """ "from 6 May 2022", "from 6 May 2022 to 4 May 2026"; both days are counted."""
    return f"from {day(starts_on)} to {day(ends_on)}" if ends_on else f"from {day(starts_on)}"


def day(on: date | None) -> str:
    return f"{on:%-d %B %Y}" if on else ""

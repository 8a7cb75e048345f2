"""The duties themselves, as the council asks them: what each page about them says."""

from functools import partial
from typing import Any

from django.urls import reverse

from members import words
from members.duties import Definition, definitions, recorded_types
from members.duties.telling import often
from members.models import Duty, Level, Role


def duties_said(*, is_keeper: bool) -> list[dict[str, Any]]:
    """One row a duty; those that the council does not ask for its administrator (`is_keeper`) alone. Three queries."""
    rows = {duty.code: duty for duty in Duty.objects.all()}
    say, recorded = partial(words.say, words=words.current()), recorded_types()
    roles = dict(Role.objects.values_list("slug", "name"))
    shown = [(one, rows[code]) for code, one in definitions().items() if code in rows]
    return [
        {
            "code": one.code,
            "title": say(one.title),
            "asks": say(one.asks),
            "proved": say(one.proved),
            "owed_by": owed_by(one, roles),
            "often": often(duty.months, duty.days),
            "source": one.source,
            "status": "neutral",
            "tag": tag_of(one, duty, recorded),
            "url": reverse("members:duty-update", args=[one.code]) if is_keeper else "",
        }
        for one, duty in shown
        if duty.is_asked or is_keeper
    ]


def tag_of(one: Definition, duty: Duty, recorded: frozenset[str]) -> str:
    """What a reader must know first, "" where all is as it should be."""
    if not duty.is_asked:
        return "Not asked here"
    return "" if any(proof.needed <= recorded for proof in one.proofs) else "Not recorded yet"


def owed_by(one: Definition, roles: dict[str, str]) -> str:
    """ "Everybody at every level", "Targeted and specialist", "Councillor on the visit rota"."""
    levels = [Level(level).label for level in sorted(one.levels)]
    said = words.say("Every corporate parent") if len(levels) == 3 else f"{' and '.join(levels).capitalize()} level"
    named = [roles.get(slug, slug) for slug in sorted(one.roles)]
    parts = ([said] if levels else []) + named
    but = [roles.get(slug, slug) for slug in sorted(one.not_roles)]
    return "; ".join(parts) + (f", but not {' or '.join(but)}" if but else "")

"""Standing items as rows of a list."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from reports.committees.models import StandingItem


def rows_of(items: Sequence[StandingItem], *, is_own: bool) -> list[dict[str, Any]]:
    """`position`, `title`, `second`; for a body's own items also `change`, `move`, `remove` (addresses), `up`, `down`
    (positions, None at the ends).
    """
    return [row_of(item, len(items)) | (verbs_of(item) if is_own else {}) for item in items]


def row_of(item: StandingItem, last: int) -> dict[str, Any]:
    kind, purpose = str(item.get_kind_display()), str(item.get_purpose_display())
    return {
        "position": item.position,
        "title": item.title,
        "second": purpose if kind == item.title else f"{kind}, {purpose.lower()}",
        "up": item.position - 1 if item.position > 1 else None,
        "down": item.position + 1 if item.position < last else None,
    }


def verbs_of(item: StandingItem) -> dict[str, str]:
    names = ("update", "move", "remove")
    change, move, remove = (reverse(f"committees:standing-item-{name}", args=[item.public_id]) for name in names)
    return {"change": change, "move": move, "remove": remove}

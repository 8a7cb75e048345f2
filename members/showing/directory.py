"""The directory's rows as HTML: written in one go, because a template takes ten times as long over a hundred of them
(docs/explanation/speed.md).
"""

from collections.abc import Sequence
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

ROW = (
    '<li class="app-row app-row--split app-row--tight"><div><a class="app-row__link" href="{}">{}</a>'
    '<p class="app-row__second">{}{}</p></div>{}</li>'
)
TAG = '<span class="app-tag">{}</span>'
CLOSED = {True: ". Account closed", False: ""}


def drawn(rows: Sequence[dict[str, Any]]) -> SafeString:
    """A list item for each of the rows of facts.directory.page_of."""
    tags = {level: format_html(TAG, level) if level else "" for level in {row["level"] for row in rows}}
    return format_html_join(
        "", ROW, ((row["url"], row["name"], row["roles"], CLOSED[row["is_closed"]], tags[row["level"]]) for row in rows)
    )

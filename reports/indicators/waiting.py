"""What imports ask of people, for their start page."""

from collections.abc import Iterator

from corpparent.rules import why_not
from corpparent.words import day
from members.needs import Need
from members.standing import Standing
from reports.indicators import rules
from reports.indicators.models import Import
from reports.indicators.showing.listings import came_of

MOST = 5


def needs(who: Standing) -> Iterator[Need]:
    """Files that were read and wait for somebody to look at them, for those who may take them in. One query at most."""
    if why_not(rules.check_can_import, who):
        return
    for row in Import.objects.visible_to(who).filter(status=Import.Status.READY).order_by("uploaded_at")[:MOST]:
        yield Need(
            title="Look at the file that was read",
            url=row.get_absolute_url(),
            about=f"{row.file_name}, {day(row.uploaded_at)}",
            why=f"{came_of(row)} Nothing is taken in until somebody says so.",
            tag="Waiting for you",
        )

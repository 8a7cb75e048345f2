"""Who brings the promises of a pledge as a table, and what can still be done with one."""

from corpparent.rules import NotAllowed
from members.standing import Standing
from pledges.models import PledgeImport
from pledges.rules.pledges import KEEPERS

Status = PledgeImport.Status


def check_can_bring(who: Standing) -> None:
    if not who.has(*KEEPERS):
        raise NotAllowed("Only democratic services and the administrator bring promises as a table.")


def check_waits(table: PledgeImport) -> None:
    if table.status != Status.READY:
        raise NotAllowed(f"This table was {table.get_status_display().lower()} already.")


def check_has_rows(rows: int) -> None:
    if not rows:
        raise NotAllowed("No row of this table can be taken in. Mend what is listed, then bring it again.")

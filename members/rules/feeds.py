"""Who may bring a list of councillors in, and what may become of it."""

from corpparent.rules import NotAllowed
from members.models import MemberImport
from members.roles import ADMINISTRATOR
from members.standing import Standing

Status = MemberImport.Status
MOST_AT_ONCE = 200

NOT_READY = {
    Status.FETCHING: "This list is still being fetched.",
    Status.DONE: "This list has been taken in already.",
    Status.DROPPED: "This list was dropped. Bring it again if it is wanted after all.",
    Status.REFUSED: "This list was refused, so there is nothing to take in.",
}


def check_can_bring_councillors(who: Standing) -> None:
    """Who sits on the council decides who has powers here: for the administrator alone."""
    if not who.has(ADMINISTRATOR):
        raise NotAllowed("Only the council's administrator can bring in a list of councillors.")


def check_can_take_feed(feed: MemberImport) -> None:
    """Only a list that was read and is waiting."""
    if feed.status != Status.READY:
        raise NotAllowed(NOT_READY[Status(feed.status)])


def check_page_can_take(changes: int) -> None:
    """A page must answer in time; no council in England has as many councillors."""
    if changes > MOST_AT_ONCE:
        raise NotAllowed(
            f"This would change {changes:,} people, and the page takes in {MOST_AT_ONCE} at once. Look whether it is "
            "the right list; if it is, take it in on the command line (import_members)."
        )


def check_can_drop_feed(feed: MemberImport) -> None:
    """Nothing of a list that has ended can be dropped."""
    if feed.status not in (Status.READY, Status.FETCHING):
        raise NotAllowed(NOT_READY[Status(feed.status)])

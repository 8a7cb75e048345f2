"""An exempt paper becomes open by two persons; an open one exempt at once by one (LGA 1972, Schedule 12A, para 10)."""

from uuid import UUID

from corpparent.rules import NotAllowed
from members.standing import Standing
from reports.committees.models import Access, Paper
from reports.committees.rules.papers import check_can_keep


def check_is_kept_from_the_public(paper: Paper) -> None:
    if paper.is_open:
        raise NotAllowed("This paper is open already.")
    if paper.pages and paper.file_id is None:
        raise NotAllowed("The file of this paper is no longer kept.")


def check_can_confirm(who: Standing, paper: Paper, asked_by: UUID | None) -> None:
    """Whoever asked does not confirm: a slip of one hand publishes nothing."""
    check_can_keep(who)
    check_is_kept_from_the_public(paper)
    if asked_by is None:
        raise NotAllowed("Nobody asked yet to open this paper.")
    if asked_by == who.public_id:
        raise NotAllowed("You asked to open it. A second person confirms.")


def check_can_close(who: Standing, paper: Paper) -> None:
    check_can_keep(who)
    if not paper.is_open:
        raise NotAllowed("This paper is kept from the public already.")


def check_can_review(who: Standing, paper: Paper) -> None:
    check_can_keep(who)
    if paper.access != Access.EXEMPT:
        raise NotAllowed("Only exempt papers have a day on which they are looked at again.")

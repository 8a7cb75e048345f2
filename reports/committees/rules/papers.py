"""Who keeps papers, and what may still happen to one. Published, a paper stays as it was read (R22, ADR 18)."""

from corpparent.rules import NotAllowed
from members.standing import Standing
from reports.committees.models import Meeting, Paper
from reports.committees.models.meeting import keeps_papers

LONGEST_REASON = 300
MOST_PAPERS = 200  # of one agenda
PUBLISHED = "This paper is published and stays as it was read. Replace it, or withdraw it, with a reason."


def check_can_keep(who: Standing) -> None:
    if not keeps_papers(who):
        raise NotAllowed("Papers are kept by democratic services officers and administrators.")


def check_is_to_come(meeting: Meeting) -> None:
    """Papers of a meeting that was held or cancelled stay as they are."""
    if meeting.status == Meeting.Status.CANCELLED:
        raise NotAllowed("The meeting is cancelled: its papers stay as they are.")
    if meeting.is_over:
        raise NotAllowed("The meeting was held: its papers stay as they are.")


def check_can_change(paper: Paper) -> None:
    check_is_to_come(paper.item.meeting)
    if paper.is_published:
        raise NotAllowed(PUBLISHED)


def check_can_replace(paper: Paper) -> None:
    """What was published can be replaced once; the next time it is the newest that is replaced."""
    check_is_current(paper)
    if not paper.is_published:
        raise NotAllowed("This paper is not published yet: give it another file instead.")
    if hasattr(paper, "replaced_by"):
        raise NotAllowed("A newer version waits already to be published. Give that one another file.")


def check_can_withdraw(paper: Paper) -> None:
    check_is_current(paper)
    if not paper.is_published:
        raise NotAllowed("This paper is not published yet: remove it.")


def check_is_current(paper: Paper) -> None:
    check_is_to_come(paper.item.meeting)
    if paper.withdrawn_because:
        raise NotAllowed("This paper was withdrawn.")
    if paper.replaced_at:
        raise NotAllowed("A newer version stands in for this paper.")


def check_can_split(paper: Paper) -> None:
    """An exempt paper gets an open part before it; an appendix has one."""
    check_can_change(paper)
    if paper.is_open:
        raise NotAllowed("This paper is open. Add an exempt appendix to it instead.")
    if paper.part_of_id:
        raise NotAllowed("This paper is an appendix: its open part is there already.")


def check_can_list_background(paper: Paper) -> None:
    """Only open reports name what they relied on. Source: Local Government Act 1972, s100D."""
    if not paper.is_open:
        raise NotAllowed("Background papers are listed for open papers only: the law leaves exempt ones out.")
    check_can_change(paper)

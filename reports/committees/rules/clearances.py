"""Who may be asked for a clearance, and who may give it. They are never on the public copy."""

from corpparent.rules import NotAllowed
from members.standing import Standing
from reports.committees.models import Clearance, CommitteeSettings, Paper


def wanted(paper: Paper, settings: CommitteeSettings) -> list[str]:
    """The clearances that `paper` needs before it is published: always a second person's."""
    kinds = [Clearance.Kind.LEGAL.value] * (paper.is_decision and settings.needs_legal)
    kinds += [Clearance.Kind.FINANCE.value] * (paper.is_decision and settings.needs_finance)
    return [*kinds, Clearance.Kind.SECOND.value]


def check_is_another(paper: Paper, person: int) -> None:
    """The second person is somebody else than whoever added the paper or answers for it."""
    if person in (paper.added_by_id, paper.author_id):
        raise NotAllowed("Ask somebody else: whoever added a paper or answers for it does not clear it.")


def check_can_answer(who: Standing, clearance: Clearance) -> None:
    if clearance.asked_of_id != who.person_id:
        raise NotAllowed("Only the person who was asked can clear it.")
    if clearance.paper.is_published:
        raise NotAllowed("This paper is published: it needs no clearance any more.")

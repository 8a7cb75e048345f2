"""Questions of members: who asks whom about which item, who answers, and until when."""

from corpparent.rules import NotAllowed
from members.standing import Standing
from reports.committees.models import AgendaItem, Question
from reports.committees.models.access import sees_exempt_of_all
from reports.committees.models.meeting import keeps_papers

LONGEST_QUESTION, LONGEST_ANSWER = 500, 4_000


def may_see(who: Standing, item: AgendaItem) -> bool:
    """Whether `who`, a member, sees the whole item: an exempt one is for its body and for those who see all."""
    if keeps_papers(who):
        return True
    is_of_body = item.meeting.body.public_id in who.bodies
    return who.is_member and item.published_at is not None and (item.is_open or is_of_body or sees_exempt_of_all(who))


def check_can_ask(who: Standing, item: AgendaItem) -> None:
    if not who.is_member or not may_see(who, item):
        raise NotAllowed("Only members who may see this item ask about it.")
    if item.published_at is None:
        raise NotAllowed("This item is not published yet. Questions are asked from then on.")
    if item.is_withdrawn:
        raise NotAllowed("This item was withdrawn, so there is nothing to ask about it.")


def check_can_be_asked(who: Standing, item: AgendaItem) -> None:
    """Raises NotAllowed where the person would learn of what is not theirs to see."""
    if not who.is_member:
        raise NotAllowed("Ask somebody with an appointment today.")
    if not may_see(who, item):
        raise NotAllowed(
            "This item is not open, and they may not see it. Ask a member of the body, or an officer of it."
        )


def check_is_open(question: Question) -> None:
    if question.answered_at:
        raise NotAllowed("This question is answered.")


def check_can_answer(who: Standing, question: Question) -> None:
    """Whoever was asked, and who prepares papers, for them."""
    check_is_open(question)
    if who.person_id != question.asked_of_id and not keeps_papers(who):
        raise NotAllowed("Only whoever was asked answers it, or democratic services for them.")

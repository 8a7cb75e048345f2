"""What decisions mean for children (duty U3): the seven prompts, who enters, who signs off, who reads."""

from datetime import timedelta

from corpparent.rules import NotAllowed
from members.roles import CHIEF_EXECUTIVE, DCS
from members.standing import Standing
from reports.committees.models import Implication
from reports.committees.models.meeting import keeps_papers

ENTERING = (DCS, CHIEF_EXECUTIVE, "childrens-services-manager")
LONGEST_ANSWER, LONGEST_SUMMARY = 1_000, 500
ASKED_FOR = timedelta(days=92)  # who is appointed later than that after it was shared is not asked any more

# One a principle. Source: Children and Social Work Act 2017, section 1(1)(a) to (g).
PROMPTS = {
    "wellbeing": "What does it do for how our children and care leavers feel, in body and mind?",
    "wishes": "Have they been asked, and how do we know that what they want was listened to?",
    "heard": "What did we do because of what they said, and how were they told?",
    "services": "Does it help them to get, and make the best of, what the council and its partners offer?",
    "aspirations": "Does it help each of them to aim high, as a good parent would?",
    "stability": "Are they safer, and is home, school or work more settled because of it?",
    "independence": "Does it make them readier for living on their own?",
}
NOT_ANSWERED = "Answer this in a sentence or two. Where it changes nothing, say why."


def enters(who: Standing) -> bool:
    """Who prepares papers, and the officers who answer for children's services and for the whole council."""
    return keeps_papers(who) or who.has(*ENTERING)


def check_can_enter(who: Standing) -> None:
    if not enters(who):
        raise NotAllowed(
            "Decision reports are entered by democratic services, administrators, the chief executive, and the "
            "Director and managers of children’s services."
        )


def check_is_draft(implication: Implication) -> None:
    if implication.signed_off_at:
        raise NotAllowed("This was signed off, so it stays as it is.")


def check_can_sign_off(who: Standing, implication: Implication) -> None:
    """Another person than who entered it puts their name to it."""
    check_can_enter(who)
    if not implication.has_section:
        raise NotAllowed("This report has no section on children in care, so there is nothing to sign off.")
    if implication.entered_by_id == who.person_id:
        raise NotAllowed("Somebody else signs this off: you entered it.")


def check_can_share(implication: Implication) -> None:
    if not implication.signed_off_at:
        raise NotAllowed("It is shared once a second person has signed it off.")


def check_can_read(who: Standing) -> None:
    """Corporate parents of any level: they owe duty U3."""
    if who.level <= 0:
        raise NotAllowed("Only corporate parents are asked to say that they read it. You may read it all the same.")


def wrong_in(fields: dict[str, object]) -> dict[str, str]:
    """What is missing from a section, by field: an answer to each prompt, and a summary."""
    if not fields["has_section"]:
        return {}
    answers: dict[str, str] = fields["answers"]  # type: ignore[assignment]
    wrong = {name: NOT_ANSWERED for name in PROMPTS if not answers.get(name)}
    if not fields["summary"]:
        wrong["summary"] = "Say in a few sentences what it means for our children."
    return wrong

"""What is written down of a decision, by whom and when, and what must come of it.

Source for executive decisions: SI 2012/2089, regulations 12 and 13: the record says the decision, its reasons, the
alternatives that were considered and rejected, conflicts of interest that were declared, and dispensations.
"""

from datetime import date

from corpparent.rules import NotAllowed
from members.models import Body
from members.standing import Standing
from reports.committees.models import AgendaItem, Decision, Meeting
from reports.committees.models.meeting import keeps_papers

EXECUTIVE = ("reasons", "alternatives", "conflicts", "dispensations")
ASKED_OF_EXECUTIVE = {
    "reasons": "Give the reasons: the law asks for them in the record of an executive decision.",
    "alternatives": "Say which alternatives were considered and rejected, or “None”.",
    "conflicts": "Say which conflicts of interest were declared, or “None”.",
    "dispensations": "Say which dispensations were given, or “None”.",
}
NO_CHANGE = "This decision is published, so it stays as it is."


def check_can_keep(who: Standing) -> None:
    if not keeps_papers(who):
        raise NotAllowed("Decisions are written down by democratic services officers and administrators.")


def check_can_record(item: AgendaItem, today: date) -> None:
    """From the day of the meeting on, under an item that is on the published agenda and was not withdrawn."""
    check_has_met(item.meeting, today)
    if item.published_at is None:
        raise NotAllowed("This item is not published, so nothing can be decided under it.")
    if item.is_withdrawn:
        raise NotAllowed("This item was withdrawn, so nothing was decided under it.")


def check_has_met(meeting: Meeting, today: date) -> None:
    if meeting.status == Meeting.Status.CANCELLED:
        raise NotAllowed("The meeting was cancelled, so it decided nothing.")
    if meeting.is_over:
        return
    if meeting.status != Meeting.Status.PUBLISHED:
        raise NotAllowed("The agenda of this meeting is not published yet. Decisions are written down at the meeting.")
    if meeting.meets_on > today:
        raise NotAllowed(f"The meeting is on {meeting.meets_on:%-d %B %Y}. Decisions are written down from then on.")


def check_is_draft(decision: Decision) -> None:
    if decision.published_at:
        raise NotAllowed(NO_CHANGE)


def check_wants_answer(decision: Decision) -> None:
    """An action, or a reason why there is none, comes after publication, and once."""
    if decision.published_at is None:
        raise NotAllowed("Publish the decision first: what is done about it points to it.")
    if decision.action_id:
        raise NotAllowed("There is an action already. Look there for what becomes of it.")


def needs_executive_record(body: Body, kind: str) -> bool:
    return body.regime == Body.Regime.EXECUTIVE and kind != Decision.Kind.NOTED


def missing_of(body: Body, kind: str, texts: dict[str, str]) -> dict[str, str]:
    """What is missing in the fields of a decision other than its restriction, by field. `texts` are stripped."""
    found = {}
    if kind not in Decision.Kind.values:
        found["kind"] = "Choose decided, recommended or noted."
    if kind == Decision.Kind.RECOMMENDED and not texts["recommended_to"]:
        found["recommended_to"] = "Say to whom it is recommended, like: Cabinet."
    if needs_executive_record(body, kind):
        found |= {name: words for name, words in ASKED_OF_EXECUTIVE.items() if not texts[name]}
    return found

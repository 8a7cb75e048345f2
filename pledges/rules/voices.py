"""Who writes down what was heard, who takes it further, and which way it goes."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError

from corpparent.rules import NotAllowed
from members.roles import DCS, DEMOCRATIC_SERVICES_OFFICER, LEAD_MEMBER, PARTICIPATION_OFFICER
from members.standing import Standing
from pledges.models import Voice

MANAGER = "childrens-services-manager"
PUBLISHERS = (DCS, LEAD_MEMBER, PARTICIPATION_OFFICER, DEMOCRATIC_SERVICES_OFFICER)
CHALLENGE_WRITERS = (PARTICIPATION_OFFICER, DEMOCRATIC_SERVICES_OFFICER)
MOVERS = (*PUBLISHERS, MANAGER)

Status = Voice.Status
# Being looked at may go to another person, so it leads to itself.
NEXT = {
    Status.HEARD: {Status.LOOKED_AT},
    Status.LOOKED_AT: {Status.LOOKED_AT, Status.CHANGED, Status.NOT_CHANGED},
    Status.CHANGED: {Status.TOLD_BACK},
    Status.NOT_CHANGED: {Status.TOLD_BACK},
    Status.TOLD_BACK: set(),
}
# The body a challenge is put to looks at it from the first day, and may answer at once.
NEXT_OF_CHALLENGE = NEXT | {Status.HEARD: {Status.LOOKED_AT, Status.CHANGED, Status.NOT_CHANGED}}


def check_can_see_voices(who: Standing) -> None:
    """Corporate parents read all of it, and so do the officers who serve them."""
    if not who.is_member:
        raise NotAllowed("Only people with an appointment read what was heard.")


def check_can_record_voice(who: Standing) -> None:
    """Corporate parents write down what they heard; the participation officer for everybody."""
    if not who.level and not who.has(PARTICIPATION_OFFICER):
        raise NotAllowed("Only corporate parents and the participation officer write down what was heard.")


def check_heard_themselves(who: Standing, heard_by: Collection[UUID]) -> None:
    """What others heard is written down by the participation officer: it counts for their duty to listen."""
    if not who.has(PARTICIPATION_OFFICER) and list(heard_by) != [who.public_id]:
        raise NotAllowed("Write down what you heard yourself. For others, the participation officer does it.")


def check_can_record_challenge(who: Standing) -> None:
    if not who.has(*CHALLENGE_WRITERS):
        raise NotAllowed(
            "Only the participation officer and democratic services write down a challenge of the children’s council."
        )


def check_can_change_voice(who: Standing, voice: Voice) -> None:
    """A correction by who wrote it or the participation officer, before everybody can read it."""
    if voice.recorded_by_id != who.person_id and not who.has(PARTICIPATION_OFFICER):
        raise NotAllowed("Only who wrote this down and the participation officer correct it.")
    if voice.is_public:
        raise NotAllowed("Everybody can read this. Take it out of “You said, we did” first, then correct it.")


def check_can_take_further(who: Standing, voice: Voice) -> None:
    """Those who answer for children's services or participation, whoever looks at it, and the body it is put to."""
    is_theirs = voice.looked_at_by_id is not None and voice.looked_at_by_id == who.person_id
    is_in_body = voice.body is not None and voice.body.public_id in who.bodies
    if not (is_theirs or is_in_body or who.has(*MOVERS)):
        raise NotAllowed(
            "Only who looks at this, a member of the body it is put to, the Director, the Lead Member, a manager of "
            "children’s services, the participation officer or democratic services take it further."
        )


def check_can_move(voice: Voice, to: Voice.Status) -> None:
    """Heard, being looked at, changed or not, told back; never the other way."""
    table = NEXT_OF_CHALLENGE if voice.kind == Voice.Kind.CHALLENGE else NEXT
    if to in table[Status(voice.status)]:
        return
    if voice.status == Status.HEARD:
        raise NotAllowed("Say who looks at it first." if to != Status.TOLD_BACK else "Say first what came of it.")
    if voice.status == Status.LOOKED_AT:
        raise NotAllowed("Say first what came of it, or why nothing changed.")
    if voice.status == Status.TOLD_BACK:
        raise NotAllowed("They were told what came of this, so it is done.")
    raise NotAllowed("What came of this is written down. A mistake in it is put right by a correction.")


def check_can_look_at(who: Standing, voice: Voice) -> None:
    check_can_take_further(who, voice)
    check_can_move(voice, Status.LOOKED_AT)


def check_can_decide(who: Standing, voice: Voice) -> None:
    check_can_take_further(who, voice)
    check_can_move(voice, Status.CHANGED)


def check_can_tell_back(who: Standing, voice: Voice) -> None:
    check_can_take_further(who, voice)
    check_can_move(voice, Status.TOLD_BACK)


def check_can_be_looker(name: str, *, is_member: bool) -> None:
    if not is_member:
        raise NotAllowed(f"{name} has no appointment today. Choose somebody who has one.")


def check_can_publish_voice(who: Standing, voice: Voice, writers: Collection[UUID]) -> None:
    """A second person reads it before everybody does. `writers`: who wrote what was heard. Source: SECURITY 13."""
    if not who.has(*PUBLISHERS):
        raise NotAllowed(
            "Only the Director, the Lead Member, the participation officer and democratic services publish this."
        )
    if voice.is_public:
        raise NotAllowed("This is in “You said, we did” already.")
    if voice.recorded_by_id == who.person_id or who.public_id in writers:
        raise NotAllowed("You wrote this yourself. Ask somebody else to read and publish it.")


def check_can_hide_voice(who: Standing, voice: Voice) -> None:
    if not who.has(*PUBLISHERS):
        raise NotAllowed(
            "Only the Director, the Lead Member, the participation officer and democratic services take this out."
        )
    if not voice.is_public:
        raise NotAllowed("This is not in “You said, we did”.")


def check_days(voice: Voice, today: date) -> None:
    """Heard, decided, told: in that order, and none on a day to come. Raises ValidationError by field."""
    if voice.heard_on > today:
        raise ValidationError({"heard_on": "This day is still to come. Enter the day it was heard."})
    if voice.decided_on and voice.heard_on > voice.decided_on:
        raise ValidationError({"heard_on": f"It was decided on {said(voice.decided_on)}, so it was heard by then."})
    if voice.told_on and voice.told_on > today:
        raise ValidationError({"told_on": "This day is still to come. Enter the day they were told."})
    if voice.told_on and voice.decided_on and voice.told_on < voice.decided_on:
        raise ValidationError(
            {"told_on": f"It was decided on {said(voice.decided_on)}. Enter that day or a later one."}
        )


def check_answer_by(voice: Voice, today: date) -> None:
    """A body has a day at least. Raises ValidationError by field."""
    if voice.answer_by and voice.answer_by <= max(voice.heard_on, today):
        raise ValidationError({"answer_by": "Give the body a day that is still to come to answer by."})


def said(day: date) -> str:
    return f"{day:%-d %B %Y}"

"""Who writes, endorses and publishes a pledge, and the way from a draft to one that is retired."""

from datetime import date

from django.core.exceptions import ValidationError

from corpparent.months import months_after
from corpparent.rules import NotAllowed
from members.models import Body
from members.roles import ADMINISTRATOR, DCS, DEMOCRATIC_SERVICES_OFFICER, LEAD_MEMBER, PARTICIPATION_OFFICER
from members.standing import Standing
from pledges.models import Pledge

Status = Pledge.Status

WRITERS = (PARTICIPATION_OFFICER, DEMOCRATIC_SERVICES_OFFICER, ADMINISTRATOR)
KEEPERS = (DEMOCRATIC_SERVICES_OFFICER, ADMINISTRATOR)
PUBLISHERS = (DCS, LEAD_MEMBER, PARTICIPATION_OFFICER, DEMOCRATIC_SERVICES_OFFICER)
LONGEST = 10  # years that a pledge holds
LONGEST_REVIEW = 36  # months until somebody looks at it again

NEXT = {
    Status.DRAFT: {Status.CONSULTED, Status.RETIRED},
    Status.CONSULTED: {Status.ENDORSED, Status.RETIRED},
    Status.ENDORSED: {Status.LIVE, Status.RETIRED},
    Status.LIVE: {Status.UNDER_REVIEW, Status.RETIRED},
    Status.UNDER_REVIEW: {Status.LIVE, Status.RETIRED},
    Status.RETIRED: set(),
}
NOT_YET = {
    Status.CONSULTED: "Young people are asked about a draft. This pledge is {now} already.",
    Status.ENDORSED: "A body endorses a pledge once young people were asked about it. This one is {now}.",
    Status.LIVE: "A pledge is published once a body has endorsed it. This one is {now}.",
    Status.UNDER_REVIEW: "Only a live pledge is reviewed. This one is {now}.",
    Status.RETIRED: "This pledge is {now} already.",
}
WORDS_CHANGE = (Status.DRAFT, Status.CONSULTED)
SIGNED = (Status.ENDORSED, Status.LIVE, Status.UNDER_REVIEW)
RENEWED = (Status.LIVE, Status.UNDER_REVIEW, Status.RETIRED)


def check_can_write(who: Standing) -> None:
    """Officers write it down in the words of those who made it. Source: DOMAIN, 3."""
    if not who.has(*WRITERS):
        raise NotAllowed(
            "Only the participation officer, democratic services or the administrator writes a pledge down."
        )


def check_can_keep(who: Standing) -> None:
    """Endorsement, signatures, review and retiring are written down by those who keep the council's papers."""
    if not who.has(*KEEPERS):
        raise NotAllowed("Only democratic services and the administrator write down what became of a pledge.")


def check_can_publish(who: Standing) -> None:
    if not who.has(*PUBLISHERS):
        raise NotAllowed(
            "Only the Director of Children's Services, the Lead Member, the participation officer or democratic "
            "services publishes a pledge."
        )


def check_another_person(*, has_written: bool) -> None:
    """Whoever wrote any of it does not publish it: two people look before everybody does."""
    if has_written:
        raise NotAllowed("You wrote some of this pledge. Ask somebody else to look at it and publish it.")


def check_can_move(pledge: Pledge, status: Pledge.Status) -> None:
    if status not in NEXT[Status(pledge.status)]:
        raise NotAllowed(NOT_YET[status].format(now=pledge.get_status_display().lower()))


def check_words_can_change(pledge: Pledge) -> None:
    """What a body endorsed and people signed stays as it was; other words are a new pledge."""
    if pledge.status not in WORDS_CHANGE:
        raise NotAllowed(
            f"This pledge is {pledge.get_status_display().lower()}: its words stay as they were endorsed. "
            "To promise something else, renew it and change the new draft."
        )


def check_is_not_retired(pledge: Pledge) -> None:
    if pledge.status == Status.RETIRED:
        raise NotAllowed("This pledge is retired. It stays as it was.")


def check_can_be_signed(pledge: Pledge) -> None:
    if pledge.status not in SIGNED:
        raise NotAllowed(f"A pledge is signed once it is endorsed. This one is {pledge.get_status_display().lower()}.")


def check_can_be_renewed(pledge: Pledge, *, has_after: bool) -> None:
    if has_after:
        raise NotAllowed("This pledge has been renewed already. Go on with the pledge that comes after it.")
    if pledge.status not in RENEWED:
        raise NotAllowed("Only a pledge that was published is renewed. Change this one instead.")


def check_pledge(pledge: Pledge) -> None:
    """Raise ValidationError by field unless its days make sense."""
    if pledge.ends_on <= pledge.starts_on:
        raise ValidationError({"ends_on": "Enter a day after the one from which it holds."})
    if pledge.ends_on > months_after(pledge.starts_on, 12 * LONGEST):
        raise ValidationError({"ends_on": f"A pledge holds for {LONGEST} years at most. Enter an earlier day."})


def check_consultation(pledge: Pledge, consulted_on: date, promises: int, today: date) -> None:
    """Raises NotAllowed, ValidationError by field."""
    if not promises:
        raise NotAllowed("There is no promise in it yet. Write the promises first, then ask young people about them.")
    if not pledge.written_with:
        raise NotAllowed("Nobody is named as having written it. Say first which group of young people did.")
    if consulted_on > today:
        raise ValidationError({"consulted_on": "This day is still to come. Enter it once young people were asked."})


def check_endorsement(pledge: Pledge, body: Body, endorsed_on: date, today: date) -> None:
    """Raise ValidationError by field."""
    if body.kind == Body.Kind.PARTNER:
        raise ValidationError({"body": "A partner does not decide for the council. Choose a body of the council’s."})
    if endorsed_on > today:
        raise ValidationError({"endorsed_on": "This day is still to come. Enter it once the body has agreed."})
    if pledge.consulted_on and endorsed_on < pledge.consulted_on:
        asked = f"Young people were asked on {written(pledge.consulted_on)}."
        raise ValidationError({"endorsed_on": f"{asked} Enter that day or a later one."})


def check_signature(pledge: Pledge, signed_on: date, today: date) -> None:
    """Raise ValidationError by field."""
    if signed_on > today:
        raise ValidationError({"signed_on": "This day is still to come. Enter the day on which it was signed."})
    if pledge.endorsed_on and signed_on < pledge.endorsed_on:
        raise ValidationError(
            {"signed_on": f"It was endorsed on {written(pledge.endorsed_on)}. Enter that day or a later one."}
        )


def check_can_go_live(pledge: Pledge, *, unowned: list[int], promises: int, signatures: int, live: str) -> None:
    """`unowned`: numbers of promises for which nobody answers; `live`: title of the group's live pledge, or "".

    A promise without an owner is nobody's. Source: DOMAIN, 3.
    """
    check_can_move(pledge, Status.LIVE)
    if not promises:
        raise NotAllowed("There is no promise in it. Write the promises first.")
    if unowned:
        raise NotAllowed(f"Nobody answers for {listed(unowned)}. Choose a role for each first.")
    if not signatures:
        raise NotAllowed("Nobody has signed it yet. Write down first who did.")
    if live:
        group = pledge.get_group_display().lower()
        raise NotAllowed(f"“{live}” is live for {group}. Retire it first: a group has one pledge at a time.")


def check_review_day(pledge: Pledge, review_on: date, today: date) -> None:
    """Raise ValidationError by field."""
    if review_on <= today:
        raise ValidationError({"review_on": "Enter a day that is still to come."})
    if review_on > pledge.ends_on:
        raise ValidationError({"review_on": f"It holds until {written(pledge.ends_on)}. Review it by then."})
    if review_on > months_after(today, LONGEST_REVIEW):
        raise ValidationError({"review_on": f"Look at it again within {LONGEST_REVIEW // 12} years."})


def listed(numbers: list[int]) -> str:
    """ "promise 3", "promises 3, 4 and 7"."""
    if len(numbers) == 1:
        return f"promise {numbers[0]}"
    return f"promises {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"


def written(day: date) -> str:
    return f"{day:%-d %B %Y}"

"""What an appointment must be, beside all others: each rule says no with its reason and the place on the form."""

from datetime import date, timedelta

from corpparent.months import months_after
from corpparent.rules import NotAllowed
from members.models import Appointment, Body, Role
from members.roles import IN_A_BODY

# County and county borough councils began on this day: Local Government Act 1888.
FIRST_DAY = date(1889, 4, 1)
YEARS_AHEAD = 10
# Places of which a body has one at a time.
ONE_EACH = {Appointment.Place.CHAIR, Appointment.Place.VICE_CHAIR}


class AppointmentRefused(NotAllowed):
    """The appointment would not be right. `field` names the field of the form where it goes wrong."""

    def __init__(self, sentence: str, field: str) -> None:
        super().__init__(sentence)
        self.field = field


def said(day: date) -> str:
    return f"{day:%-d %B %Y}"


def term(starts_on: date, ends_on: date | None) -> str:
    """The days as a sentence goes on: "from 5 May 2023 to 4 May 2027", "from 5 May 2023"."""
    return f"from {said(starts_on)} to {said(ends_on)}" if ends_on else f"from {said(starts_on)}"


def check_term(starts_on: date, ends_on: date | None, today: date) -> None:
    """The last day is not before the first, and both are days that a council could mean."""
    latest = months_after(today, 12 * YEARS_AHEAD)
    if starts_on < FIRST_DAY:
        raise AppointmentRefused(f"Councils began on {said(FIRST_DAY)}. Enter a first day after that.", "starts_on")
    for day, field in ((starts_on, "starts_on"), (ends_on, "ends_on")):
        if day and day > latest:
            raise AppointmentRefused(
                f"That is more than ten years ahead. Enter a day up to {said(latest)}, or leave the last day empty.",
                field,
            )
    if ends_on and ends_on < starts_on:
        raise AppointmentRefused(f"This appointment starts on {said(starts_on)}. It cannot end before that.", "ends_on")


def check_end(appointment: Appointment, ends_on: date) -> None:
    """Ending makes a term shorter; making it longer is a change of its days."""
    if appointment.ends_on and ends_on > appointment.ends_on:
        raise AppointmentRefused(
            f"This appointment ends on {said(appointment.ends_on)} already. To make it longer, change its days.",
            "ends_on",
        )


def check_body(role: Role, body: Body | None, place: str) -> None:
    """Some roles are held in a body; a body always comes with the place in it."""
    if role.slug in IN_A_BODY and not body:
        raise AppointmentRefused(f"Choose the body. The role “{role.name}” is held in one.", "body")
    if body and not place:
        raise AppointmentRefused(f"Choose the place in the {body.name}.", "place")
    if place and not body:
        raise AppointmentRefused("Choose the body that this place is in, or leave the place empty.", "body")


def check_body_in_being(body: Body, starts_on: date, ends_on: date | None) -> None:
    """Nobody sits in a body before its first day or after its last."""
    if starts_on < body.starts_on:
        raise AppointmentRefused(
            f"The first day of the {body.name} is {said(body.starts_on)}. Enter that day or a later one.",
            "starts_on",
        )
    if body.ends_on and (ends_on is None or ends_on > body.ends_on):
        raise AppointmentRefused(
            f"The last day of the {body.name} is {said(body.ends_on)}. Enter that day or an earlier one.", "ends_on"
        )


def check_councillors_fields(role: Role, ward: str, party: str) -> None:
    """Ward and party are of a councillor's term: nobody else is elected."""
    for words, field, name in ((ward, "ward", "a ward"), (party, "party", "a party")):
        if words and role.slug != "councillor":
            raise AppointmentRefused(f"Only the role “Councillor” has {name}. Leave this empty.", field)


def check_not_twice(held: Appointment | None) -> None:
    """`held`: the same person's appointment to the same role (and body) on some of the same days."""
    if held:
        where = f" in the {held.body.name}" if held.body else ""
        raise AppointmentRefused(
            f"{held.person.name} holds the role “{held.role.name}”{where} already, "
            f"{term(held.starts_on, held.ends_on)}. Choose days that do not overlap, or change that appointment.",
            "starts_on",
        )


def check_office_is_free(held: Appointment | None) -> None:
    """`held`: another's appointment to the office on some of the same days. Source: Children Act 2004, ss. 18, 19."""
    if held:
        raise AppointmentRefused(
            f"{held.person.name} is {held.role.name} {term(held.starts_on, held.ends_on)}. "
            "The law names one person at a time: end that appointment first, or choose other days.",
            "starts_on",
        )


def check_place_is_free(held: Appointment | None) -> None:
    """`held`: another's appointment as chair, or vice-chair, of the same body on some of the same days."""
    if held and held.body:
        place = held.get_place_display().lower()
        raise AppointmentRefused(
            f"{held.person.name} is {place} of the {held.body.name} {term(held.starts_on, held.ends_on)}. "
            f"A body has one {place} at a time: end or change that appointment first.",
            "place",
        )


def first_day_lost(before: tuple[date, date | None], after: tuple[date, date | None], today: date) -> date | None:
    """First day from `today` on that the term `before` (first and last day) had and the term `after` has not."""
    lost = max(today, before[0])
    if after[0] <= lost:
        if after[1] is None:
            return None
        lost = max(lost, after[1] + timedelta(days=1))
    return None if before[1] is not None and lost > before[1] else lost


def check_keeps_administrator(name: str, lost_on: date, *, is_own: bool, is_anyone_left: bool) -> None:
    """Without an administrator nobody could appoint anyone, so the last one stays; nobody locks themselves out."""
    if is_own:
        raise AppointmentRefused(
            "You cannot end your own powers as administrator. Ask another administrator to do it.", "ends_on"
        )
    if not is_anyone_left:
        raise AppointmentRefused(
            f"From {said(lost_on)} there would be no administrator in place of {name}. Appoint another one first.",
            "ends_on",
        )

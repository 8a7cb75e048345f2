"""Who sees homes, who writes them, and which days of a home fit together."""

from datetime import date

from django.core.exceptions import ValidationError

from corpparent.rules import NotAllowed
from members.models import Appointment
from members.models.role import Level
from members.roles import ADMINISTRATOR, DEMOCRATIC_SERVICES_OFFICER
from members.standing import Standing
from visits.models import Home
from visits.rules.visits import ANSWERS, SERVICES_MANAGER, sees_all_reports

WRITERS = (ADMINISTRATOR, DEMOCRATIC_SERVICES_OFFICER, SERVICES_MANAGER)


def check_can_see_homes(who: Standing) -> None:
    """Those who act for children in care from near; not every member, and not the public."""
    if not (who.level >= Level.TARGETED or who.has(*WRITERS) or sees_all_reports(who)):
        raise NotAllowed("Only those who visit homes, work for them or lead children’s services see them.")


def sees_unpublished(who: Standing) -> bool:
    """Whether `who` knows of an inspection before Ofsted has published it."""
    return who.has(*WRITERS)


def check_can_write_homes(who: Standing) -> None:
    if not who.has(*WRITERS):
        raise NotAllowed(
            "Only democratic services, children’s services managers and the administrator write down homes. "
            "Tell one of them what is wrong."
        )


def check_can_close(home: Home) -> None:
    if home.closed_on is not None:
        raise NotAllowed(f"This home closed on {home.closed_on:%-d %B %Y} already.")


def check_days(opened_on: date | None, closed_on: date | None) -> None:
    """Raises ValidationError at `closed_on`."""
    if opened_on and closed_on and closed_on < opened_on:
        raise ValidationError({"closed_on": f"It opened on {opened_on:%-d %B %Y}. Enter that day or a later one."})


def check_can_be_posted(appointment: Appointment) -> None:
    """A manager or a responsible individual answers for a home, nobody else. Raises ValidationError."""
    if appointment.role.slug not in ANSWERS:
        raise ValidationError(
            {"appointment": "Choose the appointment of a registered manager or a responsible individual."}
        )

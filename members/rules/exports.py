"""Who may take people's data out of the portal."""

from uuid import UUID

from corpparent.rules import NotAllowed
from members.roles import ADMINISTRATOR, DEMOCRATIC_SERVICES_OFFICER
from members.standing import Standing


def check_can_export_people(who: Standing) -> None:
    """People, bodies and memberships leave only by the hands of those who keep them."""
    if not who.has(ADMINISTRATOR, DEMOCRATIC_SERVICES_OFFICER):
        raise NotAllowed("Only the administrator or a democratic services officer can download the list of people.")


def can_have_personal_data(who: Standing, person_id: UUID) -> bool:
    """Everybody gets what the portal holds about them; the administrator fetches it for those who ask on paper.

    Source: UK GDPR, article 15.
    """
    return who.public_id == person_id or who.has(ADMINISTRATOR)


def check_can_have_personal_data(who: Standing, person_id: UUID) -> None:
    """The same, with the reason."""
    if not can_have_personal_data(who, person_id):
        raise NotAllowed("Only this person, or the administrator for them, can download what the portal holds.")

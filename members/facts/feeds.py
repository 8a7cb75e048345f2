"""What the portal knows of people, for a list of councillors to be compared with."""

from collections import defaultdict

from members.feeds.known import Held, Known
from members.models import Appointment, Person
from members.roles import COUNCILLOR


def known_people() -> list[Known]:
    """Everybody, with every term as a councillor. Two queries, whatever the number."""
    terms: dict[int, list[Held]] = defaultdict(list)
    for one in Appointment.objects.filter(role__slug=COUNCILLOR).order_by("starts_on"):
        terms[one.person_id].append(Held(one.public_id, one.starts_on, one.ends_on, one.ward, one.party))
    people = Person.objects.order_by("name", "pk").only("public_id", "name", "email", "source_id")
    return [Known(one.public_id, one.name, one.email, one.source_id, tuple(terms[one.pk])) for one in people]

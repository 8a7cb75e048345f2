"""An officer, a body, and what a form about a meeting sends."""

from datetime import UTC, date, datetime, time

from reports.committees import services
from tests.factories.bodies import BodyFactory
from tests.factories.members import AppointmentFactory

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ON = date(2027, 2, 3)
SENT = {"begins_at": "14:00", "place": "Council Chamber", "attending": "in-person"}


def officer():
    return AppointmentFactory(role__slug="democratic-services-officer").person


def committee(**fields):
    return BodyFactory(**({"regime": "council-committee", "kind": "committee"} | fields))


def planned(**fields):
    given = {"meets_on": ON, "begins_at": time(14), "place": "Council Chamber", "by": None, "at": AT} | fields
    return services.plan_meeting(**{"body": given.pop("body", None) or committee(), **given})


def day_sent(name, day):
    return {f"{name}_0": str(day.day), f"{name}_1": str(day.month), f"{name}_2": str(day.year)}

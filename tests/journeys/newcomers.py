"""People of a journey's own beside the invented council: `python -m tests.journeys.newcomers elect SURNAME YEAR`,
`… guest EMAIL ROLE`, `… parent SURNAME` or `… late TITLE`. Prints one line of JSON.

elect: three councillors of the last election, one of whom answers for a target of YEAR; prints everybody who sits.
guest: somebody new is invited; prints the secret of the link in their mail.
parent: a councillor on the visit rota who came to an induction, and is asked to read; prints how to sign in.
late: an action of the participation officer's that the clerk raised eight weeks ago and that was due four weeks ago;
the worker is asked to sweep; prints the action's address.
"""

import json
import sys
from datetime import timedelta

import django

django.setup()

from django.utils import timezone  # noqa: E402

from corpparent.periods import Period  # noqa: E402
from corpparent.tasks import sweep  # noqa: E402
from members import services  # noqa: E402
from members.models import Appointment, Attendance, Council, Course, Person  # noqa: E402
from members.services.getting_in import secret_of  # noqa: E402
from pledges import services as pledges  # noqa: E402
from reports.indicators import services as figures  # noqa: E402
from reports.indicators.models import Indicator  # noqa: E402
from reports.packs.seed import password_of  # noqa: E402

NOW = timezone.now()
TODAY = timezone.localdate()


def add(known_as, surname, *roles, days):
    """Appointed `days` ago."""
    email = f"{known_as}.{surname}@larchford.example".lower()
    person = services.add_person(name=f"Cllr {known_as} {surname}", known_as=known_as, email=email, by=None, at=NOW)
    for role in roles:
        elected = {"ward": "Millrace", "party": "Common Ground"} if role == "councillor" else {}
        starts_on = TODAY - timedelta(days=days)
        services.appoint(person=person, role=role, starts_on=starts_on, by=None, at=NOW, **elected)
    return person


def elect(surname, year):
    people = [add(known_as, surname, "councillor", days=1200) for known_as in ("Stella", "Moira", "Lena")]
    figures.set_target(
        indicator=Indicator.objects.current().earliest("code"),
        period=Period.parse(year),
        value=50,
        tolerance=5,
        answerable=people[-1],
        by=Person.objects.get(email="priya@larchford.example"),
        at=NOW,
    )
    held = Appointment.objects.current(TODAY).filter(role__slug="councillor")
    columns = held.values("person__name", "person__email", "ward", "party", "starts_on", "ends_on")
    return [{name.removeprefix("person__"): value for name, value in row.items()} for row in columns]


def parent(surname):
    person = add("Greta", surname, "councillor", "visiting-councillor", days=30)
    person.set_password(password_of(person.email))
    person.save(update_fields=["password"])
    course = Course.objects.filter(kind=Course.Kind.INDUCTION).earliest("pk")
    day = NOW - timedelta(days=20)
    session = services.plan_session(course=course, starts_at=day, place="", by=None, at=day)
    outcomes = {person: Attendance.Outcome.ATTENDED}
    services.record_attendance(session=session, outcomes=outcomes, version=session.version, by=None, at=NOW)
    services.ask_readers(NOW)
    return [person.email, password_of(person.email)]


def guest(email, role):
    person = services.add_person(name="Cllr Ada Quill", known_as="Ada", email=email, by=None, at=NOW)
    services.appoint(person=person, role=role, starts_on=TODAY - timedelta(days=200), by=None, at=NOW)
    return secret_of(services.invite(person=person, by=None, at=NOW).public_id)


def late(title):
    nia, delphine = (Person.objects.get(email=f"{name}@larchford.example") for name in ("nia", "delphine"))
    action = pledges.raise_action(
        title=title,
        why="Nobody had asked them.",
        owner=nia,
        due_on=TODAY - timedelta(days=28),
        source=Council.current().reference,
        theme="safety",
        by=delphine,
        at=NOW - timedelta(days=56),
    )
    sweep.delay()
    return f"/actions/{action.public_id}/"


DEEDS = {"elect": elect, "guest": guest, "parent": parent, "late": late}

if __name__ == "__main__":
    print(json.dumps(DEEDS[sys.argv[1]](*sys.argv[2:]), default=str))

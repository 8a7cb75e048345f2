"""A home of a journey's own, with people who visit it: `python -m tests.journeys.homes DEED ALIAS`.

empty: people alone, in a council without homes.
home: a home that was visited three months ago, whose children asked for something and where a point is open.
taken: the same, and a visit to it that is due now, taken by the two visitors for today.
again: the people of a home that there is, who sign in once more.
reported: the same, and the report was sent today, with three points.

Prints one line of JSON: {"home", "urn", "visit": address of what is wanted, "report": address of what was sent,
"people": {officer | lead | second | manager: [name, e-mail address, session]}}. Everybody has just signed in.
"""

import json
import sys
import zlib
from datetime import timedelta

import django

django.setup()

from django.utils import timezone  # noqa: E402

from members.models import Person  # noqa: E402
from members.roles import DEMOCRATIC_SERVICES_OFFICER  # noqa: E402
from reports.packs.seed import council  # noqa: E402
from tests.factories.members import AppointmentFactory, PersonFactory  # noqa: E402
from tests.factories.visits import AnswerFactory, HomeFactory, PointFactory, VisitFactory  # noqa: E402
from tests.plugins.people import PersonsClient  # noqa: E402
from tests.visits.cleared import visitor  # noqa: E402
from visits import services  # noqa: E402
from visits.models import HomePost  # noqa: E402
from visits.questions import parts  # noqa: E402

NOW = timezone.now()
TODAY = timezone.localdate()
NAMES = {"officer": "Dilys", "lead": "Ada", "second": "Ivor", "manager": "Petra"}
ANSWERS = {"choice": lambda question: question.choices[0], "count": lambda question: "2", "words": lambda question: ""}


def people_of(alias):
    """{part: Person}: the second visitor has been there before, and the lead watched."""
    people = {part: person_of(known_as, alias) for part, known_as in NAMES.items()}
    AppointmentFactory(person=people["officer"], role__slug=DEMOCRATIC_SERVICES_OFFICER)
    AppointmentFactory(person=people["manager"], role__slug="home-manager")
    for part in ("lead", "second"):
        visitor(people[part], without="shadow", trained_on=TODAY - timedelta(days=30))
    return people


def person_of(known_as, alias):
    """Their surname is no home's name, so that no text is cleared by the other."""
    email = f"{known_as}.{alias}@larchford.example".lower()
    return PersonFactory(name=f"{known_as} {alias}wood", known_as=known_as, email=email)


def empty(alias):
    return {"people": people_of(alias)}


def home(alias):
    people = people_of(alias)
    urn = f"SC{zlib.crc32(alias.encode()) % 10**6:06}"
    one = HomeFactory(alias=alias, urn=urn, address=f"18 {alias} Way, Larchford")
    HomePost.objects.create(home=one, appointment=people["manager"].appointments.get())
    before = VisitFactory(
        sent=True,
        home=one,
        lead=people["second"],
        shadow=people["lead"],
        visited_on=TODAY - timedelta(days=95),
        submitted_at=NOW - timedelta(days=94),
        answer_by=TODAY - timedelta(days=80),
    )
    AnswerFactory(visit=before, question="asked", said="Come at tea time, not when we are at school.")
    PointFactory(visit=before, number=1, title="Shower on the first floor has low pressure", saw="It only drips.")
    return {"people": people, "home": one}


def taken(alias):
    known = home(alias)
    slot = services.add_slot(
        home=known["home"], starts_on=TODAY - timedelta(days=20), due_on=TODAY + timedelta(days=5), by=None, at=NOW
    )
    for part in ("lead", "second"):
        person = known["people"][part]
        turn = services.offer_turn(slot=slot, person=person, part=part, by=None, at=NOW)
        services.take_turn(turn=turn, by=person, at=NOW)
    slot.refresh_from_db()
    services.choose_day(slot=slot, planned_on=TODAY, version=slot.version, by=known["people"]["lead"], at=NOW)
    return known | {"slot": slot}


def again(alias):
    emails = {part: f"{name}.{alias}@larchford.example".lower() for part, name in NAMES.items()}
    return {"people": {part: Person.objects.get(email=email) for part, email in emails.items()}}


def reported(alias):
    known = taken(alias)
    lead = known["people"]["lead"]
    visit = services.start_visit(slot=known["slot"], key=known["slot"].public_id, by=lead, at=NOW)
    asked = [question for part in parts().values() for question in part.asked]
    services.save_part(
        visit=visit,
        answers={question.slug: ANSWERS[question.kind](question) for question in asked},
        version=visit.version,
        by=lead,
        at=NOW,
        visited_on=TODAY,
        judgement="mostly",
        judgement_reason="Warm and lively.",
    )
    for title in ("Garden gate does not shut", "Kitchen is locked after 7pm", "Nobody knows when the dentist comes"):
        services.add_point(visit=visit, by=lead, at=NOW, title=title, saw="Two children said so.", theme="health")
    return known | {"visit": services.send_visit(visit=visit, by=lead, at=NOW)}


DEEDS = {"again": again, "empty": empty, "home": home, "taken": taken, "reported": reported}


def said(known):
    """As it is printed."""
    signed_in = {part: PersonsClient(person).cookies["session"].value for part, person in known["people"].items()}
    return {
        "home": str(known.get("home", "")),
        "urn": known["home"].urn if "home" in known else "",
        "visit": f"/rota/{known['slot'].public_id}/" if "slot" in known else "",
        "report": f"/visits/{known['visit'].public_id}/" if "visit" in known else "",
        "people": {part: [person.name, person.email, signed_in[part]] for part, person in known["people"].items()},
    }


if __name__ == "__main__":
    council()
    print(json.dumps(said(DEEDS[sys.argv[1]](*sys.argv[2:]))))

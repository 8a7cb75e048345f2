"""A committee of a journey's own, with people who sit on it: `python -m tests.journeys.committees DEED NAME`.

new: the committee and its people alone.
ready: and a meeting in three weeks, whose agenda is cleared and can be published.
long: and its agenda is published, with a report of sixty pages and an exempt one behind it.
held: and a meeting of a quarter ago, with an open report and an exempt appendix, whose day has gone by.
tomorrow: the next meeting of a committee that there is has come so near.
begun: as held, and the meeting was yesterday.
next: and another meeting of a committee that there is has begun today.
looks: how often exempt words of a committee that there is were opened, by event.

Prints one line of JSON: {"body", "slug", "meeting": its address, "agenda": that of its officer, "day" (ISO),
"people": {officer | second | member | chair: [name, e-mail address, session]}, "looks"}. Everybody has just signed in.
"""

import json
import sys
from datetime import time, timedelta

import django

django.setup()

from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402

from corpparent import documents  # noqa: E402
from corpparent.models import Event  # noqa: E402
from members.models import Body, Person  # noqa: E402
from members.roles import DEMOCRATIC_SERVICES_OFFICER  # noqa: E402
from reports.committees import services  # noqa: E402
from reports.committees.models import AgendaPack, Clearance, ItemKind, Meeting, Paper  # noqa: E402
from reports.packs.seed import council  # noqa: E402
from tests.documents import pdf_of  # noqa: E402
from tests.factories.bodies import BodyFactory  # noqa: E402
from tests.factories.members import AppointmentFactory, PersonFactory  # noqa: E402
from tests.installation import wait_until  # noqa: E402
from tests.plugins.people import PersonsClient  # noqa: E402

NOW = timezone.now()
TODAY = timezone.localdate()
NAMES = {"officer": "Dilys", "second": "Ivor", "member": "Ada", "chair": "Petra"}
PLACES = {"member": "member", "chair": "chair"}
EXEMPT = {
    "access": "exempt",
    "public_title": "Exempt appendix",
    "paragraphs": [2],
    "interest": "So few children live there that it would tell of them.",
    "review_on": TODAY + timedelta(days=365),
}


def email_of(known_as, name):
    return f"{known_as}.{name}@larchford.example".lower()


def new(name):
    people = {
        part: PersonFactory(name=f"{known_as} {name}wood", known_as=known_as, email=email_of(known_as, name))
        for part, known_as in NAMES.items()
    }
    body = BodyFactory(name=f"{name} Committee", kind=Body.Kind.COMMITTEE, regime=Body.Regime.COMMITTEE)
    for part in ("officer", "second"):
        AppointmentFactory(person=people[part], role__slug=DEMOCRATIC_SERVICES_OFFICER)
    for part, place in PLACES.items():
        AppointmentFactory(person=people[part], role__slug="committee-member", body=body, place=place)
    return {"body": body, "people": people}


def planned(name, pages=2):
    """With an open report of so many pages, cleared."""
    known = new(name)
    meeting = services.plan_meeting(
        body=known["body"],
        meets_on=TODAY + timedelta(weeks=3),
        begins_at=time(14),
        place="Committee room 1, Larchford Town Hall",
        by=known["people"]["officer"],
        at=NOW,
    )
    reports = meeting.items.get(kind=ItemKind.REPORT)
    sheets = [f"How our children do at school, sheet {number}" for number in range(1, pages + 1)]
    whole = add(known, reports, f"{name} school report", sheets, {"access": "open"})
    return known | {"meeting": meeting, "whole": whole}


def add(known, item, title, sheets, restriction, part_of=None):
    """A paper, which the second person clears."""
    officer, second = known["people"]["officer"], known["people"]["second"]
    document = documents.take_in(pdf_of(*sheets), "report.pdf")
    paper = services.add_paper(
        item=item, restriction={"title": title} | restriction, document=document, part_of=part_of, by=officer, at=NOW
    )
    asked = services.ask_clearance(paper=paper, kind=Clearance.Kind.SECOND, of=second, by=officer, at=NOW)
    services.give_clearance(clearance=asked, version=Paper.objects.get(pk=paper.pk).version, by=second, at=NOW)
    return paper


def with_appendix(name, pages=2):
    """And an exempt appendix, whose words nobody else may read."""
    known = planned(name, pages)
    whole = known["whole"]
    sheets = [f"Zanzibarine of {name}, sheet {number}" for number in (1, 2)]
    add(known, whole.item, f"Zanzibarine of {name}", sheets, EXEMPT, part_of=whole)
    return known


def published(known):
    """By the portal's own worker."""
    publication = services.publish(
        meeting=known["meeting"], because="", late_because="", by=known["people"]["officer"], at=NOW
    )
    packs = AgendaPack.objects.filter(publication=publication, publication__published_at__isnull=False)
    wait_until(packs.exists, timeout=60, what="the agenda is published")
    return known


def moved(known, on):
    """Days go by: the same as the meeting's day coming nearer."""
    Meeting.objects.filter(pk=known["meeting"].pk).update(meets_on=on, first_on=on)
    known["meeting"].refresh_from_db()
    return known


def known_already(name):
    body = Body.objects.get(name=f"{name} Committee")
    people = {part: Person.objects.get(email=email_of(known_as, name)) for part, known_as in NAMES.items()}
    return {"body": body, "people": people, "meeting": body.meetings.latest("meets_on")}


def next_begun(name):
    known = known_already(name)
    meeting = services.plan_meeting(
        body=known["body"],
        meets_on=TODAY,
        begins_at=time(0, 1),
        place="Committee room 1, Larchford Town Hall",
        by=known["people"]["officer"],
        at=NOW,
    )
    return known | {"meeting": meeting}


def looks(name):
    known = known_already(name)
    ids = [one.public_id for one in known["people"].values()]
    found = Event.objects.filter(type__in=["exempt-paper-opened", "exempt-pack-opened"], actor_id__in=ids)
    return known | {"looks": sorted(found.values_list("type", flat=True))}


DEEDS = {
    "new": new,
    "ready": with_appendix,
    "long": lambda name: published(with_appendix(name, 60)),
    "held": lambda name: moved(published(with_appendix(name)), TODAY - timedelta(days=91)),
    "begun": lambda name: moved(published(with_appendix(name)), TODAY - timedelta(days=1)),
    "next": next_begun,
    "tomorrow": lambda name: moved(known_already(name), TODAY + timedelta(days=1)),
    "looks": looks,
}


def said(known):
    """As it is printed."""
    signed_in = {part: PersonsClient(person).cookies["session"].value for part, person in known["people"].items()}
    meeting = known.get("meeting")
    return {
        "body": known["body"].name,
        "slug": known["body"].slug,
        "meeting": meeting.get_absolute_url() if meeting else "",
        "agenda": reverse("committees:agenda-detail", args=[meeting.public_id]) if meeting else "",
        "day": meeting.meets_on.isoformat() if meeting else "",
        "people": {part: [person.name, person.email, signed_in[part]] for part, person in known["people"].items()},
        "looks": known.get("looks", []),
    }


if __name__ == "__main__":
    council()
    print(json.dumps(said(DEEDS[sys.argv[1]](sys.argv[2]))))

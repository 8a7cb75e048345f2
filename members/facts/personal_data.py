"""All that the portal holds about one person, in plain words and JSON-ready. Source: UK GDPR, article 15.

Nobody else stands in it: who recorded or sent something is left out, and of an event only what kind of deed it was.
"""

from datetime import date, datetime

from allauth.mfa.models import Authenticator
from django.db.models import Q

from corpparent.models import Event, Notice
from corpparent.words import moment
from members.models import Person
from members.personal_data import SOURCES, Row


def of(person: Person) -> dict[str, list[Row]]:
    """{heading: rows}, each row {what: said}, in the order in which people ask. Nine queries and the apps' own."""
    return {
        "Person": [person_row(person)],
        "Appointments": appointments(person),
        "Checks": checks(person),
        "Learning": learning(person),
        "Readings": readings(person),
        "Notices": notices(person),
        "Invitations": invitations(person),
        "Ways to sign in": ways_in(person),
        **{heading: source(person) for heading, source in SOURCES.items()},
        "Record": record(person),
    }


def person_row(person: Person) -> Row:
    return {
        "Id": str(person.public_id),
        "Name": person.name,
        "Known as": person.known_as,
        "E-mail address": person.email,
        "Number in the feed of councillors": person.source_id,
        "Account": "open" if person.is_active else "closed",
        "Added": said(person.created_at),
        "Last signed in": said(person.last_login),
    }


def appointments(person: Person) -> list[Row]:
    return [
        {
            "Role": one.role.name,
            "Level": one.get_level_display(),
            "Body": one.body.name if one.body else "",
            "Place": one.get_place_display(),
            "Ward": one.ward,
            "Party": one.party,
            "First day": said(one.starts_on),
            "Last day": said(one.ends_on),
            "Ended because": one.get_ended_because_display(),
        }
        for one in person.appointments.select_related("role", "body")
    ]


def checks(person: Person) -> list[Row]:
    return [
        {
            "Kind": one.get_kind_display(),
            "Why it may be asked": one.get_eligibility_display(),
            "Checked": said(one.checked_on),
            "Holds until": said(one.ends_on),
            "Outcome": one.get_outcome_display(),
            "Recorded": said(one.recorded_at),
            "Detail wiped": said(one.wiped_at),
        }
        for one in person.checks.all()
    ]


def learning(person: Person) -> list[Row]:
    return [
        {
            "Course": one.session.course.title,
            "Session": said(one.session.starts_at),
            "Outcome": one.get_outcome_display(),
            "Recorded": said(one.recorded_at),
        }
        for one in person.attendances.select_related("session__course")
    ]


def readings(person: Person) -> list[Row]:
    return [
        {"Title": one.reading.title, "Asked": said(one.asked_at), "Due": said(one.due_on), "Read": said(one.read_at)}
        for one in person.acknowledgements.select_related("reading")
    ]


def notices(person: Person) -> list[Row]:
    rows = Notice.objects.filter(person_id=person.public_id)
    return [
        {"About": one.matter.partition(":")[0], "Written": said(one.created_at), "Status": one.get_status_display()}
        for one in rows
    ]


def invitations(person: Person) -> list[Row]:
    return [
        {
            "Sent": said(one.sent_at),
            "Runs out": said(one.expires_at),
            "Used": said(one.used_at),
            "Withdrawn": said(one.withdrawn_at),
        }
        for one in person.invitations.all()
    ]


def ways_in(person: Person) -> list[Row]:
    """Passkeys and codes, never what is secret in them."""
    return [
        {"Kind": str(one.get_type_display()), "Added": said(one.created_at), "Last used": said(one.last_used_at)}
        for one in Authenticator.objects.filter(user=person).order_by("pk")
    ]


def record(person: Person) -> list[Row]:
    """Events that this person did or that count for them; not who else had a part in them."""
    me = person.public_id
    events = Event.objects.filter(Q(actor_id=me) | Q(counts_for_id=me) | Q(subject_kind="person", subject_id=me))
    return [event_row(event, person) for event in events.order_by("number")]


def event_row(event: Event, person: Person) -> Row:
    return {
        "Number": str(event.number),
        "What": event.type.replace("-", " "),
        "About": event.subject_kind.replace("-", " "),
        "When": said(event.at),
        "Done by this person": yes_or_no(event.actor_id == person.public_id),
        "Counts for this person": yes_or_no(event.counts_for_id == person.public_id),
    }


def without_checks(data: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """The same for somebody who may not know of the person's checks: nor of deeds and notices about them."""
    kept = {
        heading: [row for row in rows if not any(row.get(name, "").startswith("check") for name in ("What", "About"))]
        for heading, rows in data.items()
    }
    return kept | {"Checks": [{"Left out": "The checks officer gives this part to the person."}]}


def yes_or_no(is_so: bool) -> str:
    return "yes" if is_so else "no"


def said(when: date | datetime | None) -> str:
    """A day or a moment in words; "" for none."""
    if isinstance(when, datetime):
        return moment(when)
    return f"{when:%-d %B %Y}" if when else ""

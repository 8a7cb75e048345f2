import threading
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from corpparent import jobs
from corpparent.models import Event, Job
from corpparent.rules import NotAllowed
from members import services
from members.feeds import FeedRefused
from members.models import Appointment, MemberImport, Person
from members.roles import ADMINISTRATOR, COUNCILLOR
from members.services import feeds
from tests.factories.members import AppointmentFactory, PersonFactory
from tests.members.feeds.invented import CANARIES, OPEN, councillor, feed, table

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 5, 11, 9, 0, tzinfo=UTC)
TODAY = date(2026, 5, 11)
HOST = "democracy.larchford.example"
ROWAN = {"number": "18", "name": "Cllr Rowan Bell", "email": "rowan@larchford.example", "terms": OPEN}


@pytest.fixture
def by(council):
    return AppointmentFactory(role__slug=ADMINISTRATOR).person


def bring(by, *councillors):
    content = feed(*(councillors or [councillor(terms=OPEN)]))
    return services.read_feed(content=content, name="list.xml", form="moderngov", by=by, at=NOW)


def take(by, brought, **changes):
    return services.take_members(**{"feed": brought, "ends": set(), "by": by, "at": NOW} | changes)


def types():
    return list(Event.objects.values_list("type", flat=True))


def councillor_here(**changes):
    """Amina, councillor for Bablake since the election, known to the feed."""
    person = PersonFactory(name="Cllr Amina Yusuf", email="amina@larchford.example", source_id="moderngov:17")
    term = {"starts_on": date(2022, 5, 6), "ward": "Bablake", "party": "Labour"}
    return AppointmentFactory(person=person, role__slug=COUNCILLOR, **term | changes)


def test_reading_keeps_what_is_public_and_changes_nobody(by):
    people = Person.objects.count()
    brought = bring(by)

    kept = f"{brought.rows} {brought.findings} {Event.objects.values_list('details', 'private')}"
    assert [canary for canary in CANARIES if canary in kept] == []
    assert (brought.status, len(brought.rows), Person.objects.count()) == ("ready", 1, people)
    assert types() == ["member-feed-read"]


def test_reading_the_same_again_while_it_waits_joins_it(by):
    assert bring(by) == bring(by)
    assert types() == ["member-feed-read"]


def test_reading_refuses_and_keeps_nothing(by):
    with pytest.raises(FeedRefused):
        services.read_feed(content=b"<html/>", name="list.xml", form="moderngov", by=by, at=NOW)
    assert not MemberImport.objects.exists()


def test_taking_in_adds_with_term_ward_and_party(by):
    taken = take(by, bring(by))

    person = Person.objects.get(source_id="moderngov:17")
    term = person.appointments.get()
    assert (person.name, person.email, person.known_as) == ("Councillor Amina Yusuf", "amina@larchford.example", "")
    assert (term.role.slug, term.starts_on, term.ends_on) == (COUNCILLOR, date(2022, 5, 6), None)
    assert (term.ward, term.party) == ("Bablake", "Labour")
    assert (taken.status, taken.rows) == ("done", [])
    assert taken.counts == {"added": 1, "changed": 0, "ended": 0, "same": 0}
    assert types() == ["member-feed-read", "person-added", "person-appointed", "members-taken-in"]
    assert Event.objects.last().details == taken.counts


def test_taking_the_same_list_in_twice_is_once(by):
    brought = bring(by)
    take(by, brought)
    before = types()
    assert take(by, brought).counts["added"] == 1
    assert types() == before


def test_taking_in_an_equal_list_changes_nobody(by):
    take(by, bring(by))
    people = Person.objects.count()
    assert take(by, bring(by)).counts == {"added": 0, "changed": 0, "ended": 0, "same": 1}
    assert (Person.objects.count(), Appointment.objects.filter(role__slug=COUNCILLOR).count()) == (people, 1)


def test_taking_in_corrects_the_person_and_the_term(by):
    term = councillor_here()
    changed = councillor(name="Cllr Amina Bell", email="a.bell@larchford.example", party="Green", terms=OPEN)
    taken = take(by, bring(by, changed))

    term.refresh_from_db()
    assert (term.person.name, term.person.email, term.party) == ("Cllr Amina Bell", "a.bell@larchford.example", "Green")
    assert taken.counts["changed"] == 1
    assert types()[1:] == ["person-changed", "appointment-changed", "members-taken-in"]


def test_taking_in_an_election_result(by):
    councillor_here()
    again = councillor(terms=[("06/05/2022", "07/05/2026"), ("08/05/2026", "unspecified")])
    take(by, bring(by, again))

    terms = Appointment.objects.filter(role__slug=COUNCILLOR).order_by("starts_on")
    assert list(terms.values_list("starts_on", "ends_on", "ended_because", "ward")) == [
        (date(2022, 5, 6), date(2026, 5, 7), "term", "Bablake"),
        (date(2026, 5, 8), None, "", "Bablake"),
    ]


def test_taking_in_ends_those_whose_terms_are_over_in_the_list(by):
    term = councillor_here()
    taken = take(by, bring(by, councillor(terms=[("06/05/2022", "07/05/2026")]), councillor(**ROWAN)))
    term.refresh_from_db()
    assert (term.ends_on, taken.counts["ended"]) == (date(2026, 5, 7), 1)


def test_missing_stay_unless_somebody_says_otherwise(by):
    term = councillor_here()
    take(by, bring(by, councillor(**ROWAN)))
    term.refresh_from_db()
    assert term.ends_on is None


def test_missing_who_were_chosen_end_on_the_day_chosen(by):
    term = councillor_here()
    day = date(2026, 5, 7)
    taken = take(by, bring(by, councillor(**ROWAN)), ends={term.person.public_id}, last_day=day)
    term.refresh_from_db()
    assert (term.ends_on, taken.counts["ended"]) == (day, 1)
    assert Person.objects.filter(pk=term.person.pk, is_active=True).exists()


def test_last_day_before_the_term_is_refused_and_nothing_happens(by):
    term = councillor_here()
    brought = bring(by, councillor(**ROWAN))
    with pytest.raises(ValidationError, match=r"Cllr Amina Yusuf: This appointment starts on 6 May 2022"):
        take(by, brought, ends={term.person.public_id}, last_day=date(2022, 5, 5))
    assert not Person.objects.filter(source_id="moderngov:18").exists()


def test_what_was_not_shown_does_not_happen(by):
    term = councillor_here()
    brought = bring(by, councillor(party="Green", terms=OPEN))
    seen = services.comparison_of(brought, TODAY).digest
    services.change_appointment(appointment=term, version=1, by=by, at=NOW, party="Independent")

    with pytest.raises(services.FeedChanged, match="nothing was taken in"):
        take(by, brought, seen=seen)
    term.refresh_from_db()
    assert term.party == "Independent"
    with pytest.raises(services.FeedChanged):
        take(by, brought, ends={term.person.public_id})


def test_row_that_the_rules_refuse_is_left_out_and_the_others_are_taken(by):
    taken = take(by, bring(by, councillor(terms=[("01/01/1066", "unspecified")]), councillor(**ROWAN)))
    assert taken.counts["added"] == 1
    assert not Person.objects.filter(source_id="moderngov:17").exists()
    assert [finding["reason"] for finding in taken.findings] == [
        "Councils began on 1 April 1889. Enter a first day after that."
    ]


def fetched(by):
    """(the job as its function sees it, the list) once somebody asked for an address."""
    asked = services.ask_for_feed(address=f"https://{HOST}/list", form="moderngov", by=by, at=NOW)
    job = jobs.claim(timezone.now())
    running = jobs.Running(job)
    running.plan(feeds.ASKING, feeds.READING)
    return running, asked


def test_fetched_list_is_read_and_waits(by, settings):
    settings.MEMBER_FEED_HOSTS = {HOST}
    running, asked = fetched(by)
    feeds.receive(running, asked, feed(councillor(terms=OPEN)))

    asked.refresh_from_db()
    assert (asked.status, len(asked.rows), asked.brought_by) == ("ready", 1, by)
    assert Job.objects.get().status == "done"
    assert types() == ["member-feed-asked-for", "member-feed-read"]
    assert take(by, asked).counts["added"] == 1


def test_fetched_list_that_was_dropped_meanwhile_is_not_kept(by, settings):
    settings.MEMBER_FEED_HOSTS = {HOST}
    running, asked = fetched(by)
    services.drop_feed(feed=asked, by=by, at=NOW)
    with pytest.raises(jobs.JobRefused, match="dropped before it arrived"):
        feeds.receive(running, asked, feed(councillor(terms=OPEN)))
    asked.refresh_from_db()
    assert (asked.status, asked.rows) == ("dropped", [])


def test_list_that_was_dropped_cannot_be_taken_in(by):
    brought = services.drop_feed(feed=bring(by), by=by, at=NOW)
    assert services.drop_feed(feed=brought, by=by, at=NOW).rows == []
    with pytest.raises(NotAllowed, match="was dropped"):
        take(by, brought)
    assert types() == ["member-feed-read", "member-feed-dropped"]


def test_list_that_was_taken_in_cannot_be_dropped(by):
    with pytest.raises(NotAllowed, match="taken in already"):
        services.drop_feed(feed=take(by, bring(by)), by=by, at=NOW)


def test_only_the_administrator(by, councillor):
    brought = bring(by)
    for deed in (bring, lambda who: take(who, brought), lambda who: services.drop_feed(feed=brought, by=who, at=NOW)):
        with pytest.raises(NotAllowed, match="Only the council's administrator"):
            deed(councillor.person)


def test_five_hundred_names_of_any_script(by):
    rows = [
        f"LAR,Ward {number % 20},{number},p{number}@larchford.example,,王小明 {number},Party" for number in range(500)
    ]
    brought = services.read_feed(content=table(*rows), name="list.csv", form="csv", by=by, at=NOW)
    assert take(by, brought).counts["added"] == 500
    assert Person.objects.filter(name="王小明 499", source_id="csv:499").exists()


@pytest.mark.django_db(transaction=True)
def test_two_people_at_once_take_it_in_once(by):
    brought = bring(by, councillor(terms=OPEN), councillor(**ROWAN))
    counts = []

    def press():
        try:
            counts.append(take(by, brought).counts)
        finally:
            connection.close()

    threads = [threading.Thread(target=press) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [each["added"] for each in counts] == [2, 2]
    assert types().count("members-taken-in") == 1
    assert Person.objects.filter(source_id__startswith="moderngov:").count() == 2

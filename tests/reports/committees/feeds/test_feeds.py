"""Calendars and feeds as strict readers take them, and nothing in them that is not everybody's."""

import re
from datetime import date, datetime, time
from xml.etree import ElementTree

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from corpparent.calendars import LONGEST, folded, text
from reports.committees import services
from tests.factories.bodies import BodyFactory
from tests.factories.committees import NOW, MeetingFactory, PaperFactory
from tests.reports.committees.meetings.prepared import committee

ATOM = "{http://www.w3.org/2005/Atom}"


def unfolded(said):
    """The lines of a calendar; RFC 5545, 3.1."""
    assert said.endswith("\r\n")
    assert "\n" not in said.replace("\r\n", "")
    assert all(len(line.encode()) <= LONGEST for line in said.split("\r\n"))
    return said.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def entries(path="/meetings/calendar.ics"):
    """Each entry as {property: value}, parameters kept in the name."""
    answer = Client().get(path)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    found, inside = [], False
    for line in unfolded(answer.content.decode()):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
            inside = True
        elif line == "END:VEVENT":
            inside = False
        elif inside:
            assert name not in found[-1]
            found[-1][name] = value
    return found


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_folding_loses_nothing_and_tears_no_letter_apart(words):
    said = folded(words)
    assert said.replace("\r\n ", "") == words
    assert all(len(line.encode()) <= LONGEST for line in said.split("\r\n"))


@given(st.text())
def test_escaped_words_cannot_end_their_line(words):
    said = text(words)
    assert "\n" not in said
    assert "\r" not in said
    assert re.fullmatch(r"(?:[^\\;,]|\\[\\;,n])*", said)


@pytest.mark.django_db
@pytest.mark.usefixtures("council")
class TestCalendar:
    def test_an_entry_has_what_calendars_need(self):
        name = "Parents, carers; and “friends” board of the whole council and its partners, all of them"
        body = committee(name=name, slug="parents")
        meeting = MeetingFactory(body=body, ends_at=time(16, 30), joining="Come in.\nSit down.")
        (entry,) = entries()
        assert entry["UID"] == f"{meeting.public_id}@meetings.corpparent"
        assert entry["DTSTAMP"] == "20260901T090000Z"
        assert entry["SEQUENCE"] == "0"
        assert entry["DTSTART;TZID=Europe/London"] == "20261202T140000"
        assert entry["DTEND;TZID=Europe/London"] == "20261202T163000"
        assert entry["SUMMARY"].startswith("Parents\\, carers\\; and “friends” board")
        assert entry["DESCRIPTION"] == "Come in.\\nSit down."
        assert entry["URL"] == f"http://testserver{meeting.get_absolute_url()}"
        assert entry["STATUS"] == "CONFIRMED"

    def test_a_moved_and_a_cancelled_meeting_keep_their_id(self):
        meeting = MeetingFactory(meets_on=date(2027, 3, 26), body=committee())
        (before,) = entries()
        moved = services.change_meeting(meeting=meeting, version=1, by=None, at=NOW, meets_on=date(2027, 3, 31))
        services.cancel_meeting(meeting=moved, because="Snow.", by=None, at=NOW)
        (after,) = entries()
        assert after["UID"] == before["UID"]
        assert (after["SEQUENCE"], after["STATUS"], after["DESCRIPTION"]) == ("2", "CANCELLED", "Snow.")
        assert after["DTSTART;TZID=Europe/London"] == "20270331T140000"

    def test_the_zone_changes_on_the_right_sundays(self):
        lines = unfolded(Client().get("/meetings/calendar.ics").content.decode())
        zone = lines[lines.index("BEGIN:VTIMEZONE") : lines.index("END:VTIMEZONE")]
        assert zone.count("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU") == 1
        assert zone.count("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU") == 1
        assert lines[0] == "BEGIN:VCALENDAR"
        assert lines[-1] == "END:VCALENDAR"

    def test_what_is_private_is_in_no_calendar(self, councillor):
        meeting = MeetingFactory(body__regime="informal", is_public=False)
        assert entries() == []
        assert str(meeting.public_id) not in councillor.get("/meetings/calendar.ics").content.decode()
        assert Client().get(f"/meetings/bodies/{meeting.body.slug}/calendar.ics").status_code == 404
        assert Client().get(f"/meetings/bodies/{meeting.body.slug}/papers.atom").status_code == 404

    def test_a_body_has_a_calendar_of_its_own(self):
        meeting = MeetingFactory(body=committee())
        MeetingFactory(body=committee())
        found = entries(f"/meetings/bodies/{meeting.body.slug}/calendar.ics")
        assert [one["UID"] for one in found] == [f"{meeting.public_id}@meetings.corpparent"]


def feed(path="/meetings/papers.atom"):
    answer = Client().get(path)
    assert answer.headers["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(answer.content)  # noqa: S314 (it is our own)


@pytest.mark.django_db
@pytest.mark.usefixtures("council")
class TestPapers:
    def test_a_feed_is_valid_atom(self):
        paper = PaperFactory(published=True, title="A <b>bold</b> title & more\x0b", summary="What <i>is</i> in it")
        found = feed()
        assert {"id", "title", "updated", "author"} <= {child.tag.removeprefix(ATOM) for child in found}
        (entry,) = found.findall(f"{ATOM}entry")
        assert entry.findtext(f"{ATOM}id") == f"urn:uuid:{paper.public_id}"
        assert entry.findtext(f"{ATOM}title") == "A <b>bold</b> title & more "
        assert "&lt;i&gt;" in entry.findtext(f"{ATOM}summary")
        assert datetime.fromisoformat(entry.findtext(f"{ATOM}updated")) == NOW
        assert entry.find(f"{ATOM}link").get("href") == f"http://testserver{paper.get_absolute_url()}"

    def test_only_open_papers_of_open_meetings(self):
        PaperFactory(published=True, exempt=True)
        PaperFactory()
        PaperFactory(published=True, item__meeting__is_public=False)
        PaperFactory(published=True, withdrawn_because="Wrong figures.")
        assert feed().findall(f"{ATOM}entry") == []

    def test_a_body_has_a_feed_of_its_own(self):
        paper = PaperFactory(published=True, item__meeting__body=committee())
        PaperFactory(published=True)
        found = feed(f"/meetings/bodies/{paper.item.meeting.body.slug}/papers.atom")
        assert found.findtext(f"{ATOM}entry/{ATOM}id") == f"urn:uuid:{paper.public_id}"
        assert Client().get(f"/meetings/bodies/{BodyFactory(kind='partner').slug}/papers.atom").status_code == 404

"""Meetings through the browser's eyes: the public's, a member's and the officer's."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from reports.committees.models import CommitteeSettings, Meeting
from tests.factories.bodies import BodyFactory
from tests.factories.committees import (
    NOW,
    AgendaItemFactory,
    BusyDayFactory,
    DecisionFactory,
    MeetingFactory,
    MinutesFactory,
    PaperFactory,
)
from tests.factories.members import AppointmentFactory
from tests.reports.committees.meetings.prepared import SENT, committee, day_sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]
CANARY = "Canary Lane"


@pytest.fixture
def keeper(client_of):
    return client_of("democratic-services-officer")


def next_weekday():
    """A day to come against which nothing speaks: a Wednesday in a February."""
    year = timezone.localdate().year + 1
    first = date(year, 2, 1)
    return first + timedelta(days=(2 - first.weekday()) % 7)


def public(path):
    answer = Client().get(path)
    assert answer.status_code == 200
    return answer.text


def test_the_list_shows_what_is_to_come_and_the_filter_the_rest():
    body = committee(name="Parents Board")
    MeetingFactory(body=body, meets_on=next_weekday())
    MeetingFactory(body=body, meets_on=date(2020, 2, 5), held=True)
    MeetingFactory(meets_on=next_weekday(), is_public=False, body__name="Secret Forum")
    assert "5 February 2020" not in (page := public("/meetings/"))
    assert f"{next_weekday():%-d %B %Y}" in page
    assert "Secret Forum" not in page
    assert "5 February 2020" in public("/meetings/?when=past")
    assert "5 February 2020" in public("/meetings/?year=2020")
    assert "5 February 2020" in public(f"/meetings/?year=2020&body={body.slug}")
    assert "Choose one from the list" in public("/meetings/?year=1066")


def test_25_meetings_a_page_and_as_many_queries_for_one(django_assert_max_num_queries):
    body = committee()
    for number in range(30):
        MeetingFactory(body=body, meets_on=next_weekday() + timedelta(days=number))
    public("/meetings/")
    with django_assert_max_num_queries(4):
        page = public("/meetings/")
    assert "30 meetings" in page
    assert page.count("app-row__link") == 25
    assert public("/meetings/?page=2").count("app-row__link") == 5


def test_empty_lists_say_so():
    assert "No meeting is planned." in public("/meetings/")
    assert "No meeting is planned then." in public("/meetings/calendar/2031/")


def test_the_calendar_by_year_and_month(keeper):
    BusyDayFactory(name="Half-term", starts_on=date(2027, 2, 15), ends_on=date(2027, 2, 19))
    MeetingFactory(meets_on=date(2027, 2, 3), body=committee(name="Board"))
    MeetingFactory(meets_on=date(2027, 3, 3), body=committee(name="Panel"))
    assert "March 2027" in public("/meetings/calendar/2027/")
    month = public("/meetings/calendar/2027/2/")
    assert "Board, Wednesday 3 February 2027" in month
    assert "Panel" not in month
    assert "Half-term" not in month
    assert "15 February to 19 February: Half-term" in keeper.get("/meetings/calendar/2027/2/").text
    assert "25 December: bank holiday" in public("/meetings/calendar/2028/12/")
    for wrong in ("/meetings/calendar/1066/", "/meetings/calendar/2027/13/", "/meetings/calendar/2027/0/"):
        assert Client().get(wrong).status_code == 404


def test_a_body_in_public_and_one_in_private(keeper):
    body = committee(name="Parents Board", purpose="To be a good parent.")
    AppointmentFactory(body=body, place="chair", person__name="Ada Chair")
    AppointmentFactory(body=body, place="adviser", person__name="Olu Officer")
    page = public(f"/meetings/bodies/{body.slug}/")
    assert "To be a good parent." in page
    assert "Ada Chair" in page
    assert "Olu Officer" not in page
    private = BodyFactory(regime="informal")
    path = f"/meetings/bodies/{private.slug}/"
    assert Client().get(path).status_code == 404
    assert keeper.get(path).status_code == 200
    MeetingFactory(body=private, is_public=True)
    assert Client().get(path).status_code == 200


def test_the_public_reads_open_papers_and_no_exempt_word(keeper):
    meeting = MeetingFactory(body=committee(), published=True, joining="Stream on the council’s page")
    item = AgendaItemFactory(meeting=meeting, published=True, title="How our children are doing")
    PaperFactory(item=item, published=True, title="Scorecard for all", pages=12)
    PaperFactory(item=item, published=True, exempt=True, title=f"Rent in {CANARY}")
    PaperFactory(item=item, title="A draft")
    hidden = AgendaItemFactory(
        meeting=meeting, published=True, exempt=True, title=f"Home in {CANARY}", note=f"Decide on {CANARY}"
    )
    DecisionFactory(item=item, published=True, title="That the report is noted.")
    DecisionFactory(item=hidden, published=True, title=f"Buy {CANARY}", access="confidential", public_title="Exempt")
    AgendaItemFactory(meeting=meeting, title="A draft item")
    MinutesFactory(meeting=meeting, status="approved", approved_at=NOW)
    page = public(meeting.get_absolute_url())
    for shown in ("Scorecard for all", "12 pages", "Exempt item", "That the report is noted.", "Stream on the"):
        assert shown in page
    assert "Draft minutes, approved by the chair" in page
    for hidden_words in (CANARY, "A draft", "Prepare the agenda", "Publish by"):
        assert hidden_words not in page
    seen = keeper.get(meeting.get_absolute_url()).text
    for shown in (f"Rent in {CANARY}", f"Home in {CANARY}", f"Buy {CANARY}", "Prepare the agenda"):
        assert shown in seen


def test_members_of_the_body_see_more_than_other_members(client_of, django_assert_max_num_queries):
    meeting = MeetingFactory(body=committee(), published=True)
    item = AgendaItemFactory(meeting=meeting, published=True, exempt=True, title=f"Home in {CANARY}")
    PaperFactory(item=item, published=True, exempt=True, title=f"Rent in {CANARY}")
    other, own = client_of("councillor"), client_of("councillor")
    AppointmentFactory(person=own.person, body=meeting.body, place="member", role__slug="councillor")
    assert CANARY not in other.get(meeting.get_absolute_url()).text
    assert f"Rent in {CANARY}" in own.get(meeting.get_absolute_url()).text
    with django_assert_max_num_queries(8):
        public(meeting.get_absolute_url())


def test_a_meeting_in_private_is_not_there_for_the_public(councillor):
    meeting = MeetingFactory(body__regime="informal", is_public=False)
    assert Client().get(meeting.get_absolute_url()).status_code == 404
    assert "This meeting is in private." in councillor.get(meeting.get_absolute_url()).text


@pytest.mark.parametrize(
    "path", ["/meetings/2026/02/30/board/", "/meetings/0000/01/01/board/", "/meetings/2026/12/02/x/"]
)
def test_no_such_meeting(path):
    assert Client().get(path).status_code == 404


def test_the_old_address_of_a_moved_meeting_leads_to_it():
    meeting = MeetingFactory(meets_on=date(2026, 12, 9), first_on=date(2026, 12, 2))
    answer = Client().get(f"/meetings/2026/12/02/{meeting.body.slug}/")
    assert answer["Location"] == meeting.get_absolute_url()


def test_the_officer_plans_a_meeting_and_reads_the_last_lawful_day(keeper):
    body = committee()
    sent = SENT | day_sent("meets_on", next_weekday()) | {"body": body.slug}
    answer = keeper.post("/meetings/plan/", sent, follow=True)
    assert "Planned. Publish by " in answer.text
    assert "working days left." in answer.text
    assert Meeting.objects.get().body == body


def test_a_day_with_a_warning_is_kept_once_it_is_ticked(keeper):
    body, on = committee(), next_weekday()
    BusyDayFactory(name="Half-term", starts_on=on, ends_on=on)
    MeetingFactory(body=body, meets_on=on + timedelta(days=1))
    sent = SENT | day_sent("meets_on", on) | {"body": body.slug}
    page = keeper.post("/meetings/plan/", sent).text
    assert "Half-term is then." in page
    assert "meets on" in page
    assert "Council Chamber" in page
    assert Meeting.objects.count() == 1
    keeper.post("/meetings/plan/", sent | {"is_confirmed": "on"})
    assert Meeting.objects.count() == 2


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2030, 12, 25), "is a bank holiday."),
        (date(2030, 8, 7), "It is in August"),
        (date(2030, 2, 2), "is a Saturday."),
    ],
)
def test_what_speaks_against_a_day(keeper, on, said):
    sent = SENT | day_sent("meets_on", on) | {"body": committee().slug}
    assert said in keeper.post("/meetings/plan/", sent).text
    assert not Meeting.objects.exists()


def test_a_form_with_nothing_in_it_says_what_to_do(keeper):
    page = keeper.post("/meetings/plan/", {"begins_at": "25:99"}).text
    for said in ("Choose a body from the list.", "Enter the day on which it meets", "Enter an hour, like 14:00."):
        assert said in page


def test_the_officer_moves_and_cancels(keeper):
    meeting = MeetingFactory(body=committee(), meets_on=next_weekday(), published=True)
    page = keeper.get(f"/meetings/{meeting.public_id}/change/").text
    assert "Council Chamber" not in page
    sent = SENT | day_sent("meets_on", next_weekday() + timedelta(days=7)) | {"is_public": "yes", "version": "1"}
    assert keeper.post(f"/meetings/{meeting.public_id}/change/", sent).status_code == 302
    meeting.refresh_from_db()
    assert (meeting.meets_on, meeting.place, meeting.is_public) == (
        next_weekday() + timedelta(days=7),
        "Council Chamber",
        True,
    )
    assert "Say why it is cancelled" in keeper.post(f"/meetings/{meeting.public_id}/cancel/", {"because": ""}).text
    keeper.post(f"/meetings/{meeting.public_id}/cancel/", {"because": "Snow."})
    assert "This meeting is cancelled: Snow." in public(meeting.get_absolute_url())
    assert keeper.get(f"/meetings/{meeting.public_id}/change/").status_code == 403


def test_papers_that_are_out_are_too_late_for_an_earlier_day(keeper):
    meeting = MeetingFactory(body=committee(), meets_on=next_weekday(), published=True, published_at=timezone.now())
    earlier = timezone.localdate() + timedelta(days=1)
    sent = SENT | day_sent("meets_on", earlier) | {"is_public": "yes", "version": "1"}
    assert "Its papers had to be out by" in keeper.post(f"/meetings/{meeting.public_id}/change/", sent).text


def test_a_year_of_meetings_is_proposed_and_ticked(keeper):
    body, first = committee(meetings_a_year=3), next_weekday()
    BusyDayFactory(name="Half-term", starts_on=first + timedelta(days=28), ends_on=first + timedelta(days=30))
    asked = {"body": body.slug, "often": "weeks-4"}
    asked |= day_sent("first", first) | day_sent("last", first + timedelta(days=60))
    page = keeper.get("/meetings/plan-series/", asked).text
    assert "Three days proposed" in page
    assert "Half-term is then." in page
    assert page.count('checked="checked"') == 3  # two days, and how people take part
    address = keeper.get("/meetings/plan-series/", asked).request
    path = f"{address['PATH_INFO']}?{address['QUERY_STRING']}"
    answer = keeper.post(path, SENT | {"days": [first.isoformat(), (first + timedelta(days=28)).isoformat()]})
    assert answer["Location"] == f"/meetings/bodies/{body.slug}/"
    assert Meeting.objects.count() == 2
    assert "Tick one day at least." in keeper.post(path, SENT).text
    assert "Tick days from this list only." in keeper.post(path, SENT | {"days": ["2020-01-01"]}).text
    assert keeper.post("/meetings/plan-series/", SENT).status_code == 200
    wrong = asked | day_sent("last", first - timedelta(days=1))
    assert "The last day comes before the first." in keeper.get("/meetings/plan-series/", wrong).text


def test_busy_days(keeper):
    on = timezone.localdate() + timedelta(days=30)
    sent = {"name": "Half-term"} | day_sent("starts_on", on) | day_sent("ends_on", on)
    page = keeper.post("/meetings/busy-days/", sent, follow=True).text
    assert "Half-term" in page
    remove = page.split('action="/meetings/busy-days/')[1].split('"')[0]
    assert "No days are listed." in keeper.post(f"/meetings/busy-days/{remove}", follow=True).text
    assert keeper.post(f"/meetings/busy-days/{remove}").status_code == 302


def test_the_administrator_sets_how_committees_work(administrator):
    sent = {
        "version": "1",
        "informal_days": "3",
        "notice_days": "28",
        "minutes_days": "10",
        "answer_days": "10",
        "absent_months": "6",
        "absent_warn_days": "60",
        "needs_legal": "on",
    }
    assert administrator.post("/meetings/settings/", sent).status_code == 302
    kept = CommitteeSettings.current()
    assert (kept.informal_days, kept.needs_finance, kept.version) == (3, False, 2)
    page = administrator.post("/meetings/settings/", sent | {"answer_days": "0", "version": "2"}).text
    assert "Enter a whole number from 1 to 90." in page
    assert "Somebody else changed this" in administrator.post("/meetings/settings/", sent | {"notice_days": "9"}).text

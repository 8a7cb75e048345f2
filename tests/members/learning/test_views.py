"""Learning, courses, sessions and the library on their pages."""

from datetime import timedelta

import pytest
from django.utils import timezone

from corpparent.models import Event
from members import services
from members.models import Acknowledgement, Attendance, Course, LearningSession, Reading
from tests.factories.learning import (
    AcknowledgementFactory,
    AttendanceFactory,
    CourseFactory,
    LearningSessionFactory,
    ReadingFactory,
)
from tests.factories.members import AppointmentFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

REFUSAL = "Only democratic services and the administrator look after courses and the library."


def text(answer, status=200):
    assert answer.status_code == status
    return " ".join(answer.content.decode().split())


def held_ago(days, **fields):
    return LearningSessionFactory(starts_at=timezone.now() - timedelta(days=days), **fields)


def test_learning_says_what_waits_for_me_then_the_library_then_what_i_hold(councillor):
    asked = AcknowledgementFactory(person=councillor.person, reading__title="The Act", due_on=timezone.localdate())
    ReadingFactory(title="Research on sleep", digest="Sleep matters.\nMore follows.")
    ReadingFactory(title="A draft", status="draft", published_at=None)
    CourseFactory(title="Induction", is_expected=True)
    AttendanceFactory(person=councillor.person, session=held_ago(400, course__title="Old", course__valid_months=12))

    page = text(councillor.get("/learning/"))

    assert "Two things to learn or read" in page
    assert page.index("The Act") < page.index("Induction") < page.index("Research on sleep") < page.index("Ran out on")
    assert "Sleep matters." in page
    assert "A draft" not in page
    assert "Add to the library" not in page
    assert f"/readings/{asked.reading.public_id}/" in page


def test_learning_of_somebody_new_says_that_nothing_waits(councillor):
    page = text(councillor.get("/learning/"))
    for sentence in ("Nothing waits to be learned or read", "The library is empty.", "You have come to no course yet."):
        assert sentence in page


def test_library_filters_by_kind_and_words(councillor):
    ReadingFactory(title="The Act", kind="law")
    ReadingFactory(title="Dentists", digest="Teeth of children", kind="research")
    for asked, found in [("kind=law", "The Act"), ("search=teeth", "Dentists")]:
        page = text(councillor.get(f"/learning/?{asked}"))
        assert [title for title in ("The Act", "Dentists") if title in page] == [found]
    assert "Nothing in the library fits what you chose." in text(councillor.get("/learning/?search=zzz"))


def test_learning_asks_the_same_number_of_queries(councillor, django_assert_num_queries):
    councillor.get("/learning/")
    for rows in (1, 5):
        for n in range(rows):
            AcknowledgementFactory(person=councillor.person)
            course = CourseFactory(title=f"Course {rows} {n}", is_expected=True, valid_months=12)
            AttendanceFactory(person=councillor.person, session=held_ago(400 + n, course=course))
            LearningSessionFactory(course=course, starts_at=timezone.now() + timedelta(days=1))
        with django_assert_num_queries(10):
            councillor.get("/learning/")


def test_i_have_read_this(councillor):
    reading = AcknowledgementFactory(person=councillor.person).reading
    address = f"/readings/{reading.public_id}/"
    assert "I have read this" in text(councillor.get(address))

    for _ in range(2):
        assert councillor.post(f"{address}acknowledge/").status_code == 302

    assert Acknowledgement.objects.get().read_at
    assert Event.objects.filter(type="reading-acknowledged").count() == 1
    page = text(councillor.get(address))
    assert "I have read this" not in page
    assert "that you have read this." in page


def test_whoever_is_not_asked_is_told_so(councillor):
    reading = ReadingFactory()
    assert "You have not been asked" in text(councillor.post(f"/readings/{reading.public_id}/acknowledge/"), 403)


def test_digest_is_text_and_nothing_else(councillor):
    reading = ReadingFactory(digest="<script>alert(1)</script>\n\nSecond", link="https://www.example.org/a?b=c")
    page = text(councillor.get(f"/readings/{reading.public_id}/"))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<p>Second</p>" in page
    assert 'href="https://www.example.org/a?b=c">Read it at www.example.org' in page


def test_draft_is_no_page_for_others(councillor, keeper):
    reading = ReadingFactory(status="draft", published_at=None)
    address = f"/readings/{reading.public_id}/"
    assert councillor.get(address).status_code == 404
    assert councillor.post(f"{address}acknowledge/").status_code == 404
    assert "Draft" in text(keeper.get(address))


@pytest.mark.parametrize(
    "page",
    [
        "/courses/new/",
        "/courses/{course}/change/",
        "/courses/{course}/plan/",
        "/sessions/{session}/attendance/",
        "/sessions/{session}/confirm/",
        "/readings/",
        "/readings/new/",
        "/readings/{reading}/change/",
        "/readings/{reading}/readers/",
        "/readings/{reading}/confirm/",
    ],
)
def test_keepers_pages_say_why_not_to_others(councillor, keeper, page):
    session, reading = held_ago(1), ReadingFactory(status="draft", published_at=None)
    page = page.format(course=session.course.public_id, session=session.public_id, reading=reading.public_id)
    assert REFUSAL in text(councillor.get(page), 403)
    text(keeper.get(page))


@pytest.mark.parametrize(
    "verb", ["sessions/{session}/cancel", "readings/{reading}/publish", "readings/{reading}/withdraw"]
)
def test_keepers_verbs_say_why_not_to_others(councillor, verb):
    session, reading = LearningSessionFactory(), ReadingFactory()
    address = f"/{verb}/".format(session=session.public_id, reading=reading.public_id)
    assert REFUSAL in text(councillor.post(address), 403)
    assert councillor.get(address).status_code == 405
    assert not Event.objects.exists()


READING = {
    "title": "The Act of 2026",
    "kind": "law",
    "digest": "It asks more of partners.",
    "link": "https://www.legislation.example/2026/21",
    "for_level": "1",
    "days": "28",
    "is_asked": "on",
    "version": "1",
}


def test_library_from_draft_to_who_has_read_it(keeper, councillor):
    assert keeper.post("/readings/new/", READING).status_code == 302
    reading = Reading.objects.get()
    address = f"/readings/{reading.public_id}/"

    assert keeper.post(f"{address}change/", READING | {"title": "The Act"}).status_code == 302
    assert "<strong>1 person</strong> will be asked" in text(keeper.get(f"{address}confirm/"))
    assert keeper.post(f"{address}publish/").status_code == 302
    assert "The Act" in text(councillor.get("/learning/"))
    assert "0 of 1 have read it" in text(keeper.get(f"{address}readers/"))
    councillor.post(f"{address}acknowledge/")
    assert "1 of 1 has read it." in text(keeper.get("/readings/"))
    assert "Read, " in text(keeper.get(f"{address}readers/"))

    assert "Withdraw this?" in text(keeper.get(f"{address}confirm/"))
    assert keeper.post(f"{address}withdraw/").status_code == 302
    assert "The Act" not in text(councillor.get("/learning/"))
    assert "it cannot" not in text(councillor.get(address))


def test_published_reading_is_not_changed(keeper):
    reading = ReadingFactory()
    refused = keeper.post(f"/readings/{reading.public_id}/change/", READING)
    assert "Withdraw it and publish a new one instead." in text(refused, 403)


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "http://www.example.org/",
        "//other.example/",
        "/\\other.example/",
        "https://user@host.example@evil.example/",
        "https:///nowhere",
        "https://host.example/a b",
        "figures/",
        "data:text/html,x",
    ],
)
def test_link_of_a_reading_is_https_or_a_page_of_ours(keeper, link):
    page = text(keeper.post("/readings/new/", READING | {"link": link}))
    assert "Enter an https address, or a page of this portal" in page
    assert not Reading.objects.exists()


@pytest.mark.parametrize("link", ["", "/", "/figures/", "https://host.example:8443/a?b#c"])
def test_link_of_a_reading_may_be(keeper, link):
    assert keeper.post("/readings/new/", READING | {"link": link}).status_code == 302


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": ""}, "Enter a title."),
        ({"title": "About 943 476 5919"}, "NHS number"),
        ({"digest": "", "link": ""}, "Write what it says, or give the link to where it stands."),
        ({"days": "0"}, "Enter a number of days from 1 to 365, like 28."),
        ({"for_roles": ["king"]}, "Choose roles from the list."),
    ],
)
def test_form_of_a_reading_says_what_is_wrong(keeper, changes, sentence):
    assert sentence in text(keeper.post("/readings/new/", READING | changes))
    assert not Reading.objects.exists()


COURSE = {"title": "Induction", "kind": "induction", "summary": "", "link": "", "for_level": "1", "valid_months": "24"}


def test_course_is_added_changed_and_retired(keeper, councillor):
    assert keeper.post("/courses/new/", COURSE | {"is_expected": "on", "version": "1"}).status_code == 302
    course = Course.objects.get()
    assert (course.valid_months, course.is_expected) == (24, True)
    assert "Holds for 24 months." in text(councillor.get("/courses/"))

    address = f"/courses/{course.public_id}/change/"
    assert keeper.post(address, COURSE | {"is_retired": "on", "version": "1"}).status_code == 302
    assert "No course has been added yet." in text(councillor.get("/courses/"))
    assert "Retired" in text(keeper.get("/courses/"))
    page = text(keeper.post(address, COURSE | {"version": "1"}))
    assert "Somebody else changed this" in page
    assert 'name="version" value="2"' in page


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": ""}, "Enter the title of the course."),
        ({"title": "Taken"}, "There is a course of this title already."),
        ({"kind": "party"}, "Choose what it is."),
        ({"link": "http://www.example.org"}, "Enter the whole address, like https://"),
        ({"valid_months": "-1"}, "Enter a number of months from 1 to 120"),
        ({"valid_months": "1.5"}, "Enter a number of months from 1 to 120"),
    ],
)
def test_form_of_a_course_says_what_is_wrong(keeper, changes, sentence):
    CourseFactory(title="Taken")
    assert sentence in text(keeper.post("/courses/new/", COURSE | {"version": "1"} | changes))
    assert Course.objects.count() == 1


def test_session_is_planned_and_cancelled(keeper, councillor):
    course, day = CourseFactory(), timezone.localdate() + timedelta(days=30)
    when = {"day_0": day.day, "day_1": day.month, "day_2": day.year, "time": "18.30", "place": "Town hall"}

    assert keeper.post(f"/courses/{course.public_id}/plan/", when).status_code == 302

    session = LearningSession.objects.get()
    page = text(councillor.get(f"/courses/{course.public_id}/"))
    assert f"{day:%-d %B %Y} at 18:30" in page
    elsewhere = keeper.post(f"/courses/{course.public_id}/plan/", when | {"place": "Library"})
    assert "This course is held at that time already in “Town hall”." in text(elsewhere)
    assert "Cancel this session?" in text(keeper.get(f"/sessions/{session.public_id}/confirm/"))
    assert keeper.post(f"/sessions/{session.public_id}/cancel/").status_code == 302
    assert "Cancelled" in text(councillor.get(f"/sessions/{session.public_id}/"))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"day_0": "31", "day_1": "2"}, "Enter the day of the session, like 27 11 2026."),
        ({"day_2": "2150"}, "Choose a day within the next two years."),
        ({"time": "six"}, "Enter the time at which it begins, like 18:00."),
        ({"place": "Ring 01632 960123"}, "telephone number"),
    ],
)
def test_form_of_a_session_says_what_is_wrong(keeper, changes, sentence):
    course = CourseFactory()
    when = {"day_0": "1", "day_1": "3", "day_2": "2026", "time": "18:00", "place": ""}
    assert sentence in text(keeper.post(f"/courses/{course.public_id}/plan/", when | changes))
    assert not LearningSession.objects.exists()


def outcome(person):
    return f"outcome-{person.public_id}"


def test_attendance_is_written_down_at_once_and_shown(keeper, councillor):
    session = held_ago(1)
    address = f"/sessions/{session.public_id}/attendance/"
    assert outcome(councillor.person) in text(keeper.get(address))

    assert keeper.post(address, {"version": 1, outcome(councillor.person): "attended"}).status_code == 302

    assert "About you is written down" in text(councillor.get(f"/sessions/{session.public_id}/"))
    main = text(councillor.get(f"/sessions/{session.public_id}/")).partition("<main")[2].partition("</main>")[0]
    assert councillor.person.name not in main
    assert councillor.person.name in text(keeper.get(f"/sessions/{session.public_id}/"))
    assert "Induction. Came on" in text(councillor.get("/learning/"))


def test_attendance_finds_people_and_keeps_what_was_chosen(keeper, councillor):
    session = held_ago(1, course=CourseFactory(for_level=3))
    address = f"/sessions/{session.public_id}/attendance/"
    wren = AppointmentFactory(person__name="Cllr Wren Sparrow").person
    assert outcome(wren) not in text(keeper.get(address))

    page = text(keeper.post(address, {"version": 1, "find": "1", "search": "wren"}))
    assert "Now in the list: Cllr Wren Sparrow." in page
    chosen = {"version": 1, "added": [wren.public_id], outcome(wren): "excused"}
    page = text(keeper.post(address, chosen | {"find": "1", "search": "nobody at all"}))
    assert "Nobody of that name has an appointment on the day of the session." in page
    assert f'id="id_{wren.public_id}_excused" name="{outcome(wren)}" value="excused" checked' in page
    assert not Attendance.objects.exists()

    assert keeper.post(address, chosen).status_code == 302
    assert Attendance.objects.get().outcome == "excused"


def test_attendance_of_nobody_known_or_in_other_words_is_refused(keeper, councillor):
    address = f"/sessions/{held_ago(1).public_id}/attendance/"
    unknown = {"version": 1, "outcome-00000000-0000-4000-8000-000000000000": "attended"}
    assert "Somebody in this list is not known here." in text(keeper.post(address, unknown))
    asleep = {"version": 1, outcome(councillor.person): "asleep"}
    assert "Choose one of the three answers for each person." in text(keeper.post(address, asleep))
    assert "There is a problem" in text(keeper.post(address, {"version": "x"}))
    assert keeper.post(address, {"version": 1, "outcome-x": "attended", "added": "y"}).status_code == 302
    assert not Attendance.objects.exists()


def test_attendance_that_somebody_else_wrote_meanwhile_is_said(keeper, councillor):
    session = held_ago(1)
    services.record_attendance(
        session=session, outcomes={keeper.person: "attended"}, version=1, by=keeper.person, at=timezone.now()
    )
    late = {"version": 1, outcome(councillor.person): "absent"}
    page = text(keeper.post(f"/sessions/{session.public_id}/attendance/", late))
    assert 'name="version" value="2"' in page
    assert "Somebody else changed this while you had it open." in page
    assert keeper.post(f"/sessions/{session.public_id}/attendance/", late | {"version": 2}).status_code == 302
    assert session.attendances.count() == 2


def test_attendance_of_a_session_to_come_says_why_not(keeper):
    session = LearningSessionFactory(starts_at=timezone.now() + timedelta(days=1))
    assert "Write down who came after that." in text(keeper.get(f"/sessions/{session.public_id}/attendance/"), 403)
    assert "Write down who came after that." in text(keeper.get(f"/sessions/{session.public_id}/"))


def test_attendance_of_a_hundred_people_is_one_page_and_one_press(keeper, django_assert_max_num_queries):
    session = held_ago(1)
    people = [AppointmentFactory().person for _ in range(100)]
    address = f"/sessions/{session.public_id}/attendance/"
    with django_assert_max_num_queries(10):
        page = text(keeper.get(address))
    assert page.count("<fieldset") == 100
    assert keeper.post(address, {"version": 1} | {outcome(person): "attended" for person in people}).status_code == 302
    assert Event.objects.filter(type="learning-attended").count() == 100

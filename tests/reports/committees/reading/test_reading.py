"""A member reads for a meeting: papers with their own marks, and notes that are there for nobody else."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from corpparent.models import Event
from members.roles import COMMITTEE_MEMBER
from reports.committees.facts.reading import pack_for
from reports.committees.models import Note, ReadMark
from tests.factories.committees import (
    AgendaItemFactory,
    AgendaPackFactory,
    MeetingFactory,
    NoteFactory,
    PaperFactory,
    PublicationFactory,
)
from tests.factories.members import AppointmentFactory
from tests.plugins.people import PersonsClient

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]


@pytest.fixture
def meeting():
    return MeetingFactory(published=True, meets_on=timezone.localdate() + timedelta(days=5))


@pytest.fixture
def member(meeting):
    """Sits in the body that meets."""
    return PersonsClient(AppointmentFactory(role__slug=COMMITTEE_MEMBER, body=meeting.body, place="member").person)


def paper_of(meeting, number, **fields):
    item = AgendaItemFactory(meeting=meeting, number=number, title=f"Item {number}", published=True)
    return PaperFactory(item=item, title=f"Paper {number}", **({"published": True} | fields))


def reading(meeting):
    return reverse("committees:reading-detail", args=[meeting.public_id])


def mark(client, paper, is_read):
    return client.post(reverse("committees:paper-mark", args=[paper.public_id]), {"is_read": is_read}, follow=True)


def test_papers_stand_in_the_order_of_the_agenda_with_those_unread(member, meeting):
    second, first = paper_of(meeting, 2), paper_of(meeting, 1)
    paper_of(meeting, 3, published=False, published_at=None)
    page = member.get(reading(meeting)).text
    assert page.index(first.title) < page.index(second.title)
    assert "Paper 3" not in page
    assert "Two papers of two still to read." in page


def test_a_paper_to_follow_is_listed_and_not_yet_to_be_read(member, meeting):
    paper_of(meeting, 1, file=None, pages=0, size=0, due_at=timezone.now())
    page = member.get(reading(meeting)).text
    assert "Paper 1" in page
    assert "To follow" in page
    assert "Mark as read" not in page
    assert "still to read" not in page


def test_a_mark_is_set_and_taken_away_and_each_press_counts_once(member, meeting):
    paper = paper_of(meeting, 1)
    for _ in range(2):
        page = mark(member, paper, "yes").text
    assert "You have read the one paper." in page
    assert ReadMark.objects.get().person == member.person
    for _ in range(2):
        page = mark(member, paper, "no").text
    assert "One paper of one still to read." in page
    assert not ReadMark.objects.exists()


def test_what_somebody_reads_is_on_no_record(member, meeting):
    before = Event.objects.count()
    mark(member, paper_of(meeting, 1), "yes")
    member.post(reverse("committees:note-create", args=[meeting.public_id]), {"page": "4", "text": "Ask why."})
    assert Event.objects.count() == before


def test_an_exempt_paper_is_there_for_the_body_alone(member, meeting, client_of):
    paper = paper_of(meeting, 1, exempt=True, paragraphs=[1])
    assert "Paper 1" in member.get(reading(meeting)).text
    assert "Exempt: paragraph 1" in member.get(reading(meeting)).text
    other = client_of("councillor")
    assert "Paper 1" not in other.get(reading(meeting)).text
    assert mark(other, paper, "yes").status_code == 404
    assert not ReadMark.objects.exists()


def test_a_note_is_written_changed_and_removed(member, meeting):
    create = reverse("committees:note-create", args=[meeting.public_id])
    assert 'value="47"' in member.get(create + "?page=47").text
    for _ in range(2):
        member.post(create, {"page": "47", "text": "Ask about the second column."})
    note = Note.objects.get()
    page = member.get(reading(meeting)).text
    assert "Ask about the second column." in page
    change = reverse("committees:note-update", args=[note.public_id])
    assert member.post(change, {"page": "48", "text": "Ask.", "version": "1"}).status_code == 302
    assert "Somebody else changed this" in member.post(change, {"page": "48", "text": "Old.", "version": "1"}).text
    note.refresh_from_db()
    assert (note.page, note.text, note.version) == (48, "Ask.", 2)
    remove = reverse("committees:note-remove", args=[note.public_id])
    assert "Remove this note?" in member.get(remove).text
    member.post(remove)
    assert not Note.objects.exists()


@pytest.mark.parametrize("page", ["", "0", "-1", "x", "10000", "4.5"])
def test_a_page_that_cannot_be_is_refused_and_the_note_is_not_lost(member, meeting, page):
    create = reverse("committees:note-create", args=[meeting.public_id])
    answer = member.post(create, {"page": page, "text": "Ask why."}).text
    assert "Enter the number of a page of the pack, like 47." in answer
    assert "Ask why." in answer
    assert not Note.objects.exists()


def test_even_a_private_note_holds_no_identifier(member, meeting):
    create = reverse("committees:note-create", args=[meeting.public_id])
    member.post(create, {"page": "4", "text": "NHS number 943 476 5919"})
    assert not Note.objects.exists()


@pytest.mark.parametrize("role", ["democratic-services-officer", "administrator", "lead-member", "committee-member"])
def test_nobody_else_ever_sees_a_note(client_of, meeting, role):
    note = NoteFactory(meeting=meeting, text="Canary")
    other = client_of(role)
    assert "Canary" not in other.get(reading(meeting)).text
    for verb in ("update", "remove"):
        url = reverse(f"committees:note-{verb}", args=[note.public_id])
        assert other.get(url).status_code == 404
        assert other.post(url, {"page": "1", "text": "Mine", "version": "1"}).status_code == 404
    note.refresh_from_db()
    assert note.text == "Canary"


def test_the_pack_to_jump_in_is_the_newest_whole_one_that_the_reader_may_see(member, meeting, client_of):
    first = PublicationFactory(meeting=meeting, number=0)
    second = PublicationFactory(meeting=meeting, number=1, because="Late figures")
    waiting = PublicationFactory(meeting=meeting, number=2, because="Not out yet", published_at=None)
    AgendaPackFactory(publication=first, pages=90)
    AgendaPackFactory(publication=second, first_page=91, pages=4)
    public = AgendaPackFactory(publication=second, extent="complete", pages=94)
    exempt = AgendaPackFactory(publication=second, extent="complete", audience="exempt", pages=99)
    AgendaPackFactory(publication=waiting, extent="complete", pages=120)
    today = timezone.localdate()
    assert pack_for(meeting, member.person.standing_on(today)) == exempt
    assert pack_for(meeting, client_of("councillor").person.standing_on(today)) == public


def test_a_paper_says_on_which_page_of_the_pack_it_begins(member, meeting):
    paper = paper_of(meeting, 1)
    line = {"item": "", "number": 1, "title": "", "paper": str(paper.public_id), "page": 47, "pages": 4}
    AgendaPackFactory(publication=PublicationFactory(meeting=meeting), contents=[line])
    assert "pack page 47" in member.get(reading(meeting)).text


def test_without_papers_the_page_says_so(member, meeting):
    page = member.get(reading(meeting)).text
    assert "No paper of this meeting is published yet." in page
    assert "You have no notes" in page
    assert "Jump to a page" not in page


@pytest.mark.parametrize("number", [1, 60])
def test_it_costs_the_same_however_many_papers_there_are(member, meeting, number, django_assert_max_num_queries):
    for place in range(1, number + 1):
        paper_of(meeting, place)
        NoteFactory(meeting=meeting, person=member.person, page=place)
    member.get(reading(meeting))
    with django_assert_max_num_queries(18):
        member.get(reading(meeting))

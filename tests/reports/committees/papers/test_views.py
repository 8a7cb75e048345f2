"""Pages of papers: sent in as a real PDF, read by who may, found by the public, and what a wrong file is told."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from corpparent.documents import take_in
from corpparent.models import Event, StoredFile
from members.roles import COUNCILLOR, DEMOCRATIC_SERVICES_OFFICER
from reports.committees.models import Fetch, Paper
from tests.documents import pdf_of
from tests.factories.committees import (
    NOW,
    AgendaItemFactory,
    BackgroundPaperFactory,
    ClearanceFactory,
    PaperFactory,
    PaperTextFactory,
)
from tests.factories.members import AppointmentFactory
from tests.plugins.people import PersonsClient

pytestmark = pytest.mark.django_db
LINE = "How our children are doing"
SECRET = "Tender of Juniper House"


@pytest.fixture
def officer(council, client_of):
    return client_of(DEMOCRATIC_SERVICES_OFFICER)


def address(name, *things):
    return reverse(f"committees:{name}", args=[thing.public_id for thing in things])


def page(client, name, *things, **query):
    answer = client.get(address(name, *things), query)
    assert answer.status_code == 200
    return answer.content.decode()


def sent(content=None, name="Cllr Bell's draft.pdf"):
    return SimpleUploadedFile(name, pdf_of(LINE, "") if content is None else content, "application/pdf")


def given(**more):
    return {"title": "Scorecard", "access": "open", "summary": "Twelve figures.", "file": sent()} | more


def test_paper_is_sent_in_and_its_page_says_what_it_is(officer):
    item = AgendaItemFactory()
    answer = officer.post(address("paper-create", item), given(), follow=True)
    paper = Paper.objects.get()
    said = answer.content.decode()
    wanted = ("Scorecard", "Twelve figures.", "Two pages", "Page 2 has no text", "second person): ask for it", "Draft")
    assert [words for words in wanted if words not in said] == []
    assert "Bell" not in said
    assert paper.file.path.read_bytes().startswith(b"%PDF-")
    assert (item.papers.get(), paper.texts.get(page=1).text) == (paper, LINE)


def test_word_document_is_refused_in_words_and_nothing_is_lost(officer):
    answer = officer.post(
        address("paper-create", AgendaItemFactory()), given(file=sent(b"PK\x03\x04 word/document.xml"))
    )
    said = answer.content.decode()
    assert "This is a Word document with a name that ends in .pdf." in said
    assert "Twelve figures." in said
    assert Paper.objects.count() == StoredFile.objects.count() == 0


def test_file_over_the_limit_is_told_so(officer, settings):
    settings.UPLOAD_MAX_BYTES = 1_000
    answer = officer.post(address("paper-create", AgendaItemFactory()), given(file=sent(b"%PDF-1.4" + b"A" * 2_000)))
    assert answer.status_code == 413
    assert "The portal takes files of up to 1000\xa0bytes" in answer.content.decode().replace("&nbsp;", "\xa0")


def test_to_follow_says_by_when(officer):
    item = AgendaItemFactory(meeting__meets_on=date(2199, 12, 2))
    fields = given(due_on_0=1, due_on_1=12, due_on_2=2199, due_time="12:00")
    del fields["file"]
    answer = officer.post(address("paper-create", item), fields, follow=True)
    assert "To follow by 1 December 2199 at 12:00" in answer.content.decode()


def test_appendix_of_a_paper(officer):
    paper = PaperFactory()
    exempt = given(access="exempt", title=SECRET, public_title="Exempt appendix", paragraphs=["3"], interest="Open.")
    exempt |= {"review_on_0": 2, "review_on_1": 12, "review_on_2": 2027}
    officer.post(address("paper-create", paper.item) + f"?part_of={paper.public_id}", exempt)
    assert paper.appendices.get().shown_title == "Exempt appendix"


@pytest.mark.parametrize("part_of", ["x", "\0", "00000000-0000-4000-8000-000000000000"])
def test_appendix_of_nothing_is_not_there(officer, part_of):
    answer = officer.get(address("paper-create", AgendaItemFactory()), {"part_of": part_of})
    assert answer.status_code == 404


def test_public_reads_open_papers_and_no_clearance(client, council):
    paper = PaperFactory(published=True, title="Scorecard", summary="Twelve figures.")
    BackgroundPaperFactory(paper=paper)
    ClearanceFactory(paper=paper, asked_of__name="Ines Marlow")
    PaperFactory(part_of=paper, item=paper.item, exempt=True, title=SECRET, published=True)
    said = page(client, "paper-detail", paper)
    assert [words for words in ("Scorecard", "Sufficiency strategy 2024", "Four pages") if words not in said] == []
    assert [words for words in ("Marlow", SECRET, "Keeping this paper", "Exempt appendix") if words in said] == []


@pytest.mark.parametrize(
    "change", [{"exempt": True, "published": True}, {}, {"published": True, "item__meeting__is_public": False}]
)
@pytest.mark.parametrize("name", ["paper-detail", "paper-pdf"])
def test_what_the_public_may_not_see_is_not_there(client, council, change, name):
    assert client.get(address(name, PaperFactory(**change))).status_code == 404


def test_member_of_the_body_reads_exempt_and_that_is_on_the_record(council):
    paper = PaperFactory(
        exempt=True, published=True, paragraphs=[3], title=SECRET, file=StoredFile.write([pdf_of(LINE)])
    )
    member = AppointmentFactory(role__slug=COUNCILLOR, body=paper.item.meeting.body, place="member").person
    client = PersonsClient(member)
    assert "Not for publication: paragraph 3 of Schedule 12A" in page(client, "paper-detail", paper)
    answer = client.get(address("paper-pdf", paper))
    assert answer["Content-Disposition"] == 'attachment; filename="exempt-appendix.pdf"'
    assert f"Copy for {member.name}" in take_in(answer.content, "copy.pdf").texts[0]
    opened = Event.objects.filter(type="exempt-paper-opened")
    assert [event.actor_id for event in opened] == [member.public_id] * 2
    assert SECRET not in str(list(opened.values("details", "private")))


def test_download_is_counted_and_is_an_attachment_in_a_sandbox(client, council):
    paper = PaperFactory(published=True, title="Scorecard: Q1 <b>", file=StoredFile.write([b"%PDF"]))
    for _ in range(2):
        answer = client.get(address("paper-pdf", paper))
    client.head(address("paper-pdf", paper))
    assert answer["Content-Disposition"] == 'attachment; filename="scorecard-q1-b.pdf"'
    assert (answer["Content-Security-Policy"], answer["X-Content-Type-Options"]) == ("sandbox", "nosniff")
    assert Fetch.objects.get().times == 2


def test_file_that_retention_removed_is_no_longer_kept(client, council):
    paper = PaperFactory(published=True, file=None)
    assert "no longer kept" in page(client, "paper-detail", paper)
    assert client.get(address("paper-pdf", paper)).status_code == 404


def test_public_finds_a_paper_by_its_words(client, council):
    paper = PaperFactory(published=True, title="Scorecard")
    PaperTextFactory(paper=paper, page=47, text="Dental checks <script> were on time.")
    PaperFactory(published=True, exempt=True, title="Dental canary")
    said = page(client, "paper-list", search="dental")
    assert "<strong>Page 47:</strong>" in said
    assert "<mark>Dental</mark> checks &lt;script&gt; were on time." in said
    assert "canary" not in said
    assert "No paper fits" in page(client, "paper-list", search="orthodontist")


@pytest.mark.parametrize("query", [{"search": "x" * 101}, {"body": "nobody"}, {"year": "9999"}, {"search": "\0"}])
def test_odd_question_is_answered(client, council, query):
    PaperFactory(published=True)
    page(client, "paper-list", **query)


def test_list_costs_the_same_for_one_and_for_many(client, council, django_assert_max_num_queries):
    for _ in range(12):
        PaperTextFactory()
    page(client, "paper-list")  # after which the council and its words are remembered
    with django_assert_max_num_queries(5):
        page(client, "paper-list", search="children")


def test_versions_are_named_with_their_reason(client, council):
    first = PaperFactory(published=True, title="Scorecard", replaced_at=NOW)
    newer = PaperFactory(
        published=True, item=first.item, replaces=first, edition=2, replaced_because="A figure was wrong."
    )
    assert "A newer version stands in for this paper." in page(client, "paper-detail", first)
    said = page(client, "paper-detail", newer)
    assert "This is version 2. A figure was wrong." in said
    assert "Version 1" in said
    assert page(client, "paper-list").count("app-row__link") == 1


def test_draft_is_changed_and_stale_is_said(officer):
    paper = PaperFactory(title="Scorecard")
    fields = given(version=1, title="Scorecard of the year")
    assert officer.post(address("paper-update", paper), fields).status_code == 302
    answer = officer.post(address("paper-update", paper), fields)
    assert "Somebody else changed this" in answer.content.decode()


def test_removed_after_it_was_asked(officer):
    paper = PaperFactory()
    assert "Remove this paper?" in page(officer, "paper-confirm", paper)
    officer.post(address("paper-remove", paper), {"version": 99})
    assert Paper.objects.exists()
    officer.post(address("paper-remove", paper), {"version": 1})
    assert not Paper.objects.exists()


def test_split_through_its_form(officer):
    paper = PaperFactory(exempt=True, title=SECRET)
    officer.post(address("paper-split", paper), {"title": "Homes", "file": sent(), "version": 1})
    paper.refresh_from_db()
    assert (paper.part_of.title, paper.part_of.access) == ("Homes", "open")


def test_replacement_and_withdrawal_through_their_forms(officer):
    paper = PaperFactory(published=True)
    officer.post(address("paper-replace", paper), {"because": "A figure.", "file": sent(), "version": 1})
    assert paper.replaced_by.edition == 2
    officer.post(address("paper-withdraw", paper), {"because": "Sent in error.", "version": 1})
    assert "This paper was withdrawn. Sent in error." in page(officer, "paper-detail", paper)


def test_background_papers_are_listed_and_taken_off(officer):
    paper = PaperFactory()
    officer.post(address("paper-background", paper), {"title": "Strategy", "where": "The library", "version": 1})
    row = paper.background.get()
    assert "Strategy" in page(officer, "paper-background", paper)
    officer.post(address("background-remove", row))
    assert not paper.background.exists()

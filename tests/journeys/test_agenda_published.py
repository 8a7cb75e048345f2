"""An agenda from the standing items until public and exempt packs are out, and a supplement: in a real browser."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.journeys.convening import download, wait_for_publication, written

pytestmark = pytest.mark.journey

TODAY = timezone.localdate()
STANDING = ("Apologies for absence", "Declarations of interest", "Voice of children and young people", "Reports")
ITEM, REPORT, APPENDIX, LATER = "Where children live", "Homes near the city", "Zanzibarine contract", "Late figures"
EXEMPT = "Exempt: under Schedule 12A, if the public interest asks for it"


def test_agenda_from_standing_items_to_packs_and_supplement(convene, at_desk, tmp_path):
    willow = convene("new", "Willowby")
    officer, second, stranger = at_desk(willow, "officer"), at_desk(willow, "second"), at_desk()
    meeting = plan(officer, willow)
    agenda = begin(officer)
    add_item(officer)
    add_report(officer, tmp_path)
    add_appendix(officer, tmp_path)
    for title in (APPENDIX, REPORT):
        ask_to_clear(officer, agenda, title, willow)
    be_refused(officer, agenda)
    clear(second)
    drop_empty_item(officer, agenda)
    publish(officer, at_desk(willow, "second"), agenda)
    public_reads(stranger, meeting)
    convene("tomorrow", "Willowby")
    publish_supplement(officer, second, agenda, willow, tmp_path)
    public_reads_supplement(stranger, willow)


def plan(officer, willow):
    officer.open("/meetings/").check_page().press("link", "Plan a meeting").check_page()
    officer.press("button", "Plan this meeting").check_page()
    assert "Choose a body from the list." in officer.text
    assert "Enter where it meets." in officer.text
    officer.choose("Which body meets?", willow.body)
    officer.fill_day("On which day?", TODAY + timedelta(weeks=4))
    officer.fill(officer.page.get_by_label("When does it begin?"), "14:00")
    officer.fill(officer.page.get_by_label("Where?"), "Committee room 1, Larchford Town Hall")
    officer.tick("Keep this day all the same")
    officer.press("button", "Plan this meeting").check_page()
    assert "Planned. " in officer.text
    assert "The agenda is not published yet." in officer.text
    return officer.page.url


def begin(officer):
    officer.press("link", "Prepare the agenda").check_page()
    for title in STANDING:
        assert title in officer.text
    agenda = officer.page.url
    officer.press("link", "What members read").check_page()
    assert "No paper of this meeting is published yet." in officer.text
    officer.open(agenda)
    return agenda


def add_item(officer):
    officer.press("link", "Add an item").check_page()
    officer.press("button", "Add this item").check_page()
    assert "Give it a title." in officer.text
    officer.fill(officer.page.get_by_label("Title", exact=True), ITEM)
    officer.choose("Where does it stand?", "Before 7. Work programme")
    officer.press("button", "Add this item").check_page()
    assert "Item 7 has no report" in officer.text


def add_report(officer, folder):
    """First something that is no PDF; then the open part."""
    officer.press("link", "Add a paper item 7").check_page()
    wrong = folder / "notes.pdf"
    wrong.write_text("These are no pages.")
    officer.fill(officer.page.get_by_label("Title", exact=True), REPORT)
    officer.bring("The paper as PDF", wrong)
    officer.press("button", "Add this paper").check_page()
    assert "There is a problem" in officer.text
    assert officer.page.get_by_label("Title", exact=True).input_value() == REPORT
    officer.bring("The paper as PDF", written(folder, "homes", "Homes near the city are wanted.", "What each costs."))
    officer.press("button", "Add this paper").check_page()
    assert "The paper is added." in officer.text


def add_appendix(officer, folder):
    """What is exempt says under which paragraph, why, and until when."""
    officer.press("link", "Add an appendix").check_page()
    officer.fill(officer.page.get_by_label("Title", exact=True), APPENDIX)
    officer.pick(EXEMPT)
    officer.bring("The paper as PDF", written(folder, "contract", "Zanzibarine bids again."))
    officer.press("button", "Add this paper").check_page()
    assert "There is a problem" in officer.text
    officer.fill(officer.page.get_by_label("what does the public read instead of the title?"), "Exempt appendix")
    officer.tick("3. The financial or business affairs of any particular person, the council included")
    officer.fill(officer.page.get_by_label("why is the public interest"), "The council could not bargain any more.")
    officer.fill_day("by when does somebody look again", TODAY + timedelta(days=365))
    officer.bring("The paper as PDF", folder / "contract.pdf")
    officer.press("button", "Add this paper").check_page()
    assert "Not for publication: paragraph 3 of Schedule 12A" in officer.text


def ask_to_clear(officer, agenda, title, willow):
    officer.open(agenda).press("link", title).check_page()
    officer.press("link", "Ask for a clearance").check_page()
    officer.press("button", "Ask them").check_page()
    assert "Choose legal, finance or second person." in officer.text
    officer.pick("Second person")
    officer.choose("Whom do you ask?", willow.people["second"])
    officer.press("button", "Ask them").check_page()
    assert "They are asked, and get a note." in officer.text


def be_refused(officer, agenda):
    """Until the second person has cleared both: the agenda says so, and publishing is refused by the same words."""
    officer.open(agenda).check_page()
    assert "It can be published when what stands above in bold is put right." in officer.text
    officer.open(agenda.replace("/agenda/", "/publish/")).check_page()
    assert f"“{REPORT}” waits for a clearance (second person)." in officer.text
    officer.press("button", "Publish it").check_page()
    assert "There is a problem" in officer.text


def clear(second):
    for title in ("Exempt appendix", REPORT):
        second.open("/").press("link", f"Clear a paper: {title}").check_page()
        second.press("button", "It may be published").check_page()
        assert "You cleared it." in second.text


def drop_empty_item(officer, agenda):
    """The usual item for reports stays empty; the words that exclude the public are added by a button."""
    officer.open(agenda).press("link", "Remove item 6").check_page()
    officer.press("button", "Remove this item")
    officer.press("button", "Add the item").check_page()
    assert "has no report" not in officer.text


def publish(officer, other, agenda):
    """Two at once: one agenda goes out, and who comes too late is told so."""
    other.open(agenda).press("link", "Publish the agenda")
    officer.open(agenda).press("link", "Publish the agenda").check_page()
    assert "The public reads:" in officer.text
    officer.press("button", "Publish it").check_page()
    wait_for_publication(officer).check_page()
    other.press("button", "Publish it").check_page()
    assert "Nothing is new since it was published." in other.text
    officer.press("link", "Agenda, exempt edition").check_page()
    assert APPENDIX in officer.text


def public_reads(stranger, meeting):
    stranger.open(meeting).check_page()
    assert ITEM in stranger.text
    assert "Zanzibarine" not in stranger.page.content()
    assert "exempt edition" not in stranger.text
    stranger.press("link", REPORT).check_page()
    stranger.open(meeting).press("link", "Agenda").check_page()
    content, name = download(stranger, "Download all of it (PDF)")
    assert content.startswith(b"%PDF")
    assert name.startswith("willowby-committee-")


def publish_supplement(officer, second, agenda, willow, folder):
    """The meeting is tomorrow: what is new says why it is late."""
    officer.open(agenda).press("link", "Add a paper item 6")
    officer.fill(officer.page.get_by_label("Title", exact=True), LATER)
    officer.bring("The paper as PDF", written(folder, "late", "Figures of November."))
    officer.press("button", "Add this paper")
    ask_to_clear(officer, agenda, LATER, willow)
    second.open("/").press("link", f"Clear a paper: {LATER}").press("button", "It may be published")
    officer.open(agenda).press("link", "Publish a supplement").check_page()
    officer.press("button", "Publish it").check_page()
    assert "Say what is new, and why it comes now." in officer.text
    assert "Say why it comes fewer than the clear days before the meeting" in officer.text
    officer.fill(officer.page.get_by_label("What is new, and why now"), "The figures of November.")
    officer.fill(officer.page.get_by_label("Special circumstances that make it late"), "They came out this morning.")
    officer.press("button", "Publish it")
    wait_for_publication(officer).check_page()


def public_reads_supplement(stranger, willow):
    stranger.open(f"/meetings/bodies/{willow.slug}/").check_page()
    tomorrow = TODAY + timedelta(days=1)
    stranger.press("link", f"{tomorrow:%A} {tomorrow.day} {tomorrow:%B %Y}").check_page()
    assert LATER in stranger.text
    stranger.press("link", "Supplement 1: what is new").check_page()
    assert "The figures of November." in stranger.text
    assert "Zanzibarine" not in stranger.page.content()


def test_agenda_is_published_once_by_two_who_press_and_by_keyboard_alone(convene, at_desk):
    cedar = convene("ready", "Cedarby")
    officer, other = at_desk(cedar, "officer", by_key=True), at_desk(cedar, "second", by_key=True)
    for one in (officer, other):
        one.open(cedar.agenda).press("link", "Publish the agenda")
    officer.press("button", "Publish it")
    other.press("button", "Publish it")
    # It joins the first, or is told that this has gone out while it was on its way.
    assert other.page.url == officer.page.url or "Nothing is new since it was published." in other.text
    wait_for_publication(officer).press("link", "Agenda, public edition").check_page()
    officer.fill(officer.page.get_by_label("Go to pack page"), "2")
    officer.press("button", "Find it").check_page()
    assert "Open page 2" in officer.text

"""A meeting that was held, until everybody can read what it decided."""

from datetime import timedelta

import pytest
from django.utils import timezone

pytestmark = pytest.mark.journey

TODAY = timezone.localdate()
RESOLUTION, CLOSED, ACTION = "That the report is noted.", "That Zanzibarine is paid.", "Ask the bus company"


@pytest.fixture(scope="session")
def aspen(convene):
    return convene("begun", "Aspenby")


@pytest.mark.parametrize("by_key", [False, True], ids=["scripts", "keyboard"])
def test_decision_is_written_down_published_and_acted_on(aspen, at_desk, by_key):
    title = f"{RESOLUTION} {'Heard twice.' if by_key else ''}".strip()
    officer = at_desk(aspen, "officer", by_key=by_key)
    officer.open(aspen.agenda).press("link", "Decisions of this meeting").check_page()
    officer.press("link", "Write down a decision under item 6").check_page()
    officer.press("button", "Keep this draft").check_page()
    assert "Give it a title." in officer.text
    officer.fill(officer.page.get_by_label("The resolution, in a sentence"), title)
    officer.press("button", "Keep this draft").check_page()
    decision = officer.page.url
    assert at_desk().open(decision).page.title().startswith("There is no such page")

    officer.press("link", "Read it once more and publish it").check_page()
    officer.press("button", "Publish this decision").check_page()
    assert "The decision is published." in officer.text
    stranger = at_desk().open(aspen.meeting).check_page()
    stranger.press("link", f"Decided: {title}").check_page()
    act(officer, aspen)


def act(officer, aspen):
    officer.press("link", "Make it an action").check_page()
    officer.fill(officer.page.get_by_label("What must be done?"), ACTION)
    officer.press("button", "Make it an action").check_page()
    assert "Say why it must be done." in officer.text
    officer.fill(officer.page.get_by_label("Why?"), "The report says that buses are missing.")
    officer.choose("Who does it?", aspen.people["chair"])
    officer.fill_day("By when?", TODAY + timedelta(days=60))
    officer.choose("What it is about", "Ordinary life")
    officer.press("button", "Make it an action").check_page()
    assert ACTION in officer.text


def test_who_came_is_written_down(aspen, at_desk):
    officer, people = at_desk(aspen, "officer"), aspen.people
    officer.open(aspen.agenda).press("link", "Who came").check_page()
    officer.press("button", "Write this down").check_page()
    assert f"Say of {people['chair']} whether they came." in officer.text
    answer(officer, people["member"], "Present")
    answer(officer, people["chair"], "Sent apologies")
    officer.press("button", "Write this down").check_page()
    assert "Attendance is written down." in officer.text
    officer.press("button", "Write this down").check_page()
    assert "Nothing was different, so nothing was written." in officer.text
    assert "Held" in at_desk().open(aspen.meeting).check_page().text


def answer(officer, name, said):
    officer.page.get_by_role("group", name=name, exact=True).get_by_label(said, exact=True).check()


def test_exempt_decision_is_read_by_members_alone(aspen, at_desk):
    officer = at_desk(aspen, "officer")
    officer.open(aspen.agenda).press("link", "Decisions of this meeting")
    officer.press("link", "Write down a decision under item 6")
    officer.fill(officer.page.get_by_label("The resolution, in a sentence"), CLOSED)
    officer.pick("Exempt: under Schedule 12A, if the public interest asks for it")
    officer.fill(officer.page.get_by_label("what does the public read instead of the title?"), "An exempt decision")
    officer.tick("3. The financial or business affairs of any particular person, the council included")
    officer.fill(officer.page.get_by_label("why is the public interest"), "The council could not bargain any more.")
    officer.fill_day("by when does somebody look again", TODAY + timedelta(days=365))
    officer.press("button", "Keep this draft").check_page()
    officer.press("link", "Read it once more and publish it").press("button", "Publish this decision")
    assert "The decision is published." in officer.text
    decision = officer.page.url
    assert CLOSED in at_desk(aspen, "member").open(decision).text
    stranger = at_desk()
    for address in (decision, aspen.meeting, "/decisions/", f"/decisions/?body={aspen.slug}"):
        assert "Zanzibarine" not in stranger.open(address).page.content()

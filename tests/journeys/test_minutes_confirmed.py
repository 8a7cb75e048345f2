"""Minutes from the first word to the day on which they are confirmed at the next meeting, and who reads what."""

import pytest

pytestmark = pytest.mark.journey

CLOSED = "Zanzibarine was looked at."
SAID, BETTER = "Members looked at the figures.", "Members welcomed the figures."


@pytest.mark.parametrize("way", ["scripts", "no scripts", "keyboard"])
def test_minutes_are_written_approved_and_confirmed(convene, at_desk, way):
    committee = convene("begun", f"Rowan{way.replace(' ', '')}")
    scripts, by_key = way != "no scripts", way == "keyboard"
    officer = at_desk(committee, "officer", scripts=scripts, by_key=by_key)
    hold(officer, committee)
    write(officer, committee)
    address = f"{committee.meeting}minutes/"
    assert at_desk().open(address).page.title().startswith("There is no such page")

    chair = at_desk(committee, "chair", scripts=scripts, by_key=by_key)
    chair.open(address).check_page().press("button", "I approve this draft")
    assert "Draft, not yet confirmed" in chair.text
    stranger = at_desk()
    assert SAID in stranger.open(address).check_page().text
    change(officer, committee)
    stranger.open(address)
    assert "The chair remembered it better." in stranger.text
    assert "Zanzibarine" not in stranger.page.content()
    assert CLOSED in at_desk(committee, "member").open(address).text

    confirm(officer, convene("next", f"Rowan{way.replace(' ', '')}"), committee)
    assert "Confirmed" in stranger.open(address).check_page().text
    assert "Minutes" in stranger.open(committee.meeting).check_page().text


def hold(officer, committee):
    officer.open(committee.agenda).press("link", "Minutes").check_page()
    assert "Write down who came first." in officer.text
    officer.press("link", "Write down who came").check_page()
    for part, said in (("member", "Present"), ("chair", "Present")):
        group = officer.page.get_by_role("group", name=committee.people[part], exact=True)
        group.get_by_label(said, exact=True).check()
    officer.press("button", "Write this down")
    assert "Attendance is written down." in officer.text


def write(officer, committee):
    officer.open(committee.agenda).press("link", "Minutes").press("button", "Begin the minutes").check_page()
    while "Nothing is written yet of item" in officer.text:
        empty = officer.page.locator("section.app-minute", has_text="Nothing is written yet.").first
        empty.get_by_role("link").click()
        officer.check_page()
        officer.fill(officer.page.get_by_label("What the minutes say"), SAID)
        officer.fill(officer.page.get_by_label("What was considered without the public"), CLOSED)
        officer.press("button", "Keep this")
    officer.fill(officer.page.get_by_label("Ended at"), "13:00")
    officer.press("button", "Keep the hours").check_page()
    assert "It ended before it began." in officer.text
    officer.fill(officer.page.get_by_label("Ended at"), "16:10")
    officer.press("button", "Keep the hours")
    assert "16:10" in officer.text


def change(officer, committee):
    officer.open(committee.agenda).press("link", "Minutes")
    entry = officer.page.locator("section.app-minute", has_text=SAID).first
    entry.get_by_role("link").click()
    officer.fill(officer.page.get_by_label("What the minutes say"), BETTER)
    officer.press("button", "Keep this").check_page()
    assert "say why you change it" in officer.text
    officer.fill(officer.page.get_by_label("Why do you change it?"), "The chair remembered it better.")
    officer.press("button", "Keep this")
    assert "is kept." in officer.text


def confirm(officer, later, committee):
    officer.open(committee.agenda).press("link", "Minutes").press("link", "Confirm these minutes").check_page()
    officer.press("button", "These minutes are confirmed").check_page()
    assert "Choose a later meeting of this body." in officer.text
    options = officer.page.get_by_label("At which meeting were they confirmed?").locator("option")
    officer.page.get_by_label("At which meeting were they confirmed?").select_option(index=options.count() - 1)
    officer.page.get_by_label("Who signed them?").select_option(label=committee.people["chair"])
    officer.press("button", "These minutes are confirmed")
    assert "The minutes are confirmed." in officer.text

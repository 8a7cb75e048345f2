"""A visit to a home, from the rota until children were told what came of it: on phones, in a real browser."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.journeys.visiting import WHOLE

pytestmark = pytest.mark.journey

TODAY = timezone.localdate()
GATE, KITCHEN, DENTIST = (
    "Garden gate does not shut",
    "Kitchen is locked after seven",
    "Nobody knows when the dentist comes",
)


def test_visit_from_the_rota_until_children_were_told(arrange, phone_of):
    juniper = arrange("home", "Juniper")
    officer, lead, second, manager = (phone_of(juniper, part) for part in juniper.people)
    plan(officer, juniper)
    take(lead, second, juniper)
    write(lead, juniper)
    report = send(lead)
    give_back(officer, lead, report)
    amend(lead)
    answer(manager, juniper)
    resolve(lead)
    tell(manager, lead, report)


def plan(officer, arranged):
    officer.open("/rota/").check_page().press("link", "Add one visit").check_page()
    officer.press("button", "Put it on the rota").check_page()
    assert "Choose a home from the list." in officer.text
    officer.choose("Which home?", arranged.home)
    officer.fill_day("From when?", TODAY - timedelta(days=3))
    officer.fill_day("By when?", TODAY - timedelta(days=1))
    officer.press("button", "Put it on the rota").check_page()
    assert "This day has gone. Enter a day to come." in officer.text
    officer.fill_day("By when?", TODAY + timedelta(days=9))
    officer.press("button", "Put it on the rota").check_page()
    officer.press("button", f"Ask to lead : {arranged.people['lead']}").check_page()
    officer.press("button", f"Ask as second : {arranged.people['second']}")
    assert f"Offered to {arranged.people['second']}." in officer.text


def take(lead, second, arranged):
    lead.open("/").check_page().press("link", f"Can you visit {arranged.home}?").check_page()
    lead.press("button", "I will go").check_page()
    second.open("/").press("link", f"Can you visit {arranged.home}?").press("button", "I will go")
    lead.press("link", "Choose the day").check_page()
    lead.press("button", "Keep this day").check_page()
    lead.fill_day("On which day?", TODAY)
    lead.press("button", "Keep this day").press("link", "Read the briefing").check_page()
    for words in (
        "You may make this visit.",
        f"18 {arranged.home} Way, Larchford",
        "Come at tea time, not when we are at school.",
        "Shower on the first floor has low pressure",
        "No published inspection is written down here.",
        "01632 960123",
    ):
        assert words in lead.text


def write(lead, arranged):
    """The form, with what goes wrong on the way."""
    lead.press("button", "Start the visit form").check_page()
    lead.fill_day("When did you visit?", TODAY.replace(day=1))
    lead.fill(lead.page.get_by_label("Day", exact=True), "32")
    lead.press("button", "Save and go on").check_page()
    assert "There is a problem" in lead.text
    for title in ("Your visit", "Who was there", "Arriving", "The home"):
        lead.fill_part(title).check_page()
    come_back(lead, arranged)
    be_warned(lead)
    for title in ("Living here", "Staff and safety"):
        lead.fill_part(title).check_page()
    raise_points(lead)
    lead.press("button", "Save and go on").check_page()


def come_back(lead, arranged):
    """Half done and away: the draft is where it was left, and nobody else's to see."""
    lead.open("/visits/").check_page()
    assert "Your draft. Nobody else sees it." in lead.text
    lead.page.get_by_role("link", name=arranged.home).first.click()
    lead.page.get_by_role("heading", name="The home", level=1).wait_for()
    box = lead.page.get_by_label("What is broken, and how long has it been?")
    assert box.input_value() == WHOLE["The home"]["What is broken, and how long has it been?"]
    lead.press("button", "Save and go on")


def be_warned(lead):
    asks = "What did they ask you to do?"
    lead.fill_part("What children told you", {asks: "A desk. Born on 4 May 2013."}).check_page()
    assert "One place could point to a child" in lead.text
    lead.answer(asks, "A desk of their own. Tyler does the cooking.")
    lead.press("button", "Save and go on").check_page()
    lead.press("link", "Go on, and come back to it later")


def raise_points(lead):
    assert "No points yet." in lead.text
    lead.press("link", "Add a point").check_page()
    lead.press("button", "Keep this point").check_page()
    assert "Say what you saw or heard." in lead.text
    lead.write_point(GATE, "Two children said so.")
    for title in (KITCHEN, DENTIST):
        lead.add_point(title, "Two children said so.")
    lead.check_page()


def send(lead):
    """Refused while something is missing, or could point at a child, and then sent; the report's address."""
    lead.press("button", "Save and go on").check_page()
    assert "Say whether it is good enough for your own child." in lead.text
    assert not lead.page.get_by_role("button", name="Send this report").count()
    lead.press("link", "Change this part : Good enough for my own child?").fill_part("Good enough for my own child?")
    lead.press("button", "Send this report").check_page()
    assert "Confirm that nobody can be recognised, then send it." in lead.text
    lead.send().check_page()
    assert "There are likely names in it." in lead.text
    lead.fill(lead.page.get_by_label("Why these names may stand"), "A member of staff.")
    lead.send().check_page()
    assert "Your report is sent." in lead.text
    return lead.page.url


def give_back(officer, lead, report):
    officer.open(report).unfold("Everything the visitors answered")
    assert "A desk of their own. Tyler does the cooking." in officer.text
    officer.check_page().press("link", "Return it to be amended").check_page()
    officer.press("button", "Return this report").check_page()
    assert "Say what is to be amended." in officer.text
    officer.fill(officer.page.get_by_label("What is to be amended?"), "Say how long the gate has been broken.")
    officer.press("button", "Return this report").check_page()
    assert "It is returned. The visitor gets a note." in officer.text


def amend(lead):
    lead.open("/").press("link", f"Amend your report: Juniper, {said(TODAY)}").check_page()
    lead.press("link", "Amend it").check_page()
    assert "Say how long the gate has been broken." in lead.text
    for _ in WHOLE:
        if lead.heading == "Points to be answered":
            change_point(lead)
        lead.press("button", "Save and go on")
    lead.send().check_page()
    lead.unfold("Version 1")
    lead.unfold("Version 2")
    lead.check_page()
    assert "The one before came back: Say how long the gate has been broken." in lead.text


def change_point(lead):
    lead.press("link", GATE).check_page()
    lead.answer("What did you see or hear?", "Broken since August. Two children said so.")
    lead.press("button", "Keep this point")


def answer(manager, arranged):
    """Yes, partly and no; the first of them after it was refused."""
    manager.open("/").check_page()
    manager.page.get_by_role("link", name=f"Answer the points of the visit to {arranged.home}, {said(TODAY)}").click()
    manager.page.get_by_role("link", name="Answer it").first.wait_for()
    manager.check_page().press("link", "Answer it").check_page()
    manager.press("button", "Send this answer").check_page()
    assert "Choose yes, partly or no." in manager.text
    manager.answer("Will you do it?", "Yes")
    manager.answer("What do you answer?", "It is mended this week.")
    manager.press("button", "Send this answer").check_page()
    assert "Choose who does it." in manager.text
    finish(manager, arranged)
    for will, words in (("Partly", "Fruit is out now. Knives stay locked."), ("No", "The practices have no places.")):
        manager.press("link", "Answer it").answer("Will you do it?", will).answer("What do you answer?", words)
        if will == "No":
            manager.press("button", "Send this answer")
        else:
            finish(manager, arranged)
    manager.check_page()
    manager.open("/actions/")
    assert GATE in manager.text
    assert KITCHEN in manager.text
    assert DENTIST not in manager.text


def finish(manager, arranged):
    manager.choose("Who does it?", arranged.people["manager"])
    manager.fill_day("By when?", TODAY + timedelta(days=7))
    manager.press("button", "Send this answer")


def resolve(lead):
    """The visitor's own word on each."""
    lead.open("/").check_page()
    lead.page.get_by_role("link", name="Say what is resolved: Juniper").click()
    lead.page.get_by_role("heading", name="Three points").wait_for()
    for title, word in ((GATE, "Yes, resolved"), (KITCHEN, "Not yet"), (DENTIST, "Look next visit")):
        lead.answer(f"Is “{title}” resolved?", word).press("button", f"Keep this for “{title}”")
        assert f"You said of “{title}”: {word.lower()}." in lead.text
    lead.check_page()


def tell(manager, lead, report):
    manager.open(report).press("link", f"Record what children were told about “{GATE}”").check_page()
    manager.fill_day("When were children told?", TODAY + timedelta(days=1))
    manager.answer("What were they told?", "At the house meeting, that the gate is mended.")
    manager.press("button", "Keep this").check_page()
    assert "This day is still to come." in manager.text
    manager.fill_day("When were children told?", TODAY)
    manager.press("button", "Keep this").check_page()
    lead.open(report).check_page()
    assert f"Children were told on {said(TODAY)}: At the house meeting, that the gate is mended." in lead.text


def said(day):
    return f"{day:%-d %B %Y}"

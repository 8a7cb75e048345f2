"""An action from its birth until somebody else has checked it, on the way late: in a real browser on real servers."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.installation import wait_until

pytestmark = pytest.mark.journey

RUTH, NIA, DELPHINE, HANNAH = (f"{name}@larchford.example" for name in ("ruth", "nia", "delphine", "hannah"))
# An installation sees every case once, in any order, so each case has actions of its own.
TITLES = {
    "scripts": "Ask every home about bikes",
    "no scripts": "Ask every home about the wifi",
    "keyboard": "Ask every home about pets",
}
LATE = {
    "scripts": "Find a room for the children’s council",
    "no scripts": "Ask the bus company about holidays",
    "keyboard": "Agree who pays for driving lessons",
}


def test_action_from_birth_to_checked(somebody, way):
    title = TITLES[way]
    clerk = somebody(DELPHINE)
    clerk.open("/actions/").press("link", "Raise an action").check_page()
    clerk.press("button", "Raise this action").check_page()
    assert "Say what must be done." in clerk.text
    clerk.fill(clerk.page.get_by_label("What must be done?"), title)
    clerk.fill(clerk.page.get_by_label("Why?"), "Children asked.")
    clerk.choose("Who does it?", "Hannah Mistlethwaite")
    clerk.fill_day("By when?", timezone.localdate() + timedelta(days=20))
    clerk.choose("What it is about", "Safety")
    clerk.press("button", "Raise this action").check_page()
    assert title in clerk.text
    address = clerk.page.url

    owner = somebody(HANNAH)
    owner.open("/").press("link", title).check_page()
    assert owner.page.url == address
    finish(owner, "All six were asked.")

    clerk.open(address).press("button", "Checked: it is done").check_page()
    assert "Checked: it is done." in clerk.text
    assert "All six were asked." in clerk.text


def test_late_action_is_escalated_moved_and_checked(somebody, newcomers, way):
    title = LATE[way]
    address, due_on = newcomers("late", title), timezone.localdate() - timedelta(days=28)
    director = somebody(RUTH)
    link = director.page.get_by_role("link", name=f"It stays late: {title}")
    wait_until(lambda: director.open("/") and link.count(), timeout=60, what="the worker has told the Director")
    director.check_page()
    director.press("link", f"It stays late: {title}").check_page()
    assert "28 days late" in director.text

    owner = somebody(NIA)
    owner.open("/").check_page()
    assert "28 days late" in owner.text
    move(director, due_on)
    owner.open("/").press("link", title).check_page()
    finish(owner, "It is agreed, and written down.")

    director.open("/").press("link", f"Check that it is done: {title}").check_page()
    director.press("button", "Checked: it is done").check_page()
    reader = somebody(HANNAH)
    reader.open("/actions/").unfold("Choose what to see")
    reader.choose("Where it stands", "Done or dropped")
    reader.press("button", "Show these").check_page()
    row = reader.page.get_by_role("listitem").filter(has=reader.page.get_by_role("link", name=title, exact=True))
    assert "Done" in row.inner_text()
    assert f"Moved once, first due {said(due_on)}." in row.inner_text()
    reader.press("link", title).check_page()
    assert "28 days late." in reader.text
    assert f"/actions/{address.rstrip('/').rsplit('/', 1)[1]}/" in reader.page.url


def move(director, due_on):
    director.press("link", "Move the date").check_page()
    director.fill_day("By when instead?", timezone.localdate() + timedelta(days=7))
    director.press("button", "Move the date").check_page()
    assert "Say why. It stands in the story of the action." in director.text
    director.fill(director.page.get_by_label("Why?"), "The company answers next week.")
    director.press("button", "Move the date").check_page()
    assert f"first due {said(due_on)}" in director.text


def finish(owner, words):
    """Its owner says that it is done, and can go no further alone."""
    owner.press("link", "It is done").check_page()
    owner.fill(owner.page.get_by_label("What was done?"), words)
    owner.press("button", "It is done").check_page()
    assert "You do this action, so somebody else checks that it is done." in owner.text
    assert not owner.page.get_by_role("button", name="Checked: it is done").count()


def said(day):
    return f"{day:%-d %B %Y}"

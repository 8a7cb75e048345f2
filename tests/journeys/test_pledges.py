"""What was promised and what children said: told, answered, acted on and read, in a real browser on real servers."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from corpparent.periods import AROUND
from tests.journeys.hands import Hands

pytestmark = pytest.mark.journey

RUTH, NIA, DELPHINE, HANNAH = (f"{name}@larchford.example" for name in ("ruth", "nia", "delphine", "hannah"))
# An installation sees every case once, in any order, so each case has a promise of its own.
PROMISES = {True: "We will celebrate with you.", False: "You will keep your things, your photos and your story."}
CHALLENGES = {True: "Why are there no bikes?", False: "Why is the wifi off at nine?"}
TITLES = {True: "Ask every home about bikes", False: "Ask every home about the wifi"}


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def scripts(request):
    return request.param


def open_promise(visitor, wording):
    visitor.open("/our-pledge/children-in-care/")
    visitor.page.get_by_role("link", name=re.compile(re.escape(wording))).first.click()
    address = visitor.page.url.rstrip("/").rsplit("/", 1)[1]
    visitor.open(f"/promises/{address}/").check_page()
    return address


def test_two_voices_that_differ(visitor, passwords, scripts):
    director = visitor(scripts=scripts).sign_in(RUTH, passwords[RUTH])
    promise = open_promise(director, PROMISES[scripts])
    now = AROUND["quarter"](timezone.localdate()).code
    director.open(f"/promises/{promise}/progress/officers/?period={now}").check_page()
    director.page.get_by_label("Not kept").check()
    director.page.get_by_label("What is behind it", exact=True).fill("Nobody counted it this quarter.")
    director.press("button", "Keep this").check_page()
    assert "Nobody counted it this quarter." in director.text

    participation = visitor(scripts=scripts).sign_in(NIA, passwords[NIA])
    participation.open(f"/promises/{promise}/progress/young-people/?period={now}").check_page()
    participation.press("button", "Keep this").check_page()
    assert "Choose whether it is kept." in participation.text
    participation.page.get_by_label("Kept", exact=True).check()
    participation.page.get_by_role("textbox").nth(0).fill("It was the best one yet.")
    participation.page.get_by_label(re.compile("asked")).last.fill("Children’s council, eight of them")
    participation.press("button", "Keep this").check_page()

    stranger = visitor(scripts=scripts)
    stranger.open(f"/our-pledge/promises/{promise}/").check_page()
    assert "They do not agree." in stranger.text
    assert "It was the best one yet." in stranger.text


def test_challenge_answered_and_told_back(visitor, passwords, scripts):
    participation = visitor(scripts=scripts).sign_in(NIA, passwords[NIA])
    hands = Hands(participation, by_key=False)
    participation.open("/voices/").press("link", "A challenge from the children’s council").check_page()
    hands.fill_day("When did the children’s council ask?", timezone.localdate() - timedelta(days=2))
    participation.page.get_by_label(re.compile("What do they ask|What was said|ask")).last.fill(CHALLENGES[scripts])
    for box in participation.page.locator("main select").all():
        box.select_option(index=1)
    participation.page.locator("main form.govuk-form, main .app-form form").first.get_by_role("button").click()
    participation.check_page()
    assert CHALLENGES[scripts] in participation.text
    address = participation.page.url

    director = visitor(scripts=scripts).sign_in(RUTH, passwords[RUTH])
    director.open(address).press("link", "Answer this").check_page()
    director.page.get_by_label("Something changed").check()
    director.page.get_by_label("What changed, or why not").fill("Every home has two now.")
    director.page.locator("main .app-form form").get_by_role("button").click()
    director.check_page()

    participation.open(address).press("link", "Say how children were told").check_page()
    Hands(participation, by_key=False).fill_day(re.compile("When"), timezone.localdate())
    participation.page.get_by_label(re.compile("How")).last.fill("At the children’s council")
    participation.page.locator("main .app-form form").get_by_role("button").click()
    participation.check_page()
    # Neither who wrote the question down nor who answered it.
    clerk = visitor(scripts=scripts).sign_in(DELPHINE, passwords[DELPHINE])
    clerk.open(address).press("button", "Publish it").check_page()
    stranger = visitor(scripts=scripts)
    stranger.open("/you-said-we-did/").check_page()
    assert CHALLENGES[scripts] in stranger.text


def test_action_from_birth_to_checked(visitor, passwords, scripts):
    clerk = visitor(scripts=scripts).sign_in(DELPHINE, passwords[DELPHINE])
    hands = Hands(clerk, by_key=False)
    clerk.open("/actions/").press("link", "Raise an action").check_page()
    clerk.press("button", "Raise this action").check_page()
    assert "Say what must be done." in clerk.text
    clerk.page.get_by_label("What must be done?").fill(TITLES[scripts])
    clerk.page.get_by_label("Why?").fill("Children asked.")
    hands.choose("Who does it?", "Hannah Mistlethwaite")
    hands.fill_day("By when?", timezone.localdate() + timedelta(days=20))
    hands.choose("What it is about", "Safety")
    clerk.press("button", "Raise this action").check_page()
    assert TITLES[scripts] in clerk.text
    address = clerk.page.url

    owner = visitor(scripts=scripts).sign_in(HANNAH, passwords[HANNAH])
    owner.open("/").press("link", TITLES[scripts]).check_page()
    assert owner.page.url == address
    owner.press("link", "It is done").check_page()
    owner.page.get_by_label("What was done?").fill("All six were asked.")
    owner.press("button", "It is done").check_page()
    assert "You do this action, so somebody else checks that it is done." in owner.text

    clerk.open(address).press("button", "Checked: it is done").check_page()
    assert "Checked: it is done." in clerk.text
    assert "All six were asked." in clerk.text


def test_care_leaver_finds_a_home_in_three_taps(visitor, passwords, scripts):
    phone = visitor(scripts=scripts)
    phone.page.set_viewport_size({"width": 390, "height": 800})
    phone.open("/our-pledge/")
    address = phone.page.get_by_role("link", name="Help for care leavers", include_hidden=True).first
    phone.open(address.get_attribute("href"))  # in the menu of a phone: the first tap
    phone.press("link", "Somewhere to live")
    phone.press("link", "A first flat, with somebody to help")
    assert "How to get it" in phone.text
    assert phone.page.get_by_role("link", name="Ring 01632 960210").get_attribute("href") == "tel:01632960210"
    phone.check_page()

"""What children say: of a promise, and to those who must answer. In a real browser on real servers."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from corpparent.periods import AROUND

pytestmark = pytest.mark.journey

RUTH, NIA, DELPHINE = (f"{name}@larchford.example" for name in ("ruth", "nia", "delphine"))
# An installation sees every case once, in any order, so each case has a promise and a question of its own.
PROMISES = {
    "scripts": "We will celebrate with you.",
    "no scripts": "You will keep your things, your photos and your story.",
    "keyboard": "We will look after your health, teeth and feelings.",
}
CHALLENGES = {
    "scripts": "Why are there no bikes?",
    "no scripts": "Why is the wifi off at nine?",
    "keyboard": "Why may nobody keep a dog?",
}


def test_two_voices_that_differ(somebody, way):
    stranger = somebody()
    promise = address_of(stranger, PROMISES[way])
    period = f"?period={AROUND['quarter'](timezone.localdate()).code}"
    director = somebody(RUTH)
    director.open(f"/promises/{promise}/").check_page()
    director.open(f"/promises/{promise}/progress/officers/{period}").check_page()
    director.pick("Not kept")
    director.fill(director.page.get_by_label("What is behind it"), "Nobody counted it this quarter.")
    director.press("button", "Keep this").check_page()
    assert "Nobody counted it this quarter." in director.text

    participation = somebody(NIA)
    participation.open(f"/promises/{promise}/progress/young-people/{period}")
    participation.press("button", "Keep this").check_page()
    assert "Choose whether it is kept." in participation.text
    participation.pick("Kept")
    participation.fill(participation.page.get_by_label("What they say"), "It was the best one yet.")
    participation.fill(participation.page.get_by_label("How were they asked?"), "Children’s council, eight of them")
    participation.press("button", "Keep this").check_page()

    stranger.open(f"/our-pledge/promises/{promise}/").check_page()
    assert "They do not agree." in stranger.text
    assert "It was the best one yet." in stranger.text


def address_of(stranger, wording):
    """The public id of the promise, as its page has it in the address."""
    stranger.open("/our-pledge/children-in-care/")
    link = stranger.page.get_by_role("link", name=re.compile(re.escape(wording))).first
    return link.get_attribute("href").rstrip("/").rsplit("/", 1)[1]


def test_challenge_answered_and_told_back(somebody, way):
    participation, director, clerk = somebody(NIA), somebody(RUTH), somebody(DELPHINE)
    ask(participation, CHALLENGES[way])
    address = participation.page.url
    director.open(address).press("link", "Answer this").check_page()
    director.pick("Something changed")
    director.fill(director.page.get_by_label("What changed, or why not"), "Every home has two now.")
    director.press("button", "This came of it").check_page()

    participation.open(address).press("link", "Say how children were told").check_page()
    participation.fill_day("When were they told?", timezone.localdate())
    participation.fill(participation.page.get_by_label("How were they told?"), "At the children’s council")
    participation.press("button", "They were told").check_page()
    # Neither who wrote the question down nor who answered it.
    clerk.open(address).press("button", "Publish it").check_page()
    stranger = somebody()
    stranger.open("/you-said-we-did/").check_page()
    assert CHALLENGES[way] in stranger.text


def ask(participation, question):
    participation.open("/voices/").press("link", "A challenge from the children’s council").check_page()
    participation.press("button", "Put it to them").check_page()
    assert "Write what they ask." in participation.text
    participation.fill_day("When did the children’s council ask?", timezone.localdate() - timedelta(days=2))
    participation.fill(participation.page.get_by_label("What they ask"), question)
    participation.choose("What it is about", "Ordinary life")
    participation.choose("Who must answer?", "Corporate Parenting Board")
    participation.press("button", "Put it to them").check_page()
    assert question in participation.text

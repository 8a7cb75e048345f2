"""Where a visit does not go as it should: a worry about a child, and what is refused."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.journeys.visiting import WHOLE

pytestmark = pytest.mark.journey

NUMBERS = ("999", "01632 960123", "01632 960124")


def numbers_are_in_reach(lead):
    """The bar is on the screen without scrolling, and opens to the council's numbers."""
    lead.page.evaluate("window.scrollTo(0, 0)")
    assert lead.page.locator(".app-worried summary").bounding_box()["y"] < lead.page.viewport_size["height"]
    lead.unfold("Worried about a child?")
    links = lead.page.locator(".app-worried a[href^='tel:']")
    assert [link.get_attribute("href").removeprefix("tel:") for link in links.all()] == [
        number.replace(" ", "") for number in NUMBERS
    ]
    assert all(link.is_visible() for link in links.all())
    return lead


def test_numbers_are_in_reach_on_every_page_and_when_a_report_is_refused(arrange, phone_of):
    aspen = arrange("taken", "Aspen")
    lead = phone_of(aspen, "lead")
    lead.open(f"{aspen.visit}briefing/")
    numbers_are_in_reach(lead).press("button", "Start the visit form")
    for _ in WHOLE:
        numbers_are_in_reach(lead).press("button", "Save and go on")
    numbers_are_in_reach(lead).check_page()
    assert "Answer what is missing, then send it." in lead.text

    lead.press("link", "record that it was passed on").check_page()
    lead.press("button", "Record that it was passed on").check_page()
    assert "Say which service you told." in lead.text
    lead.pass_on("The children’s front door").check_page()
    assert "Nothing more is kept here." in lead.text
    be_refused(lead, aspen, lead.page.url.replace("/judgement/", "/visit/"))


def be_refused(lead, arranged, address):
    """A day to come, one before the home opened, and an identifier: each in words, with the numbers in reach."""
    lead.open(address).fill_form()
    for day in (timezone.localdate() + timedelta(days=1), timezone.localdate() - timedelta(days=9000)):
        lead.open(address).fill_day("When did you visit?", day)
        lead.press("button", "Save and go on").check_page()
        words = (
            "This day is still to come." if day > timezone.localdate() else f"{arranged.home} opened on 1 April 2019."
        )
        assert words in numbers_are_in_reach(lead).text
    lead.open(address).fill_day("When did you visit?", timezone.localdate())
    lead.press("button", "Save and go on")
    lead.open(address.replace("/visit/", "/voice/"))
    lead.answer("What did they ask you to do?", "Ring 020 7946 0018.").press("button", "Save and go on")
    lead.press("link", "Go on, and come back to it later")
    lead.open(address.replace("form/visit/", "send/")).send().check_page()
    assert "It is not sent yet." in numbers_are_in_reach(lead).text

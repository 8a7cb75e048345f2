"""The visitor's part of a visit, by the keyboard alone."""

import pytest

from tests.journeys.visiting import WHOLE

pytestmark = pytest.mark.journey


def test_worry_is_passed_on_and_visit_written_and_sent_by_keyboard(arrange, phone_of):
    hazel = arrange("taken", "Hazel")
    lead = phone_of(hazel, "lead", by_key=True)
    lead.open(f"{hazel.visit}briefing/").press("button", "Start the visit form")
    lead.unfold("Worried about a child?")
    lead.press("link", "record that it was passed on").pass_on("The children’s front door")
    assert "It is recorded that you passed it on." in lead.text
    for title in WHOLE:
        if title == "Points to be answered":
            lead.add_point("Garden gate does not shut", "It bangs in the wind.")
        lead.fill_part(title)
    lead.send().check_page()
    assert "Your report is sent." in lead.text

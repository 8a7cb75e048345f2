"""The visitor's part of a visit and the home's answer, on phones without JavaScript."""

import pytest
from django.utils import timezone

from tests.journeys.visiting import WHOLE

pytestmark = pytest.mark.journey


def test_visit_written_sent_and_answered_without_scripts(arrange, phone_of):
    rowan = arrange("taken", "Rowan")
    lead = phone_of(rowan, "lead", scripts=False)
    lead.open(rowan.visit).press("link", "Read the briefing").check_page()
    lead.press("button", "Start the visit form")
    for title in WHOLE:
        lead.check_page()
        if title == "Points to be answered":
            lead.add_point("Garden gate does not shut", "It bangs in the wind.")
        lead.fill_part(title)
    lead.check_page()
    lead.press("button", "Send this report")
    assert "Confirm that nobody can be recognised, then send it." in lead.text
    lead.send().check_page()
    assert "Your report is sent." in lead.text
    report = lead.page.url

    manager = phone_of(rowan, "manager", scripts=False)
    manager.open(report).press("link", "Answer it").check_page()
    manager.answer("Will you do it?", "No").answer("What do you answer?", "The landlord has to do it.")
    manager.press("button", "Send this answer").check_page()
    lead.open(report).answer("Is “Garden gate does not shut” resolved?", "Not yet")
    lead.press("button", "Keep this for “Garden gate does not shut”").check_page()
    lead.press("link", "Record what children were told about “Garden gate does not shut”")
    lead.fill_day("When were children told?", timezone.localdate())
    lead.answer("What were they told?", "That the landlord was asked.").press("button", "Keep this").check_page()
    assert "That the landlord was asked." in lead.text

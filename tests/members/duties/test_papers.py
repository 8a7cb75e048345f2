"""The statement on paper: one page, tagged, and all of it there."""

import re
import subprocess
from datetime import date

import pytest

from corpparent.models import ChainHead
from members import papers
from members.facts.statements import statement_of
from tests.factories.bodies import BodyFactory
from tests.factories.learning import ReadingFactory
from tests.factories.members import AppointmentFactory, PersonFactory
from tests.members.duties.deeds import TODAY, record
from tests.pdfua import faults

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

CODES = [*(f"U{n}" for n in range(1, 6)), *(f"T{n}" for n in range(1, 6)), *(f"SP{n}" for n in range(1, 6))]


def words(printed):
    found = subprocess.run(["pdftotext", "-layout", "-", "-"], input=printed.content, capture_output=True, check=True)
    return found.stdout.decode()


def paper_of(person, day=None):
    return papers.statement_pdf(statement_of(person, day or TODAY.date(), TODAY), pine="#15494E")


@pytest.fixture
def lead_member():
    """Somebody who owes all fifteen, under many long names, with as much behind each as there can be."""
    person = PersonFactory(name="Councillor Dame Wilhelmina Featherstonehaugh-Cholmondeley of Upper Larchford")
    board = BodyFactory(name="Corporate Parenting and Children’s Scrutiny Sub-Committee (Joint Arrangements)")
    for role, body, ward in [
        ("lead-member", None, ""),
        ("visiting-councillor", None, ""),
        ("councillor", None, "Upper Larchford, Great Alder and the Withy Bed"),
        ("committee-member", board, ""),
        ("scrutiny-member", board, ""),
    ]:
        place = "member" if body else ""
        AppointmentFactory(person=person, role__slug=role, body=body, place=place, ward=ward)
    record("statement-signed", person, -100, statement="role")
    record("learning-attended", person, -90, kind="induction")
    for days in range(-80, -60):
        for kind in ("law", "research"):
            reading = ReadingFactory(title=f"Of {kind}, and of much else that one would do well to read {days}" * 2)
            record("reading-asked", person, days, about=reading.reference, kind=kind)
            record("reading-acknowledged", person, days + 1, about=reading.reference, kind=kind)
    record("arrangements-reviewed", person, -10, gaps=0)
    record("voice-heard", person, -10)
    return person


def test_fifteen_duties_are_one_page_that_everybody_can_read(lead_member):
    printed = paper_of(lead_member)
    assert printed.pages == 1
    assert faults(printed.content) == []
    text = words(printed)
    assert re.findall(r"^ *((?:U|T|SP)\d) ", text, re.MULTILINE) == CODES
    assert lead_member.name in " ".join(text.split()).replace("- ", "-")
    assert "Specialist level" in text
    assert "On 4 November 2025: 5 met, 2 late, 6 with nothing asked yet, 2 not recorded here yet." in text
    assert ChainHead.printed() in text
    assert "Made on 4 November 2025 at 10:30" in text


def test_it_shows_what_is_behind_each_duty(lead_member):
    text = " ".join(words(paper_of(lead_member)).split())
    assert "Statement of the role signed, 27 July 2025 (1)" in text
    assert "Came to an induction or refresher, 6 August 2025 (2)" in text
    assert "and 19 more" in text
    assert "Arrangements looked at, 25 October 2025 (83)" in text


def test_it_fits_a_page_when_every_duty_has_its_proof(lead_member):
    """As it will be once all apps are there."""
    told = statement_of(lead_member, TODAY.date(), TODAY)
    longest = max(told.rows, key=lambda row: sum(len(record.words) for record in row.newest))
    rows = [type(row)(**{**vars(longest), "code": row.code, "title": row.title}) for row in told.rows]
    full = type(told)(**{**vars(told), "rows": rows})
    assert papers.statement_pdf(full, pine="#15494E").pages == 1


def test_a_statement_of_an_earlier_day_says_what_the_record_said(lead_member):
    text = " ".join(words(paper_of(lead_member, date(2025, 7, 31))).split())
    assert "On 31 July 2025: 1 due, 1 late" not in text
    assert "Statement of the role signed, 27 July 2025 (1)" in text
    assert "Came to an induction" not in text


def test_who_owes_nothing_has_an_empty_statement():
    printed = paper_of(AppointmentFactory(role__slug="administrator").person)
    assert "On 4 November 2025: no duties." in words(printed)
    assert faults(printed.content) == []

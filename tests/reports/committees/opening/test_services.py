"""Exempt to open by two persons, open to exempt at once, the look again, and what was fetched."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from corpparent.models import Event
from corpparent.rules import NotAllowed
from members.roles import ADMINISTRATOR, COUNCILLOR, DEMOCRATIC_SERVICES_OFFICER
from members.standing import STRANGER
from reports.committees import services
from reports.committees.facts import opening as facts
from reports.committees.models import Fetch, Paper
from reports.committees.waiting.papers import needs
from tests.factories.committees import AgendaPackFactory, FetchFactory, PaperFactory, PaperTextFactory
from tests.factories.members import AppointmentFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 12, 4, 9, 0, tzinfo=UTC)
EXEMPT = {
    "access": "exempt",
    "public_title": "Exempt appendix",
    "paragraphs": [2],
    "interest": "It tells of one home.",
    "review_on": date(2027, 12, 4),
}


@pytest.fixture
def officer(council):
    return AppointmentFactory(role__slug=DEMOCRATIC_SERVICES_OFFICER).person


@pytest.fixture
def other(council):
    return AppointmentFactory(role__slug=ADMINISTRATOR).person


def fresh(paper):
    return Paper.objects.get(pk=paper.pk)


def opened(paper, by, texts=("How our children are doing",)):
    return services.open_paper(paper=paper, texts=list(texts), version=fresh(paper).version, by=by, at=NOW)


def test_two_persons_open_it(officer, other):
    paper = PaperFactory(exempt=True, published=True)
    with pytest.raises(NotAllowed, match="Nobody asked yet"):
        opened(paper, other)
    for _ in range(2):
        services.ask_to_open(paper=paper, version=1, by=officer, at=NOW)
    assert Event.objects.filter(type="paper-opening-asked").count() == 1
    with pytest.raises(NotAllowed, match="You asked to open it"):
        opened(paper, officer)
    opened(paper, other)
    assert list(Paper.objects.visible_to(STRANGER)) == [paper]
    assert fresh(paper).texts.count() == 1
    with pytest.raises(NotAllowed, match="open already"):
        opened(paper, other)


def test_question_ends_with_a_look_again(officer, other):
    paper = PaperFactory(exempt=True, published=True)
    services.ask_to_open(paper=paper, version=1, by=officer, at=NOW)
    services.review_paper(paper=paper, interest="Still so.", review_on=date(2027, 12, 4), version=1, by=other, at=NOW)
    with pytest.raises(NotAllowed, match="Nobody asked yet"):
        opened(paper, other)


def test_text_that_tells_who_a_child_is_stays_closed(officer, other):
    paper = PaperFactory(exempt=True, published=True)
    services.ask_to_open(paper=paper, version=1, by=officer, at=NOW)
    with pytest.raises(ValidationError, match="page 1: an NHS number"):
        opened(paper, other, ["NHS number 999 123 4560"])
    assert not fresh(paper).is_open


def test_closed_at_once_by_one(officer):
    paper = PaperTextFactory(paper__title="Tender of Juniper House").paper
    services.close_paper(paper=paper, restriction=EXEMPT, version=1, by=officer, at=NOW)
    assert (Paper.objects.visible_to(STRANGER).count(), paper.texts.count()) == (0, 0)
    assert fresh(paper).shown_title == "Exempt appendix"
    assert Event.objects.get(type="paper-closed").details == {"access": "exempt"}


def test_closing_says_why(officer):
    paper = PaperFactory(published=True)
    with pytest.raises(ValidationError) as problem:
        services.close_paper(paper=paper, restriction=EXEMPT | {"interest": ""}, version=1, by=officer, at=NOW)
    assert list(problem.value.message_dict) == ["interest"]


def test_councillor_does_none_of_it(council):
    who = AppointmentFactory(role__slug=COUNCILLOR).person
    with pytest.raises(NotAllowed, match="Papers are kept by"):
        services.ask_to_open(paper=PaperFactory(exempt=True), version=1, by=who, at=NOW)


def test_review_waits_for_keepers_from_its_day(officer):
    paper = PaperFactory(exempt=True, published=True, review_on=date(2026, 12, 4))
    [need] = needs(officer.standing_on(date(2026, 12, 4)))
    assert (need.title, need.tag) == ("Look again at exempt papers", "Today")
    services.review_paper(paper=paper, interest="Still.", review_on=date(2027, 6, 1), version=1, by=officer, at=NOW)
    assert list(needs(officer.standing_on(date(2026, 12, 4)))) == []


def test_fetched_of_paper_earlier_version_and_packs(officer):
    first = PaperFactory(published=True)
    paper = PaperFactory(published=True, item=first.item, replaces=first, edition=2, replaced_because="A figure.")
    pack = AgendaPackFactory(publication__meeting=first.item.meeting, contents=[{"paper": str(paper.public_id)}])
    AgendaPackFactory(publication=pack.publication, audience="exempt", contents=[])
    for file, person in ((first.file, None), (paper.file, officer), (pack.file, None)):
        services.count_fetch(file=file, by=person, at=NOW)
        services.count_fetch(file=file, by=person, at=NOW)
    FetchFactory()
    rows = facts.fetched(paper)
    assert {(row.what, row.who, row.times) for row in rows} == {
        ("This paper", "The public", 2),
        ("This paper", officer.name, 2),
        (str(pack), "The public", 2),
    }
    assert Fetch.objects.count() == 4

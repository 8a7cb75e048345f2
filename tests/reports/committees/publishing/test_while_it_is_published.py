"""What is asked to be published stays as it is until it is out, or until its job failed."""

import pytest
from django.core.exceptions import ValidationError

from corpparent import jobs
from corpparent.rules import NotAllowed
from reports.committees import services
from reports.committees.models import AgendaItem, Clearance, Paper
from reports.committees.services.publishing import jobs_of
from tests.reports.committees.publishing.agendas import AT, add, pdf_of, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

BUSY = "The agenda is being published"


@pytest.fixture
def asked(agenda, clerk):
    return services.publish(meeting=agenda, because="", late_because="", by=clerk, at=AT)


def test_items_wait_until_it_is_out(agenda, clerk, asked):
    item = agenda.items.get(number=1)
    with pytest.raises(NotAllowed, match=BUSY):
        services.move_item(item=item, to=2, seen=1, by=clerk, at=AT)
    with pytest.raises(NotAllowed, match=BUSY):
        services.remove_item(item=item, by=clerk, at=AT)
    assert AgendaItem.objects.get(pk=item.pk).number == 1


def test_papers_wait_until_it_is_out(agenda, clerk, asked):
    report = Paper.objects.get(title="Report of the virtual school")
    with pytest.raises(NotAllowed, match=BUSY):
        services.remove_paper(paper=report, version=report.version, by=clerk, at=AT)
    with pytest.raises(NotAllowed, match=BUSY):
        services.give_file(paper=report, document=pdf_of("Other"), version=report.version, by=clerk, at=AT)
    with pytest.raises(NotAllowed, match=BUSY):
        add(report.item, "One more", clerk)


def test_once_the_job_failed_they_can_be_mended(agenda, clerk, asked):
    jobs_of(asked).update(status="failed", ended_at=AT, message="It cannot be bound.")
    services.move_item(item=agenda.items.get(number=1), to=2, seen=1, by=clerk, at=AT)
    assert services.publish(meeting=agenda, because="", late_because="", by=clerk, at=AT) == asked
    assert jobs.run_here(jobs_of(asked).first()).status == "done"


def test_once_it_is_out_numbers_stay(agenda, clerk):
    publish(agenda, clerk)
    with pytest.raises(NotAllowed, match="its numbers stay"):
        services.move_item(item=agenda.items.get(number=1), to=2, seen=1, by=clerk, at=AT)
    add(agenda.items.get(number=1), "Comes with a supplement", clerk)


def test_a_paper_is_closed_at_once_even_then(agenda, clerk):
    publish(agenda, clerk)
    add(agenda.items.get(number=1), "Figures that came late", clerk)
    supplement = services.publish(meeting=agenda, because="Figures.", late_because="", by=clerk, at=AT)
    report = Paper.objects.get(title="Report of the virtual school")
    exempt = {"access": "exempt", "public_title": "Report", "paragraphs": [1], "interest": "Of somebody."}
    exempt["review_on"] = agenda.items.get(number=2).review_on
    services.close_paper(paper=report, restriction=exempt, version=report.version, by=clerk, at=AT)
    assert jobs.run_here(jobs_of(supplement).first()).status == "done"


def test_asking_again_looks_again_at_what_is_missing(agenda, clerk, asked):
    jobs_of(asked).update(status="failed", ended_at=AT, message="It cannot be bound.")
    Clearance.objects.update(cleared_at=None)
    with pytest.raises(ValidationError, match="waits for a clearance"):
        services.publish(meeting=agenda, because="", late_because="", by=clerk, at=AT)

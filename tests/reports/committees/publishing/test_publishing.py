"""An agenda published by the job, a supplement that goes on counting, and nothing exempt in what the public gets."""

import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from corpparent import jobs
from corpparent.models import Event, Job, Notice
from reports.committees import services
from reports.committees.models import AgendaPack, Clearance, Meeting, Paper
from reports.committees.services import publishing
from tests.plugins.people import PersonsClient
from tests.reports.committees.publishing.agendas import AT, SECRET, add, publish, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]


def pages_in(pack):
    return [int(found) for found in re.findall(r"Page (\d+)\n", text_of(pack))]


def test_agenda_goes_out_in_two_editions_and_everything_with_it(agenda, clerk):
    publication = publish(agenda, clerk)
    public, exempt = (publication.packs.get(audience=audience) for audience in ("public", "exempt"))
    assert pages_in(public) == list(range(1, public.pages + 1))
    assert SECRET not in text_of(public)
    assert "Exempt report: exempt under Schedule 12A, paragraph 3" in " ".join(text_of(public).split())
    assert SECRET in text_of(exempt)
    meeting = Meeting.objects.get()
    assert (meeting.status, bool(meeting.published_at)) == ("published", True)
    assert not Paper.objects.filter(published_at=None).exists()
    assert Notice.objects.filter(matter__startswith="agenda-published").count() == 1
    assert Event.objects.filter(type="agenda-published").count() == 1


def test_a_second_press_joins_the_first(agenda, clerk):
    first = services.publish(meeting=agenda, because="", late_because="", by=clerk, at=AT)
    assert services.publish(meeting=agenda, because="", late_because="", by=clerk, at=AT) == first
    assert Job.objects.filter(kind="agenda-pack").count() == 1


def test_supplement_goes_on_counting_and_says_why(agenda, clerk):
    first = publish(agenda, clerk).packs.get(audience="public")
    item = agenda.items.get(number=1)
    add(item, "Figures that came late", clerk)
    with pytest.raises(ValidationError, match="Say what is new"):
        services.publish(meeting=agenda, because="", late_because="", by=clerk, at=AT)
    supplement = publish(agenda, clerk, because="Figures of the autumn.").packs.get(audience="public", extent="part")
    assert supplement.first_page == first.pages + 1
    assert pages_in(supplement)[0] == first.pages + 1
    assert "Report of the virtual school" not in text_of(supplement)


def test_what_comes_late_needs_the_reasons_of_the_law(agenda, clerk):
    Meeting.objects.update(meets_on=date(2026, 11, 25))
    with pytest.raises(ValidationError, match="fewer than the clear days"):
        services.publish(meeting=agenda, because="", late_because="", by=clerk, at=AT)
    publication = publish(agenda, clerk, late_because="The tender ended today.")
    assert publication.late_because == "The tender ended today."
    assert publication.publish_by == date(2026, 11, 17)


def test_what_is_not_cleared_does_not_go_out(agenda, clerk):
    Clearance.objects.update(cleared_at=None)
    with pytest.raises(ValidationError, match="waits for a clearance"):
        services.publish(meeting=agenda, because="", late_because="", by=clerk, at=AT)


def test_nothing_new_is_nothing_to_publish(agenda, clerk):
    publish(agenda, clerk)
    with pytest.raises(ValidationError, match="Nothing is new"):
        services.publish(meeting=agenda, because="More.", late_because="", by=clerk, at=AT)


def test_an_agenda_that_changed_meanwhile_is_published_again(agenda, clerk):
    publication = services.publish(meeting=agenda, because="", late_because="", by=clerk, at=AT)
    made = publishing.bound_for(publication, AgendaPack.Audience.PUBLIC)
    seen = [("item", 0, 0)]
    with pytest.raises(jobs.JobRefused, match="was changed"):
        publishing.file_all(publication, [made], seen, AT)


def test_the_publics_pack_says_nothing_exempt_and_a_members_copy_says_whose_it_is(agenda, clerk, client):
    publication = publish(agenda, clerk)
    public, exempt = (publication.packs.get(audience=audience) for audience in ("public", "exempt"))
    assert client.get(f"/agenda-packs/{exempt.public_id}/").status_code == 404
    page = client.get(f"/agenda-packs/{public.public_id}/?page=2").content.decode()
    assert SECRET not in page
    assert "#page=2" in page
    answer = PersonsClient(clerk).get(f"/agenda-packs/{exempt.public_id}/pdf/")
    assert answer.content.startswith(exempt.file.path.read_bytes())
    assert len(answer.content) > exempt.size
    assert Event.objects.filter(type="exempt-pack-opened").count() == 1

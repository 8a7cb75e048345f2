"""The button pressed by several at one moment, and several workers at one job, on real connections."""

import pytest

from corpparent import jobs
from corpparent.models import Event, Job, Notice
from reports.committees import services
from reports.committees.models import AgendaPack, Publication
from reports.committees.services.publishing import jobs_of
from tests.reports.committees.publishing.agendas import AT
from tests.together import together

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("council")]

AT_ONCE = 4


def test_an_agenda_published_many_times_at_once_is_published_once(agenda, clerk):
    def press():
        return services.publish(meeting=agenda, because="", late_because="", by=clerk, at=AT).pk

    assert len(set(together(AT_ONCE, press))) == 1
    assert (Publication.objects.count(), Job.objects.count()) == (1, 1)
    assert Event.objects.filter(type="publication-asked").count() == 1
    job = jobs_of(Publication.objects.get()).get()
    together(AT_ONCE, lambda: jobs.run_here(job))
    assert jobs_of(Publication.objects.get()).get().status == Job.Status.DONE
    assert sorted(AgendaPack.objects.values_list("audience", flat=True)) == ["exempt", "public"]
    assert Event.objects.filter(type="agenda-published").count() == 1
    assert Notice.objects.filter(matter__startswith="agenda-published").count() == 1

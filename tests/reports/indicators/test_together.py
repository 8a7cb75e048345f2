"""Two files taken in at the same moment, on real connections."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from corpparent.models import Event
from reports.indicators import services
from reports.indicators.models import Area, Import, Observation
from tests.factories.indicators import NOW, csv_file, stability_rows

TWO_YEARS = {
    "cla_group": "CLA 2 years on 31 March",
    "placement_stability": "With 3 or more placements during the previous 2 years",
}


def take_in_together(*files):
    """Take every file in from a thread of its own, all begun at once."""
    together = Barrier(len(files))

    def take_in(rows):
        together.wait()
        try:
            file = csv_file(rows)
            return services.take_in(file=file, name="x.csv", kind=Import.Kind.STATISTICS, by=None, at=NOW)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(files)) as threads:
        return list(threads.map(take_in, files))


@pytest.mark.django_db(transaction=True)
def test_take_in_two_files_of_the_same_new_areas():
    one_year, two_years = stability_rows(), [row | TWO_YEARS for row in stability_rows()[:1]]

    take_in_together(one_year, two_years)

    assert (Area.objects.count(), Observation.objects.count(), Event.objects.count()) == (2, 2, 2)


@pytest.mark.django_db(transaction=True)
def test_take_in_two_corrections_of_the_same_figure_leave_one_current():
    take_in_together(stability_rows(numerator="57"), stability_rows(numerator="58"), stability_rows(numerator="59"))

    assert (Observation.objects.count(), Observation.objects.filter(is_current=True).count()) == (3, 1)

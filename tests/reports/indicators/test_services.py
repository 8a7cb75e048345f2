import io
from decimal import Decimal

import pytest
from django.db import IntegrityError

from corpparent.models import ChainHead, Event, StoredFile
from corpparent.models.event import GENESIS
from corpparent.rules import NotAllowed
from reports.indicators import services
from reports.indicators.files.problems import FileRefused
from reports.indicators.models import Area, Import, Neighbour, NeighbourSet, Observation
from tests.factories.corpparent import EventFactory
from tests.factories.indicators import NOW, AreaFactory, csv_file, stability_rows
from tests.factories.members import AppointmentFactory

pytestmark = pytest.mark.django_db

NEIGHBOURS = {"old_la_code": "901", "SN_1": "902", "SN_1P": "Close "}


def take_in(rows, **how):
    how = {"name": "stability.csv", "kind": Import.Kind.STATISTICS, "by": None, "at": NOW} | how
    return services.take_in(file=rows if hasattr(rows, "read") else csv_file(rows), **how)


def take_in_neighbours(*rows):
    return take_in(csv_file(rows), name="sn_2024.csv", kind=Import.Kind.NEIGHBOURS)


def stored():
    """(value or symbol, is it current) of every figure, in the order they were written."""
    return [(row.symbol or row.value, row.is_current) for row in Observation.objects.order_by("pk")]


def test_take_in_writes_figures_areas_and_one_event():
    taken = take_in(stability_rows())

    row = Observation.objects.select_related("indicator", "area__region").get()
    assert (row.indicator.code, row.area.name, row.area.region.name) == ("three-homes-in-a-year", "Larchford", "Mercia")
    assert (row.value, row.numerator, row.denominator, row.period) == (10, 58, 578, "2022-23")
    assert (row.status, row.origin, row.source_import) == ("final", "published", taken.file)
    assert (taken.is_repeat, taken.file.status, taken.file.ended_at) == (False, "done", NOW)
    assert {name: taken.file.counts[name] for name in ("new", "changed", "unchanged", "left_out", "councils")} == {
        "new": 1,
        "changed": 0,
        "unchanged": 0,
        "left_out": 0,
        "councils": 1,
    }
    (event,) = Event.objects.all()
    assert (event.type, event.subject_id, event.actor_id) == ("file-taken-in", taken.file.public_id, None)
    assert event.details == {
        "kind": "statistics",
        "sha256": taken.file.sha256,
        "new": 1,
        "changed": 0,
        "left_out": 0,
    }


def test_take_in_same_bytes_again_changes_nothing():
    first = take_in(stability_rows())
    again = take_in(stability_rows())

    assert (again.is_repeat, again.file) == (True, first.file)
    assert (Import.objects.count(), Event.objects.count(), stored()) == (1, 1, [(10, True)])


def test_take_in_same_bytes_with_rows_left_out_changes_nothing_either():
    rows = [*stability_rows(), *stability_rows(percent="?", time_period="2022")]
    first = take_in(rows)
    again = take_in(rows)

    assert (again.is_repeat, again.file) == (True, first.file)
    assert (Import.objects.count(), Event.objects.count(), len(stored())) == (1, 1, 1)


def test_take_in_corrected_file_supersedes_and_keeps_the_old_row():
    take_in([*stability_rows(), *stability_rows(time_period="2022")])
    taken = take_in([*stability_rows(numerator="60"), *stability_rows(time_period="2022")])

    assert stored() == [(10, False), (10, True), (10, True)]
    assert Observation.objects.get(numerator=60).is_current
    assert (taken.file.counts["new"], taken.file.counts["changed"], taken.file.counts["unchanged"]) == (0, 1, 1)


def test_take_in_number_in_place_of_a_symbol():
    take_in(stability_rows(numerator="c", percent="c"))
    take_in(stability_rows())

    assert stored() == [("c", False), (10, True)]


def test_take_in_a_year_that_is_missing_from_a_later_file_stays():
    take_in([*stability_rows(), *stability_rows(time_period="2022")])
    take_in(stability_rows(numerator="60"))

    assert Observation.objects.filter(is_current=True).count() == 2


def test_take_in_keeps_problems():
    taken = take_in([*stability_rows(), *stability_rows(percent="?", time_period="2022")])

    assert taken.file.problem_total == 1
    assert taken.file.problems == [
        {
            "row": 4,
            "column": "children_percent",
            "reason": "“?” is not a number or a symbol the DfE uses.",
            "did": "The row was left out.",
        }
    ]


def test_take_in_refused_file_leaves_nothing():
    with pytest.raises(FileRefused):
        take_in(io.BytesIO(b"CHILD,SEX\n1,2\n"))

    assert [model.objects.count() for model in (Import, Event, Area)] == [0, 0, 0]


def test_take_in_failure_at_the_last_write_leaves_nothing():
    EventFactory()
    ChainHead.objects.update(number=0, hash=GENESIS)  # the next event would fork the chain, so the database refuses it

    with pytest.raises(IntegrityError):
        take_in(stability_rows())

    assert [model.objects.count() for model in (Import, Observation, Area)] == [0, 0, 0]


def test_take_in_marks_an_invented_england():
    take_in(stability_rows(), is_invented=True)

    assert set(Area.objects.values_list("name", "is_invented")) == {("Mercia", True), ("Larchford", True)}


def test_take_in_knows_an_area_again_and_leaves_its_name():
    AreaFactory(code="X06000001", name="Larchford City")
    take_in(stability_rows())

    assert Area.objects.get(code="X06000001").name == "Larchford City"


def test_take_in_companion_that_does_not_belong_is_a_problem():
    companion = csv_file([{"col_name": "moves", "col_type": "Indicator", "label": "Moves"}])
    taken = take_in(stability_rows(), meta=companion)

    assert (taken.file.problem_total, taken.file.counts["left_out"]) == (1, 0)


def test_take_in_needs_a_performance_officer():
    councillor = AppointmentFactory(role__slug="councillor").person

    with pytest.raises(NotAllowed, match="Only a performance officer or the administrator can bring in figures"):
        take_in(stability_rows(), by=councillor)


def test_take_in_by_an_officer_is_remembered_as_theirs():
    officer = AppointmentFactory(role__slug="performance-officer").person

    taken = take_in(stability_rows(), by=officer)

    assert (taken.file.uploaded_by, Event.objects.get().actor_id) == (officer, officer.public_id)


@pytest.mark.parametrize(
    ("name", "clean"),
    [("../../etc/passwd", "passwd"), ("C:\\data\\la.csv", "la.csv"), ("a\x00\nb.csv", "ab.csv"), ("/", "file")],
)
def test_take_in_cleans_the_name(name, clean):
    assert take_in(stability_rows(), name=name).file.file_name == clean


def test_take_in_stores_no_bytes():
    take_in(stability_rows())

    assert not StoredFile.objects.exists()


def test_take_in_neighbours_writes_an_edition_and_one_event():
    ours, other = AreaFactory(old_code="901"), AreaFactory(old_code="902")

    taken = take_in_neighbours(NEIGHBOURS)

    row = Neighbour.objects.select_related("neighbour_set").get()
    assert (row.area, row.neighbour, row.rank, row.closeness) == (ours, other, 1, "Close")
    assert (row.neighbour_set.edition, row.neighbour_set.source_import) == ("sn_2024", taken.file)
    assert [event.type for event in Event.objects.all()] == ["file-taken-in"]


def test_take_in_neighbours_before_the_figures_names_the_unknown_councils():
    AreaFactory(old_code="901")

    taken = take_in_neighbours(NEIGHBOURS, NEIGHBOURS | {"old_la_code": "902", "SN_1": "901"})

    assert [problem["row"] for problem in taken.file.problems] == [2, 3]
    assert taken.file.problems[1]["reason"] == (
        "The portal knows no council 902; take in the published figures first, they say which there are."
    )


def test_take_in_neighbours_again_once_the_councils_are_known():
    AreaFactory(old_code="901")
    take_in_neighbours(NEIGHBOURS)
    AreaFactory(old_code="902")

    taken = take_in_neighbours(NEIGHBOURS)

    assert (taken.is_repeat, Neighbour.objects.count()) == (False, 1)


def test_take_in_neighbours_same_list_in_another_file_makes_no_new_edition():
    AreaFactory(old_code="901"), AreaFactory(old_code="902")
    take_in_neighbours(NEIGHBOURS)

    taken = take_in_neighbours({"la_name": "Larchford"} | NEIGHBOURS)

    assert (NeighbourSet.objects.count(), taken.file.counts["unchanged"]) == (1, 1)


def test_take_in_neighbours_of_a_reorganised_council_means_the_one_with_figures():
    AreaFactory(old_code="902", name="Before")
    take_in(stability_rows(old_la_code="902", la_name="After"))
    AreaFactory(old_code="901")

    take_in_neighbours(NEIGHBOURS)

    assert Neighbour.objects.get().neighbour.name == "After"


def test_take_in_adoption_times_are_months():
    row = stability_rows()[0] | {
        "geographic_level": "National",
        "cla_group": "Age on starting final period of care",
        "stage_of_adoption_process": "6. Total average time between entry into care and adoption",
        "age_start_poc": "Aged under 1",
        "number": "02:05",
    }
    take_in([row])

    observation = Observation.objects.get()
    assert (observation.value, observation.category) == (Decimal(29), "Aged under 1")

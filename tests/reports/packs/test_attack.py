"""The attack on everything that leaves of the invented council: every pack, every edition, every page, every download.

A reader collects what is printed anywhere. What is not printed anywhere must keep at least four possible values.
"""

import csv
import io
import zipfile

import pytest
from django.utils import timezone

from corpparent.periods import Period
from corpparent.suppression.attacking import attack, exposed
from corpparent.suppression.system import POSSIBLE, primary
from reports.indicators import invented, registry
from reports.indicators import services as figures
from reports.indicators.models import Import, Observation
from reports.indicators.protection import relations
from reports.indicators.protection.relating import Key, Other, Plan
from reports.indicators.protection.rows import own
from reports.indicators.showing.own import owns_of
from reports.packs import facts
from reports.packs.models import Edition

pytestmark = pytest.mark.django_db

PERIODS = ["2024-25", "2025-26-Q1", "2025-26-Q2", "2025-26-Q3", "2025-26", "2026-27-Q1", "2026-27-Q2"]


@pytest.fixture
def counted(larchford, tmp_path):
    """What the invented council counts itself, taken in by the same road as anybody's."""
    path = invented.scorecard(tmp_path / "scorecard.csv")
    with path.open("rb") as file:
        taken = figures.take_in(
            file=file, name=path.name, kind=Import.Kind.SCORECARD, by=None, at=timezone.now(), is_invented=True
        )
    assert not taken.file.problem_total, taken.file.problems
    return Observation.objects.filter(origin=Observation.Origin.OWN).select_related("indicator")


@pytest.fixture
def plan(counted):
    """How the true numbers hang together."""
    return Plan([own(row) for row in counted], set(), relations.load(), {one.code: one for one in registry.load()})


def in_packs(larchford):
    """What the editions of every pack print of our own."""
    for period in PERIODS:
        whole = facts.gather(larchford, Period.parse(period), is_own=True, at=timezone.now())
        for audience in Edition.Audience:
            for code, one in facts.protect(whole, audience)["own"].items():
                for figure in filter(None, one["line"]["figures"]):
                    if figure["value"] is not None:
                        yield Key(code, figure["period"])


def on_pages(larchford):
    """What a councillor reads on the pages about figures."""
    for code, one in owns_of(larchford, "member", periods=20).items():
        for figure in filter(None, one.line["figures"]):
            if figure["value"] is not None:
                yield Key(code, figure["period"])


def in_downloads(client):
    """What stands in the open data; even an officer's."""
    with zipfile.ZipFile(io.BytesIO(client.get("/figures/own/open-data/").content)) as file:
        text = file.read("our-own-figures-quarter.csv").decode("utf-8-sig")
    codes = {f"{one.title} ({one.unit.label})": one.code for one in registry.load()}
    for row in csv.DictReader(io.StringIO(text)):
        if row["value"] != "c":
            year, quarter = row["time_period"], row["time_identifier"][-2:]
            yield Key(codes[row["indicator"]], f"{year[:4]}-{year[4:]}-{quarter}")


def unprinted(plan, printed):
    """The cells that nobody can read, where the figures with keys in `printed` are all that is printed."""
    read = {
        spot
        for key, figure in plan.figures.items()
        if key in printed
        for spot in (plan.top(figure), plan.bottom(figure))
        if spot
    }
    open_cells = {cell.key for cell in plan.system.cells if not isinstance(cell.key, Other)}
    hidden = open_cells - read
    # What is left of a whole can be worked out where the whole and all its other parts can be read.
    left = {
        key
        for key in (cell.key for cell in plan.system.cells if isinstance(cell.key, Other) and not cell.known)
        if hidden & {key.whole, *key.parts}
    }
    return hidden | left


def test_every_outlet_prints_the_same_figures(larchford, officer, councillor, counted):
    in_download = set(in_downloads(officer))
    assert in_download == set(in_downloads(councillor)) == set(on_pages(larchford))
    assert set(in_packs(larchford)) <= in_download


def test_no_hidden_number_can_be_worked_out_from_all_that_is_printed(larchford, officer, plan):
    printed = {*in_packs(larchford), *on_pages(larchford), *in_downloads(officer)}
    hidden = unprinted(plan, printed)
    assert primary(plan.system) <= hidden
    assert len(printed) > 0.8 * len(plan.figures)
    assert exposed(plan.system, hidden) == frozenset()
    assert min(high - low + 1 for low, high in attack(plan.system, hidden).values()) >= POSSIBLE


def test_hiding_small_numbers_alone_is_caught(plan):
    small = primary(plan.system)
    printed = {key for key, figure in plan.figures.items() if not {plan.top(figure), plan.bottom(figure)} & small}
    assert exposed(plan.system, unprinted(plan, printed))

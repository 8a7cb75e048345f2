"""Walsall's pack of the year ending March 2023 from the DfE's own files, against the same files read by other means."""

import csv
import re
import subprocess
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from html.parser import HTMLParser
from pathlib import Path
from statistics import median

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from django.utils import timezone

from corpparent.periods import Period
from reports.indicators.models import Area, Import
from reports.indicators.services import take_in
from reports.packs import facts
from reports.packs.models import Edition
from tests.pdfua import faults

pytestmark = pytest.mark.django_db  # for the fixture: no test asks the database itself

DFE = Path(settings.BASE_DIR).parent / "shared" / "data" / "dfe"
EES = DFE / "ees_2021_2023"
POPULATION = DFE / "ons_mid-year_population_estimates_2012_to_2024.csv"
NEIGHBOURS = DFE / "sn_model_2025_wide.csv"
WALSALL, WEST_MIDLANDS = "E08000030", "E12000005"
YEARS = ("2021", "2022", "2023")

HEALTH, HOMES, WORK, STABILITY, NUMBERS = (
    "la_conviction_health_outcome_cla.csv",
    "la_care_leavers_accommodation_suitability.csv",
    "la_care_leavers_activity.csv",
    "la_cla_placement_stability.csv",
    "cla_number_and_rate_per_10k_children.csv",
)
EET, SUITABLE, IN_CARE = (
    "Total in education, employment or training",
    "Accommodation considered suitable",
    "Children looked after on 31 March each year",
)
OLDER, YOUNGER = "19 to 21 years", "17 to 18 years"
IN_A_YEAR = ("With 3 or more placements during the year", "CLA on 31 March")

# title of the figure: part of the pack, file, column of the value, cells that its row has
PUBLISHED = {
    "Children who lived in three or more homes in a year": ("settled-home", STABILITY, "children_percent", IN_A_YEAR),
    "Children who have lived with the same carer for two years": (
        "settled-home",
        STABILITY,
        "children_percent",
        ("Living with the same carer for at least 2 years",),
    ),
    "Children who lived in three or more homes in two years": (
        "settled-home",
        STABILITY,
        "children_percent",
        ("With 3 or more placements during the previous 2 years",),
    ),
    "Children who had their yearly health assessment": (
        "health",
        HEALTH,
        "children_percent",
        ("Had their annual health assessment",),
    ),
    "Children seen by a dentist": ("health", HEALTH, "children_percent", ("Had their teeth checked by a dentist",)),
    "Children whose injections are up to date": (
        "health",
        HEALTH,
        "children_percent",
        ("Had their immunisations up to date",),
    ),
    "Children whose score is a cause for concern": (
        "health",
        HEALTH,
        "children_percent",
        ("SDQ score is a cause for concern",),
    ),
    "Young people aged 19 to 21 in a suitable home": ("growing-up", HOMES, "care_leaver_percent", (SUITABLE, OLDER)),
    "Young people aged 17 or 18 in a suitable home": ("growing-up", HOMES, "care_leaver_percent", (SUITABLE, YOUNGER)),
    "Young people aged 19 to 21 in education, training or work": (
        "growing-up",
        WORK,
        "care_leaver_percent",
        (EET, OLDER),
    ),
    "Young people aged 17 or 18 in education, training or work": (
        "growing-up",
        WORK,
        "care_leaver_percent",
        (EET, YOUNGER),
    ),
    "Children in our care, for every 10,000 children here": (
        "council-as-parent",
        NUMBERS,
        "rate_per_10000",
        (IN_CARE,),
    ),
}


@dataclass
class Built:
    """What the command left behind: the paper, its text, the pages of the twin."""

    content: bytes
    text: str
    tables: dict[str, dict[str, list[str]]]
    periods: set[str]
    periods_a_year_before: set[str]


class Tables(HTMLParser):
    """{caption: {first cell: the other cells}} of every table in a page."""

    def __init__(self, html):
        super().__init__()
        self.tables, self.rows, self.cell = {}, {}, None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.row = []
        if tag in ("th", "td", "caption"):
            self.cell = ""

    def handle_data(self, data):
        if self.cell is not None:
            self.cell += data

    def handle_endtag(self, tag):
        if tag == "caption":
            self.rows = self.tables[self.cell.strip()] = {}
        if tag in ("th", "td"):
            self.row.append(self.cell.strip())
        if tag == "tr":
            self.rows[self.row[0]] = self.row[1:]
        if tag in ("th", "td", "caption"):
            self.cell = None


def take_in_everything():
    statistics = [*sorted(EES.glob("*.csv")), POPULATION]
    for path in [*statistics, NEIGHBOURS]:
        kind = Import.Kind.NEIGHBOURS if path == NEIGHBOURS else Import.Kind.STATISTICS
        with path.open("rb") as file:
            take_in(file=file, name=path.name, kind=kind, by=None, at=timezone.now())


def build(folder):
    output = folder / "walsall.pdf"
    command = ["--council", WALSALL, "--period", "2022-23", "--edition", "public", "--output", str(output)]
    call_command("build_pack", *command)
    edition = Edition.objects.get(audience="public")
    year_before = facts.gather(Area.objects.get(code=WALSALL), Period.parse("2021-22"), is_own=False, at=timezone.now())
    text = subprocess.run(["pdftotext", "-layout", output, "-"], capture_output=True, check=True).stdout.decode()
    tables = {}
    for leaf in edition.leaves.all():
        tables |= Tables(leaf.html).tables
    return Built(
        content=output.read_bytes(),
        text=re.sub(r"[^\S\f]+", " ", text),
        tables=tables,
        periods={figure["period"] for figure in facts.figures_of(edition.facts)},
        periods_a_year_before={figure["period"] for figure in facts.figures_of(year_before)},
    )


@pytest.fixture(scope="module")
def walsall(django_db_setup, django_db_blocker, tmp_path_factory):
    """One load of all files and one build, undone afterwards."""
    if not EES.exists():
        pytest.skip(f"The sample files of {EES} are not here.")
    folder = tmp_path_factory.mktemp("walsall")
    with django_db_blocker.unblock(), override_settings(DATA_DIR=folder), transaction.atomic():
        take_in_everything()
        built = build(folder)
        transaction.set_rollback(True)
    return built


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def place_of(row):
    """The code of the place a row is about; the parts of London are none."""
    codes = {"National": "England", "Regional": row["region_code"], "Local authority": row["old_la_code"]}
    return codes.get(row["geographic_level"], "")


def published(file, column, cells):
    """{(place, year): text of the cell} of one figure, read with nothing but the csv module."""
    rows = rows_of(EES / file)
    return {(place_of(row), row["time_period"]): row[column] for row in rows if set(cells) <= set(row.values())}


def neighbours():
    row = next(row for row in rows_of(NEIGHBOURS) if row["old_la_code"] == "335")
    return [row[f"SN_{number}"] for number in range(1, 11)]


def numbers(texts):
    for text in texts:
        try:
            yield Decimal(text)
        except InvalidOperation:
            continue


def shown(text, unit):
    """A published cell as the pack shows it."""
    try:
        return f"{Decimal(text).quantize(Decimal(1), rounding=ROUND_HALF_UP):,}{unit}"
    except InvalidOperation:
        return text


def expected(title):
    """{name of the row: its three cells} by our own reading of the files."""
    _, file, column, cells = PUBLISHED[title]
    found, unit = published(file, column, cells), "" if column == "rate_per_10000" else "%"
    lines = {
        name: [shown(found[place, year], unit) for year in YEARS]
        for name, place in {"Walsall": "335", "West Midlands": WEST_MIDLANDS, "England": "England"}.items()
    }
    middles = [median(numbers(found[place, year] for place in neighbours())) for year in YEARS]
    return lines | {"Similar councils": [shown(middle, unit) for middle in middles]}


@pytest.mark.parametrize("title", PUBLISHED)
def test_twin_shows_the_published_figures(walsall, title):
    caption = next(
        caption for caption in walsall.tables if caption.startswith(title) and caption.endswith("ending March")
    )
    table = dict(walsall.tables[caption])
    assert table.pop("Year to March") == list(YEARS)
    assert table == expected(title)


@pytest.mark.parametrize("title", PUBLISHED)
def test_paper_shows_the_published_figures(walsall, title):
    page = next(page for page in walsall.text.split("\f") if title in page and "Year to March" in page)
    for name, cells in expected(title).items():
        assert " ".join([name, *cells]) in page


def test_what_is_checked_is_what_the_files_say():
    if not EES.exists():
        pytest.skip(f"The sample files of {EES} are not here.")
    lines = expected("Children who had their yearly health assessment")
    assert lines["Walsall"][-1] == "86%"
    assert expected("Children in our care, for every 10,000 children here")["Walsall"][-1] == "94"
    assert neighbours() == ["354", "861", "357", "336", "371", "831", "350", "372", "812", "333"]


def test_cover_says_that_walsall_did_not_issue_it(walsall):
    cover = walsall.text.split("\f")[0]
    assert "Published figures, not issued by this council." in cover
    assert "Quality pack on Walsall" in cover
    assert "April 2022 to March 2023" in cover
    assert "Public edition" in cover
    assert "invented" not in walsall.text


def test_no_figure_of_a_later_year_appears(walsall):
    assert walsall.periods == {"2020-21", "2021-22", "2022-23", *(str(year) for year in range(2017, 2023))}
    assert walsall.periods_a_year_before == {"2020-21", "2021-22", *(str(year) for year in range(2016, 2022))}


def test_signs_are_shown_as_published(walsall):
    table = walsall.tables["More figures: Growing up"]
    assert table["Young people aged 19 to 21 in higher education"][0] == "c"
    assert "hidden, too few children" in walsall.text


def test_paper_has_no_fault(walsall):
    assert faults(walsall.content) == []

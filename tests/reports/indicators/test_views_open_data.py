"""The council's own figures as files: protected, whoever asks."""

import csv
import io
import zipfile
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from reports.indicators.models import Indicator, Observation
from tests.factories.indicators import ObservationFactory, OwnFactory, TargetFactory

pytestmark = pytest.mark.django_db

OPEN_DATA, WORKBOOK = "/figures/own/open-data/", "/figures/own/workbook/"


@pytest.fixture
def count(ours):
    dentist = Indicator.objects.current().get(code="dentist")
    TargetFactory(indicator=dentist)
    OwnFactory(indicator=dentist, area=ours, value=Decimal(82), numerator=Decimal(82))
    hidden = Indicator.objects.current().get(code="immunisations")
    OwnFactory(
        indicator=hidden,
        area=ours,
        value=Decimal(3),
        numerator=Decimal(3),
        protection=Observation.Protection.HIDDEN,
    )


def members(client):
    answer = client.get(OPEN_DATA)
    assert answer.status_code == 200
    with zipfile.ZipFile(io.BytesIO(answer.content)) as file:
        return {name: file.read(name).decode("utf-8-sig") for name in file.namelist()}


def rows(client):
    return list(csv.DictReader(io.StringIO(members(client)["our-own-figures-quarter.csv"])))


def test_open_data_has_its_companion(officer, count):
    assert set(members(officer)) == {"our-own-figures-quarter.csv", "our-own-figures-quarter.meta.csv"}


@pytest.mark.parametrize("role", ["performance-officer", "director-of-childrens-services", "councillor"])
def test_small_numbers_are_hidden_from_everybody(client_of, count, role):
    open_row, hidden = rows(client_of(role))
    assert (open_row["numerator"], open_row["denominator"], open_row["value"], open_row["target"]) == (
        "82",
        "100",
        "82",
        "85",
    )
    assert (hidden["numerator"], hidden["denominator"], hidden["value"]) == ("c", "c", "c")


def test_workbook_holds_the_same_rows_with_numbers_as_numbers(officer, count):
    sheet = load_workbook(io.BytesIO(officer.get(WORKBOOK).content)).worksheets[0]
    head, *found = sheet.iter_rows(values_only=True)
    assert sheet.title == "Quarter"
    assert [dict(zip(head, row, strict=True))["value"] for row in found] == [82, "c"]


def test_what_is_published_since_is_not_ours_any_more(officer, ours, count):
    dentist = Indicator.objects.current().get(code="dentist")
    ObservationFactory(indicator=dentist, area=ours, period="2025-26-Q2")
    assert len(rows(officer)) == 1


@pytest.mark.parametrize("path", [OPEN_DATA, WORKBOOK])
def test_without_figures_of_our_own_there_is_no_file(officer, ours, path):
    assert officer.get(path).status_code == 404


@pytest.mark.parametrize("path", [OPEN_DATA, WORKBOOK])
def test_files_are_for_those_who_are_signed_in(client, count, path):
    assert client.get(path).status_code == 302

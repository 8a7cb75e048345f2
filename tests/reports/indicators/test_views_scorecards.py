"""The council's own figures by page: the template, a scorecard, one figure typed in."""

import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from corpparent import jobs
from reports.indicators.models import Import, Observation

pytestmark = pytest.mark.django_db

HEAD = "indicator,period,as_at,numerator,denominator,value,status\n"
TYPED = {"indicator": "dentist", "period": "2024-25-Q4", "numerator": "82", "denominator": "100", "status": "final"}


def upload(officer, text, name="scorecard.csv"):
    file = io.BytesIO(text.encode())
    file.name = name
    return officer.post("/figures/imports/new/", {"kind": "scorecard", "file": file}, follow=True)


def page_of(officer, answer):
    """The page that an import is on once it was read."""
    jobs.work()
    return " ".join(officer.get(answer.redirect_chain[-1][0]).content.decode().split())


def confirm(officer, answer):
    """Have it read, say yes, have it taken in."""
    jobs.work()
    officer.post(f"{answer.redirect_chain[-1][0]}confirm/")
    jobs.work()


def test_template_is_to_be_had_both_ways(officer, ours):
    rows = officer.get("/figures/scorecard.csv").content.decode("utf-8-sig").splitlines()
    assert rows[0] + "\n" == HEAD
    book = load_workbook(io.BytesIO(officer.get("/figures/scorecard.xlsx").content))
    assert book.sheetnames == ["Scorecard", "Indicators", "How to fill it in"]


@pytest.mark.parametrize("path", ["scorecard.csv", "scorecard.xlsx", "own/new/"])
def test_template_and_form_are_for_officers(councillor, council, path):
    assert councillor.get(f"/figures/{path}").status_code == 403


def test_scorecard_is_looked_at_then_taken_in_and_protected(officer, ours):
    answer = upload(
        officer,
        HEAD + "dentist,2024-25-Q4,,82,100,,final\nimmunisations,2024-25-Q4,,97,100,,\nno-such,2024-25-Q4,,1,2,,\n",
    )
    page = page_of(officer, answer)
    assert "Take in two figures" in page
    assert "One thing to mend" in page
    assert not Observation.objects.exists()

    confirm(officer, answer)
    rows = {row.indicator.code: row for row in Observation.objects.select_related("indicator")}
    assert (rows["dentist"].value, rows["dentist"].status, rows["dentist"].origin) == (Decimal(82), "final", "own")
    assert rows["immunisations"].status == "provisional"
    assert {code: row.protection for code, row in rows.items()} == {"dentist": "open", "immunisations": "hidden"}
    assert "82%" in officer.get("/figures/dentist/").content.decode()


def test_correction_keeps_what_was_said_before(officer, ours):
    for part in (82, 84):
        confirm(officer, upload(officer, f"{HEAD}dentist,2024-25-Q4,,{part},100,,final\n"))
    old, new = Observation.objects.order_by("pk")
    assert [(row.value, row.is_current) for row in (old, new)] == [(Decimal(82), False), (Decimal(84), True)]


def test_same_scorecard_again_changes_nothing_and_says_so(officer, ours):
    text = f"{HEAD}dentist,2024-25-Q4,,82,100,,final\n"
    confirm(officer, upload(officer, text))
    assert "This is the same file as" in upload(officer, text).content.decode()
    assert Import.objects.count() == 1


def test_without_an_area_the_officer_is_told_what_to_do_first(officer, council):
    answer = upload(officer, f"{HEAD}dentist,2024-25-Q4,,82,100,,final\n")
    assert "Take in the DfE’s published figures first" in page_of(officer, answer).replace("&#x27;", "’")


def test_one_figure_is_typed_in_and_looked_at_like_a_file(officer, ours):
    answer = officer.post("/figures/own/new/", TYPED, follow=True)
    assert "Take in one figure" in page_of(officer, answer)
    confirm(officer, answer)
    assert Observation.objects.get().value == Decimal(82)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"indicator": ""}, "Choose the figure."),
        ({"period": ""}, "Enter the period"),
        ({"period": "next spring"}, "next spring"),
        ({"period": "2098-99"}, "2098"),
        ({"numerator": "101"}, "101"),
        ({"denominator": "0"}, "0"),
        ({"numerator": "", "denominator": ""}, "Enter how many children and out of how many, or the figure itself."),
        ({"numerator": "lots"}, "lots"),
        ({"as_at": "32/01/2025"}, "32/01/2025"),
        ({"status": ""}, "Choose whether it may still change."),
    ],
)
def test_what_is_wrong_with_a_typed_figure_stands_at_its_field(officer, ours, changes, sentence):
    answer = officer.post("/figures/own/new/", TYPED | changes)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "There is a problem" in page
    assert sentence in page
    assert not Import.objects.exists()


@pytest.mark.parametrize("value", ["1e400", "NaN", "٣", "1,000", "\x00", "x" * 2000])
def test_odd_numbers_are_no_fault_of_the_portal(officer, ours, value):
    assert officer.post("/figures/own/new/", TYPED | {"numerator": value}).status_code == 200
    assert not Import.objects.exists()

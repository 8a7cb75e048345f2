"""Returns as they should not be: a sentence for each, and nothing kept."""

import pytest
from django.conf import settings

from reports.indicators import returns
from reports.indicators.models import Import, Observation
from tests.factories.returns import BORN, HEADER, small_return, zipped
from tests.reports.indicators.returning import PAGE, RETURN, html, send

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ours")]

DIRTY = settings.BASE_DIR.parent / "shared" / "data" / "dirty"


def test_return_of_another_year_is_refused(officer, nothing_left):
    page = html(send(officer, year="2021"))
    assert "There is a problem" in page
    assert "begin after 31 March 2021" in page
    assert not Import.objects.exists()
    nothing_left(page)


def test_return_with_reviews_of_another_year_is_warned_of(officer):
    page = html(send(officer, small_return(reviews=[BORN | {"REVIEW": "05/06/2029", "REVIEW_CODE": "PN1"}])))
    assert "Most of its dates are after 31 March 2025." in page


def test_return_of_contradicting_headers_says_so(officer, nothing_left):
    page = html(send(officer, small_return(header=[HEADER, HEADER | {"SEX": "M"}])))
    assert "same child" in page
    nothing_left(page)


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ([], "Choose the files of the return."),
        ([("a.csv", b"")], "One of the files is empty."),
        ([("a.csv", b"CHILD;NONSENSE\n1;2\n")], "File 1: "),
        ([("a.zip", zipped([]))], "There is no CSV file in what you sent."),
        ([("a.zip", zipped([("../a.csv", b"x")]))], "has a path that leads out of the zip"),
        ([("a.zip", zipped([("a.csv", b"0" * 70_000_000)]))], "would become far too large"),
        ([("a.zip", zipped(RETURN)[:-30])], "The zip is damaged or cut off"),
        ([("a.csv", zipped([("[Content_Types].xml", b"<x/>")]))], "is a workbook or a document"),
        ([("a.csv", b"A," * 200_000)], "columns"),
        ([("a.csv", b"\x00\xff\xfe" * 50)], "There is a problem"),
    ],
)
def test_return_that_is_none_is_refused_in_words(officer, files, sentence):
    page = html(send(officer, files))
    assert "<title>Error: " in page
    assert sentence in page
    assert not Import.objects.exists()


def test_return_with_too_large_a_file_says_so_and_keeps_nothing(officer):
    page = html(send(officer, [*RETURN, ("big.csv", b"x" * (returns.MOST_EACH + 1))]))
    assert f"File {len(RETURN) + 1} is larger than 25\xa0MB." in page
    assert not Import.objects.exists()


def test_return_of_too_large_files_together_says_so_and_keeps_nothing(officer):
    page = html(send(officer, [(f"{n}.csv", b"x" * 21_000_000) for n in range(3)]))
    assert "MB together. The portal takes up to 25\xa0MB a file and 60\xa0MB together" in page


@pytest.mark.parametrize("part", [0.2, 0.5, 0.8, 0.99])
def test_return_that_is_cut_off_half_way_says_so(officer, part, nothing_left):
    """The connection breaks: what was said to come is longer than what comes."""
    body, boundary = b"", "b0undary"
    fields = [("year", "", b"2025"), ("status", "", b"provisional")]
    fields += [("tables", name, data * 50) for name, data in RETURN] + [("whole", "", b"yes")]
    for name, file, data in fields:
        of_file = f'; filename="{file}"' if file else ""
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"{of_file}\r\n\r\n'
        body += head.encode() + data + b"\r\n"
    body += f"--{boundary}--\r\n".encode()
    sent = body[: int(len(body) * part)]
    kind = f"multipart/form-data; boundary={boundary}"
    answer = officer.post(PAGE, data=sent, content_type=kind)
    assert "did not arrive whole" in html(answer)
    assert not Import.objects.exists()
    nothing_left(html(answer))


def test_unknown_area_is_refused_in_words(officer, ours):
    ours.delete()
    assert "Take in the DfE&#x27;s published figures first" in html(send(officer))


def test_tables_without_a_row_give_no_figure(officer):
    page = html(send(officer, [("header.csv", b"CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n")]))
    assert "No figure can be worked out from these tables, so there is nothing to take in." in page
    assert Import.objects.get().figures == []


def test_dirty_files_give_a_sentence_or_a_preview(officer):
    if not DIRTY.exists():
        pytest.skip("The sample data of dirty files is not on this machine.")
    for path in sorted(DIRTY.glob("*.csv")):
        page = html(send(officer, [(path.name, path.read_bytes())]))
        assert "There is a problem" in page or "Nothing has been changed yet." in page, path.name
    assert not Observation.objects.exists()

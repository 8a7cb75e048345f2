"""A file of figures from the officer who brings it to the councillor who reads it, in a real browser, on real parts."""

import pytest

from tests.factories.indicators import COUNCIL, csv_file, stability_rows
from tests.installation import wait_until

pytestmark = pytest.mark.journey

PRIYA, AMINA = "priya@larchford.example", "amina@larchford.example"
OTHERSHIRE = {"old_la_code": "990", "la_name": "Othershire", "new_la_code": "X06000990"}


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def scripts(request):
    return request.param


def file_for(year, folder):
    """Othershire's figure for `year`, and one row with a cell that is no number."""
    rows = stability_rows(place=COUNCIL | OTHERSHIRE, time_period=year)
    path = folder / "stability.csv"
    path.write_bytes(csv_file([*rows, *stability_rows(percent="=1+1", time_period="2001")]).getvalue())
    return path


def bring(officer, path):
    officer.open("/figures/imports/new/")
    officer.page.get_by_label("File").set_input_files(path)
    return officer.press("button", "Read the file")


def wait_for(officer, link, heading):
    """Follow the job as a person does: by the link that appears, or without scripts by looking again.

    A quick job has ended before its page is shown: then the page shows what came of it, and there is no link.
    """

    def is_there():
        if not officer.scripts:
            officer.open(officer.page.url)
        return heading in officer.text or offered()

    def offered():
        return officer.page.get_by_role("link", name=link, exact=True).count()

    wait_until(is_there, timeout=120, what=f"the page offers “{link}”")
    officer.check_page()
    if offered():
        officer.press("link", link)
    assert heading in officer.text


def test_file_from_upload_to_reader(visitor, passwords, scripts, tmp_path):
    year = "2011" if scripts else "2010"
    officer = visitor(scripts=scripts).sign_in(PRIYA, passwords[PRIYA])
    officer.open("/figures/").press("link", "Take in a file")
    officer.check_page()
    officer.press("button", "Read the file")
    assert "Choose the file to be read." in officer.text
    officer.check_page()

    bring(officer, file_for(year, tmp_path))
    officer.check_page()
    wait_for(officer, "See what the file holds", "Take in this file?")
    assert f"It holds figures for the year ending March {year}" in officer.text
    assert "“=1+1” is not a number" in officer.text
    officer.check_page()

    assert "Look at the file that was read" in visitor(scripts=scripts).sign_in(PRIYA, passwords[PRIYA]).text
    officer.press("button", "Take in one figure")
    wait_for(officer, "See what was taken in", "One figure was taken in")
    officer.check_page()
    officer.open("/figures/imports/").check_page()

    councillor = visitor(scripts=scripts).sign_in(AMINA, passwords[AMINA])
    councillor.open("/figures/?council=X06000990").check_page()
    councillor.press("link", "Children who lived in three or more homes in a year")
    assert "Othershire" in councillor.text
    assert "These are another council’s published figures." in councillor.text
    councillor.check_page()


def test_councillor_looks_at_our_figures(visitor, passwords):
    councillor = visitor().sign_in(AMINA, passwords[AMINA])
    councillor.open("/figures/").check_page()
    councillor.press("link", "Children seen by a dentist")
    councillor.check_page()
    assert "is the median of Larchford’s 10 statistical neighbours" in councillor.text
    councillor.press("link", "Show the mean")
    assert "is the mean of Larchford’s 10 statistical neighbours" in councillor.text
    with councillor.page.expect_download() as download:
        councillor.page.get_by_role("link", name="Download these figures (CSV)").click()
    assert download.value.path().read_text(encoding="utf-8-sig").startswith("Figure,Version,Unit,Period")
    councillor.open("/figures/imports/")
    assert "Only a performance officer or the administrator can bring in figures." in councillor.text


def test_file_of_200_mb_gets_a_sentence(visitor, passwords, tmp_path):
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    officer = visitor().sign_in(PRIYA, passwords[PRIYA])
    bring(officer, path)
    assert "The portal takes files of up to" in officer.text
    officer.check_page()

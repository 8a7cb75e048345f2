"""The council's own figures, from the template to the pack, in a real browser, on real parts."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.installation import wait_until

pytestmark = pytest.mark.journey

PRIYA, RUTH, AMINA = "priya@larchford.example", "ruth@larchford.example", "amina@larchford.example"
HEAD = "indicator,period,as_at,numerator,denominator,value,status\n"
WORDS = "Two posts were empty until July. Both are filled, and every child without it is seen before Christmas."


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def scripts(request):
    return request.param


@pytest.fixture
def code(scripts):
    """A figure that the invented council does not count yet, another each time."""
    return "birthdays-celebrated" if scripts else "savings-in-place"


@pytest.fixture
def title(scripts):
    return "Birthdays celebrated" if scripts else "Children with savings"


def bring(officer, path):
    officer.open("/figures/imports/new/")
    officer.page.get_by_label("The council’s own scorecard").check()
    officer.page.get_by_label("File").set_input_files(path)
    officer.press("button", "Read the file")


def wait_for(officer, heading):
    """Until a job has ended: a page with scripts follows it by itself, one without is looked at again."""

    def is_there():
        officer.open(officer.page.url)
        return heading in officer.text

    wait_until(is_there, timeout=120, what=f"the page says “{heading}”")
    officer.check_page()


def fill(officer, **answers):
    for label, answer in answers.items():
        officer.page.get_by_label(label.replace("_", " "), exact=True).fill(answer)


def test_scorecard_from_template_to_pack(visitor, passwords, scripts, code, title, tmp_path):
    officer = visitor(scripts=scripts).sign_in(PRIYA, passwords[PRIYA])
    officer.open("/figures/imports/new/").check_page()
    with officer.page.expect_download() as download:
        officer.page.get_by_role("link", name="Download the scorecard to fill in (Excel)").click()
    template = load_workbook(BytesIO(download.value.path().read_bytes()))["Scorecard"]
    assert ",".join(cell.value for cell in template[1]) + "\n" == HEAD
    assert code in {row[0].value for row in template.iter_rows(min_row=2)}

    # Three mistakes, each named by row and column; nothing is lost by dropping the file.
    wrong = tmp_path / "wrong.csv"
    wrong.write_text(f"{HEAD}{code[:-1]},2025-26-Q4,,50,60,,final\n{code},2025-26-Q4,,61,60,,\n{code},2098-99,,1,2,,\n")
    bring(officer, wrong)
    wait_for(officer, "Take in this file?")
    assert "Three things to mend" in officer.text
    assert code in officer.text  # what it may have meant
    assert "The numerator (61) is greater than the denominator (60)" in officer.text
    officer.press("button", "Drop it")

    right = tmp_path / "right.csv"
    right.write_text(f"{HEAD}{code},2025-26-Q3,,44,60,,final\n{code},2025-26-Q4,,48,60,,\n")
    bring(officer, right)
    wait_for(officer, "Take in this file?")
    assert "Small numbers are hidden from everybody but officers" in officer.text
    officer.press("button", "Take in two figures")
    wait_for(officer, "Two figures were taken in")

    set_target(officer, code)
    commentary(visitor(scripts=scripts).sign_in(RUTH, passwords[RUTH]), title)
    read(visitor(scripts=scripts).sign_in(AMINA, passwords[AMINA]), code)
    pack(officer, visitor(scripts=scripts).sign_in(RUTH, passwords[RUTH]), visitor(scripts=scripts), title)


def set_target(officer, code):
    """With a mistake first; Ruth answers for it."""
    officer.open(f"/figures/targets/new/?figure={code}&period=2025-26").check_page()
    officer.page.get_by_label("Target", exact=True).fill("101")
    officer.page.get_by_label("How far off is still close?").fill("5")
    officer.page.get_by_label("Who answers for it?").select_option(label="Ruth Castellane")
    officer.press("button", "Set the target")
    assert "This figure is a percentage: the target is at most 100." in officer.text
    officer.check_page()
    officer.page.get_by_label("Target", exact=True).fill("95")
    officer.press("button", "Set the target")
    assert "95% or more; 5% off is still close" in officer.text
    officer.check_page()


def commentary(director, title):
    """Asked for on the start page, given on a page."""
    assert f"Say what is behind it: {title}" in director.text
    director.press("link", f"Say what is behind it: {title}")
    director.press("button", "Keep this commentary")
    assert "Write what is behind the figure." in director.text
    director.check_page()
    director.page.get_by_label("So what?").fill(WORDS)
    director.press("button", "Keep this commentary")
    assert WORDS in director.text
    director.check_page()
    assert f"Say what is behind it: {title}" not in director.open("/").text


def read(councillor, code):
    councillor.open(f"/figures/{code}/").check_page()
    assert "80% of" in councillor.text
    assert "Off target" in councillor.text
    assert WORDS in councillor.text
    assert "Better than the quarter before (73%)" in councillor.text


def pack(officer, director, stranger, title):
    """Both editions show the figure; the members' one its commentary, the public one not."""
    officer.open("/packs/new/")
    officer.page.get_by_label("Period").fill("2025-26")
    officer.press("button", "Build the pack")
    wait_for(officer, "so somebody else publishes it.")
    address = officer.page.url
    for name in ("members’ edition", "public edition"):
        director.open(address).press("link", f"Publish the {name}")
        director.press("button", "Publish it")
    own, public = theme_page(director, address), theme_page(stranger, address)
    for text in (own, public):
        assert title in text
        assert "Our own count for January to March 2026, provisional." in text
        assert "Target: 95% or more; down to 90% is close." in text
        assert "Off target" in text
    assert WORDS in own
    assert WORDS not in public


def theme_page(reader, address):
    """The part of a pack that the figure is in, in the first edition that the reader is offered."""
    reader.open(address).page.get_by_role("link", name="Read it here").first.click()
    reader.open(f"{reader.page.url}../ordinary-life/").check_page()
    return reader.text

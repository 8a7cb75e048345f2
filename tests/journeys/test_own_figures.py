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


def fill(officer, answers):
    """`answers`: {label: text}."""
    for label, answer in answers.items():
        officer.page.get_by_label(label, exact=True).fill(answer)


def at_field(officer, label):
    """What stands at a field, its hint and what is wrong with it, as those hear it who cannot see the page."""
    ids = officer.page.get_by_label(label, exact=True).get_attribute("aria-describedby").split()
    return " ".join(officer.page.locator(f"#{one}").inner_text() for one in ids)


def rows_to_mend(officer):
    """[(row, column)] of the list of what is wrong with a file."""
    rows = officer.page.get_by_role("region", name="Things to mend in this file").locator("tbody tr").all()
    return [tuple(row.locator("td").all_inner_texts()[:2]) for row in rows]


def test_scorecard_from_template_to_pack(visitor, passwords, scripts, code, title, tmp_path):
    officer = visitor(scripts=scripts).sign_in(PRIYA, passwords[PRIYA])
    officer.open("/figures/imports/new/").check_page()
    with officer.page.expect_download() as download:
        officer.page.get_by_role("link", name="Download the scorecard to fill in (Excel)").click()
    template = load_workbook(BytesIO(download.value.path().read_bytes()))["Scorecard"]
    assert ",".join(cell.value for cell in template[1]) + "\n" == HEAD
    assert code in {row[0].value for row in template.iter_rows(min_row=2)}
    with officer.page.expect_download() as download:
        officer.page.get_by_role("link", name="as CSV").click()
    assert download.value.path().read_text(encoding="utf-8-sig").splitlines()[0] + "\n" == HEAD

    # Three mistakes, each named by row and column; nothing is lost by dropping the file.
    wrong = tmp_path / "wrong.csv"
    wrong.write_text(f"{HEAD}{code[:-1]},2025-26-Q4,,50,60,,final\n{code},2025-26-Q4,,61,60,,\n{code},2098-99,,1,2,,\n")
    bring(officer, wrong)
    wait_for(officer, "Take in this file?")
    assert rows_to_mend(officer) == [("2", "indicator"), ("3", "numerator"), ("4", "period")]
    assert f"Did you mean {code}?" in officer.text
    assert "The numerator (61) is greater than the denominator (60)" in officer.text
    assert "April 2098 to March 2099 has not ended yet." in officer.text
    officer.press("button", "Drop it")
    assert "This file was dropped" in officer.text
    officer.check_page()

    right = tmp_path / "right.csv"
    right.write_text(f"{HEAD}{code},2025-26-Q3,,44,60,,final\n{code},2025-26-Q4,,48,60,,\n")
    bring(officer, right)
    wait_for(officer, "Take in this file?")
    assert "Small numbers are hidden from everybody but officers" in officer.text
    officer.press("button", "Take in two figures")
    wait_for(officer, "Two figures were taken in")
    assert "Our own count for January to March 2026, provisional." in officer.open(f"/figures/{code}/").text
    assert "Say what is behind it" in officer.text
    officer.check_page()

    set_target(officer, code)
    commentary(visitor(scripts=scripts).sign_in(RUTH, passwords[RUTH]), title)
    read(visitor(scripts=scripts).sign_in(AMINA, passwords[AMINA]), code)
    pack(officer, visitor(scripts=scripts).sign_in(RUTH, passwords[RUTH]), visitor(scripts=scripts), title)


def test_typed_in_small_and_hidden(visitor, passwords, scripts):
    """One figure, by the form: a small number is the officer's, and c to a councillor."""
    code = "independent-visitors" if scripts else "staying-put"
    officer = visitor(scripts=scripts).sign_in(PRIYA, passwords[PRIYA])
    officer.open("/figures/imports/new/").press("link", "Type in one figure")
    officer.page.get_by_label("Figure", exact=True).select_option(code)
    fill(officer, {"Period": "2025-26-Q4", "How many children": "61", "Out of how many": "60"})
    officer.press("button", "Look at it")
    assert "The numerator (61) is greater than the denominator (60)" in at_field(officer, "How many children")
    officer.check_page()
    fill(officer, {"How many children": "3"})
    officer.press("button", "Look at it")
    wait_for(officer, "Take in this file?")
    officer.press("button", "Take in one figure")
    wait_for(officer, "One figure was taken in")
    assert "5% of the" in officer.open(f"/figures/{code}/").text

    councillor = visitor(scripts=scripts).sign_in(AMINA, passwords[AMINA])
    councillor.open(f"/figures/{code}/").page.get_by_text("The figures as a table").first.click()
    councillor.check_page()
    assert "There is no number to show for January to March 2026: hidden, too few children." in councillor.text
    assert councillor.page.locator("[aria-labelledby=own-count] td").all_inner_texts() == ["c"]
    assert "5%" not in councillor.page.content()


def test_target_taken_back_after_a_question(visitor, passwords, scripts):
    code = "outside-our-area" if scripts else "far-from-home"
    title = "Children who live outside our area" if scripts else "Children who live more than 20 miles from home"
    officer = visitor(scripts=scripts).sign_in(PRIYA, passwords[PRIYA])
    officer.open(f"/figures/targets/new/?figure={code}&period=2025-26")
    fill(officer, {"Target": "20", "How far off is still close?": "2"})
    officer.press("button", "Set the target")
    take_back = f"Take back the target for {title}, April 2025 to March 2026"
    officer.press("link", take_back)
    assert "The target is 20% or less" in officer.text
    officer.check_page()
    officer.press("link", "Not now").press("link", take_back).press("button", "Take it back")
    assert f"The target for {title}, April 2025 to March 2026, was taken back." in officer.text
    assert not officer.page.get_by_role("link", name=take_back).count()


def test_councillor_is_told_who_sets_targets(visitor, passwords):
    councillor = visitor().sign_in(AMINA, passwords[AMINA])
    councillor.open("/figures/targets/").check_page()
    assert "Change" not in councillor.text
    councillor.open("/figures/targets/new/")
    assert "Only a performance officer or the administrator can set a target." in councillor.text
    councillor.complaints.clear()  # the browser's own line about the 403
    councillor.check_page()


def set_target(officer, code):
    """With a mistake first, then another than is meant; Ruth answers for it."""
    officer.open(f"/figures/targets/new/?figure={code}&period=2025-26").check_page()
    officer.page.get_by_label("Target", exact=True).fill("101")
    officer.page.get_by_label("How far off is still close?").fill("5")
    officer.page.get_by_label("Who answers for it?").select_option(label="Ruth Castellane")
    officer.press("button", "Set the target")
    assert "This figure is a percentage: the target is at most 100." in at_field(officer, "Target")
    officer.check_page()
    officer.page.get_by_label("Target", exact=True).fill("94")
    officer.press("button", "Set the target")
    officer.open(f"/figures/targets/new/?figure={code}&period=2025-26")
    fill(officer, {"Target": "95", "How far off is still close?": "5"})
    officer.page.get_by_label("Who answers for it?").select_option(label="Ruth Castellane")
    officer.press("button", "Set the target")
    assert "95% or more; down to 90% is close" in officer.text
    assert "94% or more" not in officer.text
    officer.check_page()


def commentary(director, title):
    """Asked for on the start page, given on a page."""
    assert f"Say what is behind it: {title}" in director.text
    director.press("link", f"Say what is behind it: {title}")
    director.press("button", "Keep this commentary")
    assert "Write what is behind the figure." in at_field(director, "So what?")
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

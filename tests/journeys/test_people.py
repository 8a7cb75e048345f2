"""An election, an empty chair, a councillor's duties: in a real browser on real servers."""

import re
from datetime import timedelta
from io import BytesIO

import pikepdf
import pytest
from django.utils import timezone

from tests.installation import wait_until
from tests.journeys import moderngov
from tests.journeys.hands import Hands

pytestmark = pytest.mark.journey

JOAN, MARCUS, DELPHINE = "joan@larchford.example", "marcus@larchford.example", "delphine@larchford.example"
# An installation sees every case once, in any order, so each case has people of its own.
WAYS = {"scripts": ("Ashdown", "2029-30"), "no scripts": ("Brackley", "2030-31"), "keyboard": ("Cromer", "2031-32")}
OFFICES = {
    True: ("director-of-childrens-services", "Director of Children's Services", "Ruth Castellane"),
    False: ("lead-member", "Lead Member for Children's Services", "Cllr Peter Oyelaran"),
}


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def scripts(request):
    return request.param


def after_the_election(sitting, surname, day):
    """The council's list: Stella was elected again, Moira for another ward, Nell is new, and Lena is not in it."""
    rows = {row["name"]: moderngov.sitting(row) for row in sitting}
    del rows[f"Cllr Lena {surname}"]
    stella, moira = rows[f"Cllr Stella {surname}"], rows[f"Cllr Moira {surname}"]
    before = stella["terms"][0][0]
    stella["terms"] = [(before, day - timedelta(days=4)), (day, None)]
    moira["ward"] = "Canalside"
    nell = moira | {"name": f"Cllr Nell {surname}", "email": f"nell.{surname}@larchford.example".lower()}
    return moderngov.written([*rows.values(), nell | {"terms": [(day, None)]}])


def changes_of(administrator, name):
    """What the page says would change of somebody, as {what: (here now, in the list)}."""
    table = administrator.page.get_by_role("region", name="What changes")
    rows = table.locator("tbody").filter(has_text=name).locator("tr").all()
    cells = [row.locator("td").all_inner_texts() for row in rows]
    return {what: (old, new) for what, old, new in cells}


def said(day):
    return f"{day:%-d %B %Y}"


@pytest.mark.parametrize("way", WAYS)
def test_election_and_handing_over(visitor, passwords, newcomers, way, tmp_path):
    surname, year = WAYS[way]
    path, day = tmp_path / "councillors.xml", timezone.localdate() - timedelta(days=10)
    path.write_bytes(after_the_election(newcomers("elect", surname, year), surname, day))
    administrator = visitor(scripts=way != "no scripts").sign_in(JOAN, passwords[JOAN])
    hands = Hands(administrator, by_key=way == "keyboard")
    take_in(administrator, hands, path, surname, day)
    hand_over(administrator, hands, surname, year)


def take_in(administrator, hands, path, surname, day):
    administrator.open("/feeds/").check_page()
    hands.press("link", "Bring a list").check_page()
    hands.press("button", "Read the list")
    assert "Choose the file to be read." in administrator.text
    administrator.check_page()
    hands.bring("File", path)
    hands.press("button", "Read the list").check_page()

    assert "Nothing has been changed yet." in administrator.text
    again = changes_of(administrator, f"Cllr Stella {surname}")
    assert again["Term before ends"][1] == said(day - timedelta(days=4))
    assert again["Term"][1] == f"from {said(day)}"
    assert changes_of(administrator, f"Cllr Moira {surname}")["Ward"] == ("Millrace", "Canalside")
    new = administrator.page.get_by_role("region", name="New councillors")
    assert f"Nell {surname}" in new.inner_text()
    assert "Canary" not in administrator.text
    hands.tick(f"Cllr Lena {surname}, Millrace")
    verb = administrator.page.get_by_role("button", name=re.compile("^Take in [0-9]+ changes$"))
    hands.press("button", verb.inner_text())
    assert "The list was taken in" in administrator.text
    administrator.check_page()
    administrator.open("/feeds/").check_page()


def hand_over(administrator, hands, surname, year):
    """Lena's target goes to Stella, in one go."""
    lena = f"Cllr Lena {surname}"
    administrator.open("/people/")
    hands.unfold("Choose what to see")
    hands.fill(administrator.page.get_by_label("Name, ward or party"), lena)
    hands.choose("When", "Everybody")
    hands.press("button", "Show these").check_page()
    hands.press("link", lena).check_page()
    address = administrator.page.url
    assert f"to {said(timezone.localdate())}" in administrator.text
    hands.press("link", "Hand over their work").check_page()
    assert f"One thing is open in the name of {lena}" in administrator.text
    assert f"April {year[:4]} to March 20{year[5:]}" in administrator.text
    hands.press("button", "Go on")
    assert "Choose who takes it on." in administrator.text
    administrator.check_page()
    hands.choose("Who takes it on?", f"Cllr Stella {surname}")
    hands.press("button", "Go on").check_page()
    hands.press("button", "Hand it over")
    assert "One thing was handed over." in administrator.text
    assert administrator.page.url == address
    hands.press("link", "History").check_page()
    for sentence in ("Added to the portal", "End of an appointment set: Councillor", "Handed over: one target"):
        assert sentence in administrator.text
    hands.press("link", lena)
    hands.press("link", "Hand over their work")
    assert f"{lena} has nothing open" in administrator.text
    administrator.check_page()


def test_empty_chair_is_found_and_filled(visitor, passwords, scripts):
    role, office, holder = OFFICES[scripts]
    sentence = f"Nobody is {printed(office)}."
    administrator = visitor(scripts=scripts).sign_in(JOAN, passwords[JOAN])
    end(administrator, role, office, holder)

    executive = visitor(scripts=scripts).sign_in(MARCUS, passwords[MARCUS])
    executive.open("/").check_page()
    executive.press("link", sentence).check_page()
    assert "The offices that the law names" in executive.text
    executive.open("/arrangements/").check_page()
    assert sentence in executive.text
    assert "Missing" in finding(executive, office)

    appoint(administrator, role, office, holder)
    assert sentence not in executive.open("/").text
    executive.open("/arrangements/").check_page()
    assert sentence not in executive.text
    assert f"{holder}." in finding(executive, office)
    assert "In place" in finding(executive, office)


def printed(office):
    """A role's name is kept with the apostrophe that is typed."""
    return office.replace("'", "’")


def finding(executive, office):
    """What the page says of an office."""
    question = executive.page.get_by_text(printed(office), exact=True)
    return executive.page.get_by_role("listitem").filter(has=question).first.inner_text()


def end(administrator, role, office, holder):
    """With a day that is none first; the last day is yesterday."""
    hands = Hands(administrator, by_key=False)
    administrator.open(f"/people/?role={role}").press("link", holder)
    administrator.check_page()
    administrator.press("link", f"End the appointment: {office}").check_page()
    administrator.page.get_by_label("Month").fill("13")
    administrator.page.get_by_label("Left the council").check()
    administrator.press("button", "End this appointment")
    assert "Enter the last day, like 27 11 2026." in administrator.text
    administrator.check_page()
    hands.fill_day("Last day", timezone.localdate() - timedelta(days=1))
    administrator.press("button", "End this appointment")
    assert f"the last day of {holder} is" in administrator.text
    administrator.check_page()


def appoint(administrator, role, office, holder):
    """The same person again, from the form that the form for appointing begins with: today."""
    administrator.press("link", "Appoint").check_page()
    administrator.press("button", "Appoint")
    assert "Choose the role." in administrator.text
    administrator.check_page()
    administrator.page.get_by_label("Role", exact=True).select_option(role)
    administrator.press("button", "Appoint")
    assert f"{holder} is appointed: {office}." in administrator.text


def test_duties_from_due_to_met(visitor, passwords, newcomers, scripts):
    surname = "Dunmore" if scripts else "Eastcote"
    councillor = visitor(scripts=scripts).sign_in(*newcomers("parent", surname))
    councillor.open("/").check_page()
    councillor.press("link", "Three duties wait for you").check_page()
    statement = councillor.page.url
    assert (state_of(councillor, "U1"), state_of(councillor, "T1")) == ("Due", "Due")

    councillor.press("button", "Sign this with my name")
    assert state_of(councillor, "U1") == "Met"
    assert "Statement of the role signed" in duty(councillor, "U1").inner_text()
    councillor.check_page()
    read_all(councillor)
    councillor.open(statement).check_page()
    assert state_of(councillor, "T1") == "Met"
    assert "Law or guidance read" in duty(councillor, "T1").inner_text()
    content = download(councillor, "Download the statement (PDF)")
    assert len(pikepdf.open(BytesIO(content)).pages) == 1
    evidence(visitor(scripts=scripts).sign_in(DELPHINE, passwords[DELPHINE]), f"Cllr Greta {surname}")


def duty(reader, code):
    return reader.page.get_by_role("listitem").filter(has=reader.page.get_by_text(code, exact=True)).first


def state_of(reader, code):
    return duty(reader, code).locator(".app-tag").inner_text()


def read_all(councillor):
    """Whatever law and guidance waits, from the statement on."""
    to_read = councillor.page.get_by_role("link", name=re.compile("^Read the law or guidance")).first
    councillor.press("link", to_read.inner_text()).check_page()
    readings = councillor.page.locator("h2:has-text('What waits for you') + ul a[href*='/readings/']")
    waiting = readings.all_inner_texts()
    for title in waiting:
        councillor.open("/learning/").press("link", title).check_page()
        councillor.press("button", "I have read this")
    councillor.check_page()


def download(reader, link):
    with reader.page.expect_download() as found:
        reader.page.get_by_role("link", name=link).click()
    return found.value.path().read_bytes()


def evidence(officer, name):
    """Asked for, made by the worker, taken away as both."""
    officer.open("/evidence/").check_page()
    officer.press("link", "Make an evidence file").check_page()
    officer.press("button", "Make the evidence file").check_page()
    address = officer.page.url
    ready = officer.page.get_by_role("link", name="Download the PDF")
    wait_until(lambda: officer.open(address) and ready.count(), timeout=120, what="the evidence file is made")
    officer.check_page()
    assert download(officer, "Download the PDF").startswith(b"%PDF")
    rows = download(officer, "Download the table").decode("utf-8-sig").splitlines()
    assert any(row.startswith(f"{name},") and "Statement of the role signed" in row for row in rows)
    officer.open("/evidence/").check_page()

"""Coming in for the first time, and again: by passkey, by password and codes, by keyboard, with and without scripts."""

import re

import pytest

from tests.browser import STEP

pytestmark = pytest.mark.journey

PASSWORD = "four brown otters swimming"
AGAIN = "Sign in with a passkey"


@pytest.fixture
def link(newcomers):
    """`link(email, role)`: the address in the mail to somebody new."""
    return lambda email, role: f"/invitations/{newcomers('guest', email, role)}/"


def test_councillor_comes_in_with_a_passkey_by_keyboard(visitor, link):
    invited = link("ada@larchford.example", "councillor")
    councillor = visitor().give_device().open(invited)
    assert "/invitations/" in councillor.page.url
    assert invited not in councillor.page.url
    councillor.check_page()
    councillor.press_by_key("button", "Make a passkey on this device")
    assert "Ada" in councillor.page.locator("h1").inner_text()
    councillor.open("/account/security/").check_page()
    councillor.open("/account/sign-out/").press_by_key("button", "Sign out")

    councillor.open("/account/sign-in/").check_page()
    councillor.press_by_key("button", AGAIN)
    assert "Ada" in councillor.page.locator("h1").inner_text()
    councillor.open("/account/sign-out/").press("button", "Sign out")
    assert "This link does not work any more" in councillor.open(invited).text
    councillor.check_page()


def test_officer_comes_in_with_a_passkey_and_needs_no_more(visitor, link):
    officer = visitor().give_device().open(link("eve@larchford.example", "administrator"))
    officer.press("button", "Make a passkey on this device")
    assert "Ada" in officer.page.locator("h1").inner_text()
    officer.open("/people/").check_page()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_officer_comes_in_with_password_and_codes(visitor, link, sign_ins, scripts):
    email = f"kit{scripts:d}@larchford.example"
    officer = visitor(scripts=scripts).open(link(email, "performance-officer"))
    officer.check_page()
    officer.page.get_by_label("Password", exact=True).fill(PASSWORD)
    officer.page.get_by_label("Password again").fill(PASSWORD)
    officer.press("button", "Choose this password")
    assert "Your role needs a passkey, or codes from an app" in officer.text
    officer.check_page()

    officer.press("link", "Set up a code app").check_page()
    sign_ins.secrets[email] = officer.page.locator(".app-secret").inner_text()
    officer.page.get_by_label("Code", exact=True).fill("000000")
    officer.press("button", "Set up the code app")
    assert "That was not right." in officer.text
    officer.check_page()
    officer.page.get_by_label("Code", exact=True).fill(sign_ins.code_of(email))
    officer.press("button", "Set up the code app")
    assert len(re.findall(r"\b\d{8}\b", officer.text)) == 10
    officer.check_page()
    officer.press("link", "I have kept them")
    assert "Ada" in officer.page.locator("h1").inner_text()

    officer.open("/account/sign-out/").press("button", "Sign out")
    assert officer.sign_in(email, PASSWORD).is_signed_in()


def test_bar_before_the_end_and_one_press_to_stay(visitor, passwords):
    joan = visitor()
    joan.page.clock.install()
    joan.sign_in("joan@larchford.example", passwords["joan@larchford.example"]).open("/")
    bar = joan.page.locator("[data-stay]")
    assert bar.is_hidden()
    joan.page.clock.fast_forward((25 * 60 + STEP) * 1000)
    bar.wait_for(state="visible")
    joan.check_page()
    bar.get_by_role("button", name="Stay signed in").click()
    bar.wait_for(state="hidden")


def test_stay_signed_in_without_scripts(visitor, passwords):
    joan = visitor(scripts=False).sign_in("joan@larchford.example", passwords["joan@larchford.example"]).open("/")
    assert "You are signed in until" in joan.text
    joan.open("/account/stay/").press("button", "Stay signed in")
    assert "You can close this tab" in joan.text
    joan.check_page()

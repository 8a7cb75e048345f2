"""A home where there is no signal: the form goes on, what was typed is kept on the phone, and arrives once."""

import re

import pytest

from tests.browser import Visitor
from tests.flapping import Flapping
from tests.journeys.visiting import WHOLE, Phone

pytestmark = pytest.mark.journey

CONTROLLED = """async () => {
    const controls = new Promise((yes) => navigator.serviceWorker.addEventListener("controllerchange", yes));
    await (navigator.serviceWorker.controller ?? controls);
}"""
SYNC = """async () => {
    const sync = document.querySelector("link[href*='phone/sync.']").href;
    return (await import(sync)).sync();
}"""
FLAPS = 100
FOUND = "A rainbow on the front door 🌈"


@pytest.fixture
def cut():
    """`cut(phone)`: no signal; `cut(phone, False)`: it is back."""

    def switch(phone, is_cut=True):
        phone.page.context.set_offline(is_cut)

    return switch


def ready(phone, address="/visits/"):
    """A phone whose portal was opened where there was signal."""
    phone.open(address)
    phone.page.evaluate(CONTROLLED)
    return phone


def at(phone, heading):
    phone.page.get_by_role("heading", level=1, name=heading, exact=True).wait_for()
    return phone


def says(phone, words):
    phone.page.get_by_text(words).first.wait_for()
    return phone


def open_form(phone, arranged):
    at(phone, "Visits on this phone")
    phone.press("link", arranged.home)
    return at(phone, "Your visit")


def fill_whole(phone):
    for title in WHOLE:
        at(phone, title).fill_part(title, verb="Keep and go on")
    return at(phone, "Send it when there is signal")


def state(phone, words):
    phone.page.locator("[data-state]", has_text=words).wait_for()
    return phone


def sent_reports(phone):
    """Addresses of the reports in one's list."""
    phone.open("/visits/")
    links = phone.page.locator("a.app-row__title").all()
    return [
        link.get_attribute("href") for link in links if re.fullmatch(r"/visits/[0-9a-f-]+/", link.get_attribute("href"))
    ]


@pytest.mark.parametrize("by_key", [False, True])
def test_visit_without_signal_is_sent_when_it_is_back(arrange, phone_of, cut, by_key):
    arranged = arrange("taken", "Acacia" if by_key else "Alder")
    phone = ready(phone_of(arranged, "lead", by_key=by_key))
    before = sent_reports(phone)
    cut(phone)
    phone.open("/visits/")
    at(phone, "Visits on this phone")
    says(phone, "No signal.")
    assert arranged.home in phone.text
    assert "Way, Larchford" not in phone.page.content()
    assert "Shower" not in phone.page.content()
    phone.check_page()
    open_form(phone, arranged).check_page()
    fill_whole(phone).check_page()
    phone.send()
    state(phone, "Waits for signal").check_page()

    cut(phone, False)
    state(phone, "Sent").check_page()
    says(phone, "Nothing of it is left on this phone")
    after = sent_reports(phone)
    assert len(after) == len(before) + 1


def test_signal_lost_in_the_middle_loses_no_words(arrange, phone_of, cut):
    arranged = arrange("taken", "Bramble")
    phone = ready(phone_of(arranged, "lead"), arranged.visit + "briefing/")
    phone.press("button", "Start the visit form")
    for title in ("Your visit", "Who was there"):
        phone.fill_part(title)
    cut(phone)
    phone.answer("What struck you first?", FOUND).answer(*WHOLE_ARRIVING)
    phone.press("button", "Save and go on")
    at(phone, "The home")
    says(phone, "Kept on this phone")
    phone.page.get_by_role("link", name="Back").click()
    at(phone, "Arriving")
    assert phone.page.get_by_label("What struck you first?").input_value() == FOUND

    cut(phone, False)
    phone.page.get_by_role("link", name="Put what you typed into the portal").click()
    state(phone, "In the portal")
    phone.press("link", "Go on in the portal")
    assert FOUND in phone.text
    assert "“How many children did you talk with?” is not answered." in phone.text


def test_unsent_words_at_sign_out_are_kept_for_a_day_or_deleted(arrange, phone_of, cut):
    arranged = arrange("taken", "Cedar")
    phone = ready(phone_of(arranged, "lead"))
    phone.open("/visits/phone/")
    open_form(phone, arranged).answer("How were you welcomed?", FOUND)
    phone.page.get_by_role("button", name="Keep and go on").click()
    at(phone, "Who was there")
    phone.open("/account/sign-out/")
    phone.page.get_by_role("heading", name="Something on this phone is not sent yet").wait_for()
    assert arranged.home in phone.text
    phone.check_page()
    phone.press("button", "Keep it on this phone for 24 hours, and sign out")
    phone.open("/visits/phone/")
    state(phone, "Signed out")
    assert arranged.home not in phone.text
    says(phone, "Sign in, and what is kept on this phone is sent.")

    phone.come_in(arranged.sessions["second"])
    phone.open("/visits/")
    assert phone.visitor.is_signed_in()


def test_two_tabs_a_double_tap_and_a_session_that_is_over(arrange, phone_of, cut, arrived):
    arranged = arrange("taken", "Elder")
    phone = ready(phone_of(arranged, "lead"))
    cut(phone)
    phone.open("/visits/")
    open_form(phone, arranged)
    second = phone.page.context.new_page()
    second.goto("/visits/phone/")
    second.evaluate("slot => { location.hash = slot + '/staff' }", phone.page.url.split("#")[1].split("/")[0])
    second.get_by_label("What do staff ask of the council?").fill("A new boiler.")
    second.get_by_role("button", name="Keep and go on").click()
    second.get_by_role("heading", name="Points to be answered").wait_for()
    fill_whole(phone)
    phone.tick("Nobody can tell from my words who a child is")
    phone.page.get_by_role("button", name="Send this report").dblclick()
    state(phone, "Waits for signal")
    phone.page.context.clear_cookies()
    cut(phone, False)
    says(phone, "Sign in, and what is kept on this phone is sent.").check_page()
    phone.come_in(arranged.sessions["lead"]).open("/visits/phone/")
    state(phone, "Sent")
    found = arrived(arranged)
    assert (found["statuses"], found["sent"], found["told"]) == (["submitted"], 2, 1)
    assert found["answers"]["staff-ask"] == "A new boiler."


def test_two_versions_are_shown_and_their_author_says_which_stands(arrange, phone_of, cut, arrived):
    arranged = arrange("taken", "Fennel")
    phone, other = ready(phone_of(arranged, "lead")), phone_of(arranged, "lead")
    cut(phone)
    phone.open("/visits/")
    to_part(open_form(phone, arranged), "arriving", "Arriving").answer("What struck you first?", "Cold.")
    phone.press("button", "Keep and go on")
    other.open(arranged.visit + "briefing/").press("button", "Start the visit form")
    other.open(other.page.url.replace("/visit/", "/arriving/")).answer("What struck you first?", "Warm.")
    other.press("button", "Save and go on")
    to_list(phone)
    cut(phone, False)
    state(phone, "Two versions").check_page()
    assert arrived(arranged)["answers"]["first-impressions"] == "Warm."
    phone.page.get_by_role("button", name="Put what this phone has in its place").click()
    state(phone, "In the portal")
    assert arrived(arranged)["answers"]["first-impressions"] == "Cold."


def to_part(phone, slug, title):
    phone.page.evaluate("slug => { location.hash = location.hash.split('/')[0] + '/' + slug }", slug)
    return at(phone, title)


@pytest.fixture
def flapping(portal):
    connection = Flapping(portal, prefix="/account/phone/", most=FLAPS)
    yield connection
    connection.close()


def sync(phone, times=1):
    """What the page does by itself when the signal is back, so often."""
    for _ in range(times):
        phone.page.evaluate(SYNC)


def to_list(phone):
    phone.page.evaluate("location.hash = 'list'")
    return at(phone, "Visits on this phone")


def test_a_hundred_flaps_lose_nothing_and_double_nothing(arrange, chromium, flapping, arrived):
    arranged = arrange("taken", "Dogwood")
    phone = ready(Phone(Visitor(chromium, flapping)).come_in(arranged.sessions["lead"]))
    phone.open("/visits/phone/")
    open_form(phone, arranged)
    for title in WHOLE:
        at(phone, title).fill_part(title, verb="Keep and go on")
    rounds = 0
    while sum(flapping.cuts.values()) < FLAPS * 0.9:
        rounds += 1
        to_list(phone)
        phone.page.get_by_role("link", name=arranged.home).click()
        to_part(phone, "arriving", "Arriving").answer("What struck you first?", f"Warm, {rounds} times over.")
        phone.page.get_by_role("button", name="Keep and go on").click()
        to_list(at(phone, "The home"))
        sync(phone, 6)
    phone.page.get_by_role("link", name=arranged.home).click()
    to_part(phone, "check", "Send it when there is signal").send()
    at(phone, "Visits on this phone")
    while sum(flapping.cuts.values()) < FLAPS:
        sync(phone)
    sync(phone, 2)
    phone.open("/visits/phone/")
    state(phone, "Sent")
    phone.visitor.close()
    found = arrived(arranged)
    assert min(flapping.cuts.values()) > FLAPS // 5
    assert rounds > 3
    assert (found["statuses"], found["started"], found["sent"], found["sent_for"]) == (["submitted"], 1, 2, 2)
    assert found["told"] == 1
    assert found["answers"]["first-impressions"] == f"Warm, {rounds} times over."
    assert found["answers"]["repairs"] == WHOLE["The home"]["What is broken, and how long has it been?"]


WHOLE_ARRIVING = ("Would you be glad to come home to this place?", "Mostly")

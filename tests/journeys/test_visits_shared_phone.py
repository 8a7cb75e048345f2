"""One phone, two people: neither sees what the other typed, and neither can delete it."""

import pytest

from tests.journeys.test_visits_offline import FOUND, at, cut, open_form, ready, says, state  # noqa: F401

pytestmark = pytest.mark.journey

KEEP_AND_GO_ON = "Keep and go on"
SIGN_OUT = "Keep it on this phone for 24 hours, and sign out"


def type_unsent(phone, arranged):
    """Words that are on the phone and not in the portal."""
    phone.open("/visits/phone/")
    open_form(phone, arranged).answer("How were you welcomed?", FOUND)
    phone.page.get_by_role("button", name=KEEP_AND_GO_ON).click()
    at(phone, "Who was there")
    return phone


def form_of(phone):
    return phone.page.evaluate(
        """() => new Promise((done) => {
            const opening = indexedDB.open("visits", 1);
            opening.onsuccess = () => {
                const asked = opening.result.transaction("forms").objectStore("forms").getAll();
                asked.onsuccess = () => done(asked.result[0] ?? null);
            };
        })"""
    )


def test_sign_in_that_ran_out_shows_the_next_person_nothing(arrange, phone_of, cut):  # noqa: F811
    arranged = arrange("taken", "Hawthorn")
    phone = type_unsent(ready(phone_of(arranged, "lead")), arranged)
    phone.come_in(arranged.sessions["second"]).open("/visits/phone/")
    state(phone, "Signed out")
    assert arranged.home not in phone.text
    slot = form_of(phone)["slot"]
    phone.open(f"/visits/phone/#{slot}/visit")
    at(phone, "Visits on this phone")
    assert FOUND not in phone.page.content()

    phone.open("/account/sign-out/")
    phone.page.wait_for_load_state("networkidle")
    assert "Something on this phone is not sent yet" not in phone.text
    phone.press("button", "Sign out")
    phone.page.wait_for_load_state()
    assert FOUND in str(form_of(phone))

    phone.come_in(arranged.sessions["lead"]).open("/visits/phone/")
    state(phone, "In the portal")


def test_words_typed_just_before_going_back_are_kept(arrange, phone_of, cut):  # noqa: F811
    arranged = arrange("taken", "Ivy")
    phone = ready(phone_of(arranged, "lead"))
    cut(phone)
    phone.open("/visits/")
    open_form(phone, arranged)
    phone.page.get_by_role("button", name=KEEP_AND_GO_ON).click()
    at(phone, "Who was there").answer("How many children did you meet?", "2")
    phone.page.get_by_role("link", name="Back").click()
    at(phone, "Your visit")
    phone.page.get_by_role("button", name=KEEP_AND_GO_ON).click()
    at(phone, "Who was there")
    assert phone.page.get_by_label("How many children did you meet?").input_value() == "2"

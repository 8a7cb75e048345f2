"""A care leaver looks for help on a phone: in a real browser on real servers."""

import pytest

pytestmark = pytest.mark.journey


def test_care_leaver_finds_a_home_in_three_taps(somebody):
    phone = somebody()
    phone.page.set_viewport_size({"width": 390, "height": 800})
    phone.open("/our-pledge/")
    address = phone.page.get_by_role("link", name="Help for care leavers", include_hidden=True).first
    phone.open(address.get_attribute("href"))  # in the menu of a phone: the first tap
    phone.press("link", "Somewhere to live")
    phone.press("link", "A first flat, with somebody to help")
    assert "How to get it" in phone.text
    assert phone.page.get_by_role("link", name="Ring 01632 960210").get_attribute("href") == "tel:01632960210"
    phone.check_page()

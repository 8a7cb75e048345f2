"""Pages on which nothing stands: a council that has just begun, without homes, rota, visits or conflicts."""

import pytest
from playwright.sync_api import sync_playwright

from members.roles import DEMOCRATIC_SERVICES_OFFICER, VISITING_COUNCILLOR
from tests.browser import CHROMIUM, Visitor
from tests.journeys.visiting import Phone

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("council")]

PAGES = {
    DEMOCRATIC_SERVICES_OFFICER: {
        "/visits/": "No visits yet that you may read.",
        "/rota/": "No visit is wanted now.",
        "/rota/propose/": "Nothing more is wanted by then.",
        "/homes/": "No home has been written down yet.",
        "/visits/overview/": "No home was open in this year.",
    },
    VISITING_COUNCILLOR: {
        "/visits/conflicts/": "You have declared no conflict.",
        "/visits/calendar/": "Make my address",
    },
}


@pytest.fixture
def young(live_server, settings):
    """A portal in which nothing was written down yet, with its static files as they are."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
    live_server.base_url = live_server.url
    return live_server


def test_pages_on_which_nothing_stands(young, client_of):
    sessions = {role: client_of(role).cookies["session"].value for role in PAGES}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for role, pages in PAGES.items():
            phone = Phone(Visitor(browser, young)).come_in(sessions[role])
            for address, words in pages.items():
                assert words in phone.open(address).check_page().text, address
        browser.close()

import pytest
from playwright.sync_api import sync_playwright

from tests.browser import Visitor

CHROMIUM = "/usr/bin/chromium"


@pytest.fixture(scope="module")
def chromium():
    """Stopped with the module, so that Playwright's loop is in nobody else's way."""
    with sync_playwright() as playwright:
        # Everything here is our own, and root, who runs the tests in a container, has no sandbox.
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visitor(chromium, portal):
    """`visitor(scripts=False)`: somebody who opens a new browser."""
    opened = []

    def visit(*, scripts=True):
        opened.append(Visitor(chromium, portal, scripts=scripts))
        return opened[-1]

    yield visit
    for one in opened:
        one.close()


@pytest.fixture(scope="session")
def passwords(portal):
    """{e-mail address: password} of the invented council's people, whose first pack is published."""
    said = portal.manage("seed").stdout.splitlines()
    words = [line.split() for line in said if "@larchford.example" in line]
    return {email: password for email, password, *_ in words}

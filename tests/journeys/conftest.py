import json

import pytest
from playwright.sync_api import sync_playwright

from tests.browser import CHROMIUM, SignIns, Visitor
from tests.journeys.convening import Convened, Reader
from tests.journeys.hands import Hands
from tests.journeys.visiting import Arranged, Phone


@pytest.fixture(scope="module")
def chromium():
    """Stopped with the module, so that Playwright's loop is in nobody else's way."""
    with sync_playwright() as playwright:
        # Everything here is our own, and root, who runs the tests in a container, has no sandbox.
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def sign_ins():
    """What each worker knows about who signed in where."""
    return SignIns()


@pytest.fixture
def visitor(chromium, portal, sign_ins):
    """`visitor(scripts=False)`: somebody who opens a new browser."""
    opened = []

    def visit(*, scripts=True):
        opened.append(Visitor(chromium, portal, scripts=scripts, sign_ins=sign_ins))
        return opened[-1]

    yield visit
    for one in opened:
        one.close()


@pytest.fixture(scope="session")
def passwords(portal, sign_ins):
    """{e-mail address: password} of the invented council's people, whose first pack is published."""
    said = portal.manage("seed").stdout.splitlines()
    words = [line.split() for line in said if "@larchford.example" in line]
    sign_ins.secrets |= {email: secret for email, _, secret, *_ in words if secret != "-"}
    return {email: password for email, password, *_ in words}


@pytest.fixture
def newcomers(portal, passwords):
    """`newcomers("elect", surname, year)`: what tests.journeys.newcomers prints."""
    return lambda *words: json.loads(portal.python("-m", "tests.journeys.newcomers", *words).stdout)


@pytest.fixture
def arrange(portal, passwords):  # passwords: the invented council is there before anything is added to it
    """`arrange("taken", "Juniper")`: a home of that name and what tests.journeys.homes does with it, as Arranged."""
    return lambda *words: Arranged(json.loads(portal.python("-m", "tests.journeys.homes", *words).stdout))


@pytest.fixture
def arrived(portal):
    """`arrived(arranged)`: what the portal has of the visit, as tests.journeys.arrived prints it."""
    return lambda arranged: json.loads(portal.python("-m", "tests.journeys.arrived", arranged.home).stdout)


@pytest.fixture
def phone_of(visitor):
    """`phone_of(arranged, "lead")`: one of its people at a phone, who has signed in; `scripts=False`, `by_key=True`."""

    def come(arranged, part, *, scripts=True, by_key=False):
        return Phone(visitor(scripts=scripts), by_key=by_key).come_in(arranged.sessions[part])

    return come


@pytest.fixture(scope="session")
def convene(portal, passwords):  # passwords: as for `arrange`
    """`convene("ready", "Alder")`: a committee of that name and what tests.journeys.committees does, as Convened."""
    return lambda *words: Convened(json.loads(portal.python("-m", "tests.journeys.committees", *words).stdout))


@pytest.fixture
def at_desk(visitor):
    """`at_desk(convened, "officer")`: one of its people, who has signed in; `at_desk()`: a stranger."""

    def come(convened=None, part=None, *, scripts=True, by_key=False):
        hands = Hands(visitor(scripts=scripts), by_key=by_key)
        return hands.come_in(convened.sessions[part]) if convened else hands

    return come


@pytest.fixture
def reader(visitor):
    """`reader(convened, "member")`: the same at a phone, as Reader."""
    return lambda convened, part, *, scripts=True: Reader(visitor(scripts=scripts)).come_in(convened.sessions[part])


@pytest.fixture(params=["scripts", "no scripts", "keyboard"])
def way(request):
    """How people go about the portal: pointing, pointing without scripts, or by the keyboard alone."""
    return request.param


@pytest.fixture
def somebody(visitor, passwords, way):
    """`somebody(email)`: a person who has signed in, as Hands; `somebody()`: a stranger."""

    def come(email=None):
        one = visitor(scripts=way != "no scripts")
        return Hands(one.sign_in(email, passwords[email]) if email else one, by_key=way == "keyboard")

    return come

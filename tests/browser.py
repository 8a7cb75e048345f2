"""Somebody at a real browser (Debian's Chromium): goes about the portal, and sees what axe and the console see.

No test that uses it may ask the database: Playwright's own loop runs in this thread, and Django refuses then.
"""

import time
from pathlib import Path

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings

from tests.installation import wait_until

CHROMIUM = "/usr/bin/chromium"
AXE = Path(settings.BASE_DIR) / "node_modules" / "axe-core" / "axe.min.js"
WIDTHS = (320, 1280)
PATIENCE = 20_000  # milliseconds
STEP = 30  # seconds a code is shown
NO_SIGNAL = "net::ERR_INTERNET_DISCONNECTED"
MOST_TABS = 300  # more than any page has things to go to
GROWS_OLD = 300  # seconds: deeds that matter ask for a sign-in of the last ten minutes

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


class SignIns:
    """Who can sign in with which codes, and who has just done so: the portal takes each code once."""

    def __init__(self):
        self.secrets, self.cookies, self.steps = {}, {}, {}

    def code_of(self, email):
        """A code that was not used yet; waits for the next where it was."""
        wait_until(lambda: self.step() != self.steps.get(email), timeout=STEP + 5, what="the app shows a new code")
        self.steps[email] = self.step()
        return format_hotp_value(hotp_value(self.secrets[email], self.step()))

    def step(self):
        return int(time.time()) // STEP

    def keep(self, email, cookies):
        self.cookies[email] = (time.monotonic(), cookies)

    def cookies_of(self, email):
        """Cookies of a sign-in that is still fresh, or none."""
        kept_at, cookies = self.cookies.get(email, (0, []))
        return cookies if time.monotonic() - kept_at < GROWS_OLD else []


class Visitor:
    """One person at one browser; `scripts=False` is a browser without JavaScript."""

    def __init__(self, chromium, portal, *, scripts=True, sign_ins=None):
        self.portal, self.scripts, self.sign_ins = portal, scripts, sign_ins or SignIns()
        context = chromium.new_context(
            java_script_enabled=scripts, base_url=portal.base_url, accept_downloads=True, locale="en-GB"
        )
        context.set_default_timeout(PATIENCE)
        self.page = context.new_page()
        self.complaints = []
        self.page.on("console", lambda message: self.hear(message.type, message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def hear(self, kind, words):
        """Errors are complaints; that a test has cut the network is none."""
        if kind == "error" and NO_SIGNAL not in words:
            self.complaints.append(words)

    def open(self, address):
        self.page.goto(address)
        return self

    def press(self, role, name):
        """Press the link or button that a person finds by its words, and be on the page it leads to."""
        with self.page.expect_navigation():
            self.page.get_by_role(role, name=name, exact=True).first.click()
        return self

    def sign_in(self, email, password):
        """With password and, where it is asked for, a code; or go on with a sign-in of a moment ago."""
        self.page.context.add_cookies(self.sign_ins.cookies_of(email))
        if not self.open("/").is_signed_in():
            self.open("/account/sign-in/")
            self.page.get_by_label("E-mail address").fill(email)
            self.page.get_by_label("Password", exact=True).fill(password)
            self.press("button", "Sign in")
            if self.page.url.endswith("/account/sign-in/code/"):
                self.page.get_by_label("Code", exact=True).fill(self.sign_ins.code_of(email))
                self.press("button", "Go on")
            self.sign_ins.keep(email, self.page.context.cookies())
        return self

    def is_signed_in(self):
        return self.page.get_by_role("link", name="Sign out", include_hidden=True).count() > 0

    def give_device(self):
        """A device that keeps passkeys, and whose holder always says yes."""
        devtools = self.page.context.new_cdp_session(self.page)
        devtools.send("WebAuthn.enable")
        devtools.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
        return self

    def press_by_key(self, role, name):
        """The same as `press`, by the keyboard alone."""
        self.reach(self.page.get_by_role(role, name=name, exact=True).first)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        return self

    def reach(self, thing):
        """Go to `thing` as the keyboard does: by the Tab key, from where it is."""
        element = thing.element_handle()
        for _ in range(MOST_TABS):
            if element.evaluate("element => element === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{MOST_TABS} times Tab, and never there: {thing} of {self.page.url}")

    @property
    def text(self):
        return self.page.locator("body").inner_text()

    def check_page(self, *, with_axe=True, widths=WIDTHS):
        """Nothing wider than the screen, no complaint of the browser, no fault that axe finds: at each width (px).

        axe is itself a script, so in a browser without JavaScript it is not asked.
        """
        for width in widths:
            self.page.set_viewport_size({"width": width, "height": 900})
            if self.scripts and with_axe:
                assert self.faults() == [], f"{self.page.url} at {width} px"
            wide = self.page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{self.page.url} is {wide} px wide at {width} px"
        assert self.complaints == [], self.page.url

    def faults(self):
        """What axe finds: [(rule, first element)]."""
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE.read_text())
        found = self.page.evaluate("async () => (await axe.run({resultTypes: ['violations']})).violations")
        return [(fault["id"], fault["nodes"][0]["html"]) for fault in found]

    def close(self):
        self.page.context.close()

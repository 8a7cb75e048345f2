"""Somebody at a real browser (Debian's Chromium): goes about the portal, and sees what axe and the console see.

No test that uses it may ask the database: Playwright's own loop runs in this thread, and Django refuses then.
"""

from pathlib import Path

from django.conf import settings

AXE = Path(settings.BASE_DIR) / "node_modules" / "axe-core" / "axe.min.js"
WIDTHS = (320, 1280)
PATIENCE = 20_000  # milliseconds


class Visitor:
    """One person at one browser; `scripts=False` is a browser without JavaScript."""

    def __init__(self, chromium, portal, *, scripts=True):
        self.portal, self.scripts = portal, scripts
        context = chromium.new_context(
            java_script_enabled=scripts, base_url=portal.base_url, accept_downloads=True, locale="en-GB"
        )
        context.set_default_timeout(PATIENCE)
        self.page = context.new_page()
        self.complaints = []
        self.page.on("console", lambda message: message.type == "error" and self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def open(self, address):
        self.page.goto(address)
        return self

    def press(self, role, name):
        """Press the link or button that a person finds by its words, and be on the page it leads to."""
        with self.page.expect_navigation():
            self.page.get_by_role(role, name=name, exact=True).first.click()
        return self

    def sign_in(self, email, password):
        self.open("/account/sign-in/")
        self.page.get_by_label("E-mail address").fill(email)
        self.page.get_by_label("Password", exact=True).fill(password)
        return self.press("button", "Sign in")

    @property
    def text(self):
        return self.page.locator("body").inner_text()

    def check_page(self):
        """Nothing wider than the screen, no complaint of the browser, no fault that axe finds: at 320 and 1280 px.

        axe is itself a script, so in a browser without JavaScript it is not asked.
        """
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 900})
            if self.scripts:
                assert self.faults() == [], f"{self.page.url} at {width} px"
            wide = self.page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{self.page.url} is {wide} px wide at {width} px"
        assert self.complaints == [], self.page.url

    def faults(self):
        """What axe finds: [(rule, first element)]."""
        self.page.evaluate(AXE.read_text())
        found = self.page.evaluate("async () => (await axe.run()).violations")
        return [(fault["id"], fault["nodes"][0]["html"]) for fault in found]

    def close(self):
        self.page.context.close()

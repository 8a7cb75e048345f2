"""What somebody does to a page: by pointing at things, or by the keyboard alone."""


class Hands:
    def __init__(self, visitor, *, by_key):
        self.visitor, self.page, self.by_key = visitor, visitor.page, by_key

    @property
    def text(self):
        return self.visitor.text

    def come_in(self, session):
        """With the session of somebody who has just signed in."""
        cookie = {"name": "session", "value": session, "url": self.visitor.portal.base_url, "httpOnly": True}
        self.page.context.add_cookies([cookie])
        return self

    def open(self, address):
        self.visitor.open(address)
        return self

    def check_page(self):
        # Whoever points meets the same pages, and has asked axe.
        self.visitor.check_page(with_axe=not self.by_key)
        return self

    def press(self, role, name):
        (self.visitor.press_by_key if self.by_key else self.visitor.press)(role, name)
        return self

    def fill(self, box, text):
        """`box`: what was found on the page."""
        if not self.by_key:
            box.fill(text)
            return
        self.visitor.reach(box)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)

    def fill_day(self, legend, day):
        boxes = self.page.get_by_role("group", name=legend)
        for label, number in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
            self.fill(boxes.get_by_label(label), str(number))

    def unfold(self, summary):
        """Where it is folded: without scripts, or on a phone."""
        head = self.page.locator("summary", has_text=summary)
        if head.locator("..").get_attribute("open") is not None:
            return
        if self.by_key:
            self.visitor.reach(head)
            self.page.keyboard.press("Enter")
        else:
            head.click()

    def tick(self, label):
        box = self.page.get_by_label(label, exact=True)
        if self.by_key:
            self.visitor.reach(box)
            self.page.keyboard.press("Space")
        else:
            box.check()

    def pick(self, label):
        """One of several, of which one can be had: the keyboard comes to one of them and goes on by arrows."""
        button = self.page.get_by_label(label, exact=True)
        if not self.by_key:
            button.check()
            return
        every = button.locator("xpath=ancestor::fieldset[1]//input")
        chosen = every.and_(self.page.locator(":checked"))
        self.visitor.reach(chosen if chosen.count() else every.first)
        while not button.is_checked():
            self.page.keyboard.press("ArrowDown")

    def choose(self, label, option):
        """In a list that opens."""
        box = self.page.get_by_label(label, exact=True)
        if self.by_key:
            self.visitor.reach(box)
            self.page.keyboard.type(option)
        else:
            box.select_option(label=option)

    def bring(self, label, path):
        """A file, by the window in which files are chosen."""
        box = self.page.get_by_label(label, exact=True)
        with self.page.expect_file_chooser() as chooser:
            if self.by_key:
                self.visitor.reach(box)
                self.page.keyboard.press("Enter")
            else:
                box.click()
        chooser.value.set_files(path)

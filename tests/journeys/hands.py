"""What somebody does to a page: by pointing at things, or by the keyboard alone."""


class Hands:
    def __init__(self, visitor, *, by_key):
        self.visitor, self.page, self.by_key = visitor, visitor.page, by_key

    def press(self, role, name):
        (self.visitor.press_by_key if self.by_key else self.visitor.press)(role, name)
        return self.visitor

    def fill(self, box, text):
        """`box`: what was found on the page."""
        if not self.by_key:
            box.fill(text)
            return
        box.focus()
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
            head.focus()
            self.page.keyboard.press("Enter")
        else:
            head.click()

    def tick(self, label):
        box = self.page.get_by_label(label, exact=True)
        if self.by_key:
            box.focus()
            self.page.keyboard.press("Space")
        else:
            box.check()

    def choose(self, label, option):
        """In a list that opens."""
        box = self.page.get_by_label(label, exact=True)
        if self.by_key:
            box.focus()
            self.page.keyboard.type(option)
        else:
            box.select_option(label=option)

    def bring(self, label, path):
        """A file, by the window in which files are chosen."""
        box = self.page.get_by_label(label, exact=True)
        with self.page.expect_file_chooser() as chooser:
            if self.by_key:
                box.focus()
                self.page.keyboard.press("Enter")
            else:
                box.click()
        chooser.value.set_files(path)

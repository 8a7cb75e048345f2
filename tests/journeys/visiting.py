"""Somebody who visits a home, phone in hand: what was arranged for them, and what they do to the form of a visit."""

from datetime import timedelta

from django.utils import timezone

from tests.journeys.hands import Hands

WIDTH, HEIGHT = 360, 740  # px
NARROWEST = 320

# What makes a report whole, part by part: {title of the part: {question: answer}}.
WHOLE = {
    "Your visit": {
        "Which part of the day was it?": "After school or evening",
        "Did you show your council card and sign the visitors’ book?": "Yes",
    },
    "Who was there": {
        "How many children live here now?": "3",
        "How many children did you meet?": "2",
        "How many staff were there?": "2",
    },
    "Arriving": {"Would you be glad to come home to this place?": "Mostly"},
    "The home": {"What is broken, and how long has it been?": "The garden gate, since the summer."},
    "What children told you": {
        "How many children did you talk with?": "2",
        "What did they ask you to do?": "A desk of their own for homework.",
    },
    "Living here": {"Do children choose what is for tea?": "Sometimes"},
    "Staff and safety": {"Do the same people stay?": "Mostly"},
    "Points to be answered": {},
    "Good enough for my own child?": {
        "Would this be good enough for my own child?": "Mostly",
        "Why?": "Warm and lively. Nobody should have to ask for a banana.",
    },
}


class Arranged:
    """What tests.journeys.homes printed. `people` and `sessions` by part: officer, lead, second, manager."""

    def __init__(self, printed):
        self.home, self.urn, self.visit, self.report = (printed[name] for name in ("home", "urn", "visit", "report"))
        self.people = {part: name for part, (name, _, _) in printed["people"].items()}
        self.emails = {part: email for part, (_, email, _) in printed["people"].items()}
        self.sessions = {part: session for part, (_, _, session) in printed["people"].items()}


class Phone(Hands):
    """Hands at a phone 360 px wide."""

    def __init__(self, visitor, *, by_key=False):
        super().__init__(visitor, by_key=by_key)
        self.page.set_viewport_size({"width": WIDTH, "height": HEIGHT})

    def check_page(self):
        self.visitor.check_page(with_axe=False, widths=[NARROWEST])
        self.visitor.check_page(with_axe=not self.by_key, widths=[WIDTH])
        self.page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
        return self

    @property
    def heading(self):
        return self.page.locator("h1:visible").inner_text()

    def answer(self, question, said):
        """A question of the form: one of its choices, a number or words."""
        group = self.page.get_by_role("group", name=question, exact=True)
        if group.count():
            self.choose_one(group, said)
        else:
            self.fill(self.page.get_by_label(question, exact=True), said)
        return self

    def choose_one(self, group, said):
        button = group.get_by_label(said, exact=True)
        if not self.by_key:
            button.check()
            return
        every = group.get_by_role("radio")
        chosen = every.and_(self.page.locator(":checked"))
        self.visitor.reach(chosen if chosen.count() else every.first)
        if not chosen.count():
            self.page.keyboard.press("Space")
        while not button.is_checked():
            self.page.keyboard.press("ArrowDown")

    def fill_part(self, title, more=(), verb="Save and go on"):
        """Answer what WHOLE has for the part that is open, and `more`, and go on."""
        assert self.heading == title
        for question, said in {**WHOLE[title], **dict(more)}.items():
            self.answer(question, said)
        if title == "Your visit":
            self.fill_day("When did you visit?", timezone.localdate())
        return self.press("button", verb)

    def fill_form(self):
        """From the first part to the page on which all of it is looked through."""
        for title in WHOLE:
            self.fill_part(title)
        assert self.heading == "Look it through, then send it"
        return self

    def add_point(self, title, saw, theme="A settled home", severity="Soon"):
        """From the part about points, and back to it."""
        return self.press("link", "Add a point").write_point(title, saw, theme, severity)

    def write_point(self, title, saw, theme="A settled home", severity="Soon"):
        """On the page of a point."""
        self.answer("In a few words", title).answer("What did you see or hear?", saw)
        self.choose("What is it about?", theme)
        self.answer("How soon must it change?", severity)
        return self.press("button", "Keep this point")

    def pass_on(self, service):
        """On the page on which it is recorded that somebody was told of a worry, yesterday at half past nine."""
        self.answer("Which service did you tell?", service)
        self.fill_day("Which day?", timezone.localdate() - timedelta(days=1))
        clock = self.page.get_by_label("At what time?")
        self.fill(clock, "0930AM" if self.by_key else "09:30")
        return self.press("button", "Record that it was passed on")

    def send(self):
        """From the page on which it is looked through."""
        self.tick("Nobody can tell from my words who a child is")
        return self.press("button", "Send this report")

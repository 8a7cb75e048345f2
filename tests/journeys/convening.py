"""A committee and its agenda as journeys meet them: what was arranged, papers to send in, and a reader's phone."""

from datetime import date

from tests.documents import pdf_of
from tests.installation import wait_until
from tests.journeys.hands import Hands

PHONE = (390, 844)  # px
BOUND = 60  # seconds: the worker binds an agenda


class Convened:
    """What tests.journeys.committees printed. `people` and `sessions` by part: officer, second, member, chair."""

    def __init__(self, printed):
        self.body, self.slug, self.looks = printed["body"], printed["slug"], printed["looks"]
        self.meeting, self.agenda = printed["meeting"], printed["agenda"]
        self.day = date.fromisoformat(printed["day"]) if printed["day"] else None
        self.people = {part: name for part, (name, _, _) in printed["people"].items()}
        self.sessions = {part: session for part, (_, _, session) in printed["people"].items()}


class Reader(Hands):
    """Hands at a phone 390 px wide."""

    def __init__(self, visitor):
        super().__init__(visitor, by_key=False)
        self.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})

    def check_page(self):
        self.visitor.check_page(widths=[PHONE[0]])
        return self


def written(folder, name, *sheets):
    """A PDF of a page a text, as a person has it on their disk."""
    path = folder / f"{name}.pdf"
    path.write_bytes(pdf_of(*sheets))
    return path


def wait_for_publication(officer):
    """On the page of a publication: look again until the worker has bound it."""

    def is_out():
        officer.page.reload()
        return "It is published." in officer.text

    wait_until(is_out, timeout=BOUND, what="the agenda is bound and published")
    return officer


def download(reader, name):
    """The bytes behind a link, and the name under which they are kept."""
    with reader.page.expect_download() as coming:
        reader.page.get_by_role("link", name=name, exact=True).first.click()
    return coming.value.path().read_bytes(), coming.value.suggested_filename

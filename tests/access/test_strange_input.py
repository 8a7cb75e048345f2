"""Nothing that somebody types into an address or a form breaks a page: it is refused in words, or simply not there."""

from html.parser import HTMLParser

import pytest
from django.http import QueryDict
from django.urls import reverse

from members.roles import ADMINISTRATOR, BUILT_IN
from tests.access import examples_of_everything  # noqa: F401  (it registers them)
from tests.access.examples import arguments_of
from tests.access.table import OF_MEMBERS, OF_PLEDGES
from tests.factories.members import AppointmentFactory, CouncilFactory
from tests.plugins.people import PersonsClient

pytestmark = pytest.mark.django_db

STRANGE = [
    "a\0b",
    "\N{REPLACEMENT CHARACTER}\u202e",
    "9" * 40,
    "-1",
    "0",
    "9999",
    "[]",
    "é" * 50_000,
    "=1+1",
    "1e999",
    "👩‍👧 ❤",
]
HALF = "%ED%A0%80"  # half of a sign, which is no text
WORDS = [
    "page",
    "year",
    "when",
    "role",
    "body",
    "state",
    "status",
    "level",
    "kind",
    "id",
    "text",
    "search",
    "successor",
    "about",
    "period",
    "theme",
    "source",
    "owner",
    "late",
    "need",
    "age",
]
# What signs the visitor out, prints for half a second, or is a picture.
LEFT_OUT = {"members:session-end", "members:statement-pdf", "members:council-mark", "pledges:drawing-picture"}
ADDRESSES = sorted((OF_MEMBERS | OF_PLEDGES).keys() - LEFT_OUT)


class Fields(HTMLParser):
    """The names of a page's fields, each with what stands in it."""

    def __init__(self):
        super().__init__()
        self.found = {}

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        if tag in ("input", "select", "textarea", "button") and said.get("name"):
            self.found.setdefault(said["name"], said.get("value") or "")


@pytest.fixture
def everything(db):
    """Somebody with every role."""
    CouncilFactory()
    person = AppointmentFactory(role__slug=ADMINISTRATOR).person
    for role in BUILT_IN.keys() - {ADMINISTRATOR}:
        AppointmentFactory(person=person, role__slug=role)
    return PersonsClient(person)


def fields_of(answer):
    reader = Fields()
    if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
        reader.feed(answer.content.decode())
    return {name: value for name, value in reader.found.items() if name != "csrfmiddlewaretoken"}


def query_of(strange):
    query = QueryDict(mutable=True)
    query.update(dict.fromkeys(WORDS, strange))
    return query.urlencode()


@pytest.mark.parametrize("name", ADDRESSES)
def test_strange_address(name, everything):
    path = reverse(name, kwargs=arguments_of(name))
    answers = [everything.get(f"{path}?{query_of(strange)}").status_code for strange in STRANGE]
    assert [code for code in answers if code >= 500] == []


@pytest.mark.parametrize("name", ADDRESSES)
def test_strange_form(name, everything):
    path = reverse(name, kwargs=arguments_of(name))
    fields = fields_of(everything.get(path))
    sent = [{}] + [dict.fromkeys(fields, strange) for strange in STRANGE if fields]
    answers = [everything.post(path, data).status_code for data in sent]
    assert [code for code in answers if code >= 500] == []


@pytest.mark.parametrize("name", ADDRESSES)
def test_bytes_that_are_no_text(name, everything):
    path = reverse(name, kwargs=arguments_of(name))
    fields = fields_of(everything.get(path))
    sent = "&".join(f"{field}={HALF}" for field in fields)
    answers = [
        everything.get(f"{path}?" + "&".join(f"{word}={HALF}" for word in WORDS)),
        everything.post(path, sent, content_type="application/x-www-form-urlencoded"),
    ]
    assert [answer.status_code for answer in answers if answer.status_code >= 500] == []

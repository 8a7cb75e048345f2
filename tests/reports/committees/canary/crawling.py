"""Everything that a visitor can reach, and every word that can be read out of what they get."""

import re
import subprocess
from collections import deque
from html import unescape
from html.parser import HTMLParser
from io import BytesIO
from typing import NamedTuple
from urllib.parse import urldefrag, urljoin, urlsplit

from django.apps import apps
from django.urls import NoReverseMatch, reverse
from pikepdf import Array, Dictionary, Name, Pdf, PdfError, Stream
from pikepdf import String as PdfString

from reports.committees.urls import SUBJECTS

LEFT_OUT = re.compile(r"/static/|/account/|/meetings/calendar/\d+/")  # nothing of a meeting, or without end
MOST = 5_000


class Links(HTMLParser):
    def __init__(self, said):
        super().__init__()
        self.found = []
        self.feed(said)

    def handle_starttag(self, tag, attrs):
        self.found += [value for name, value in attrs if name in ("href", "src", "action", "data-url") and value]


class Found(NamedTuple):
    status: int
    kind: str  # text/html
    words: str  # in small letters


def everything_of(client, *starts):
    """{address: Found} of `starts` and of all that is linked from there, to the end; GET only."""
    seen, waiting = {}, deque(starts)
    while waiting:
        address = waiting.popleft()
        if address in seen or LEFT_OUT.search(address):
            continue
        assert len(seen) < MOST, f"There is no end of it: {address}"
        answer = client.get(address)
        kind = answer.headers.get("Content-Type", "").partition(";")[0]
        seen[address] = Found(answer.status_code, kind, words_in(answer))
        if answer.headers.get("Location"):
            waiting.append(on_the_portal(address, answer.headers["Location"]))
        if kind == "text/html":
            waiting += [on_the_portal(address, link) for link in Links(answer.content.decode()).found]
        waiting = deque(one for one in waiting if one)
    return seen


def on_the_portal(address, link):
    """The address that `link` on the page at `address` leads to; "" for one that leads elsewhere."""
    parts = urlsplit(urldefrag(urljoin(f"http://testserver{address}", link)).url)
    if parts.scheme not in ("http", "https") or parts.netloc not in ("testserver", "localhost:8000", "localhost"):
        return ""
    return parts.path + (f"?{parts.query}" if parts.query else "")


def addresses_of_committees():
    """Each address of the committees app for each row of each of its models, whether it is meant for it or not."""
    names = [line.name for subject in SUBJECTS for line in subject.urlpatterns]
    ids = [
        row
        for model in apps.get_app_config("committees").get_models()
        if any(field.name == "public_id" for field in model._meta.fields)
        for row in model.objects.values_list("public_id", flat=True)
    ]
    slugs = list(apps.get_model("members", "Body").objects.values_list("slug", flat=True))
    given = [{}, *({"public_id": one} for one in ids), *({"slug": one} for one in slugs)]
    for name in names:
        for kwargs in given:
            try:
                yield reverse(f"committees:{name}", kwargs=kwargs)
            except NoReverseMatch:
                continue


def words_in(answer):
    """All that can be read out of an answer, in small letters: headers, bytes, and what is folded away in a PDF."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    said = [f"{name}: {value}" for name, value in answer.headers.items()]
    said += [content.decode("utf-8", "replace"), content.decode("utf-16-be", "replace")]
    said += [unescape(said[-2]), said[-2].replace("\r\n ", "")]
    if content.startswith(b"%PDF"):
        said += words_of_pdf(content)
    return "\n".join(said).lower()


def words_of_pdf(content):
    """Its text as it is read, and each string, name and stream of it, metadata and bookmarks too, decompressed."""
    with Pdf.open(BytesIO(content)) as pdf:
        for thing in [*pdf.objects, pdf.trailer]:
            yield from words_of_object(thing)
    yield subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True).stdout.decode()


def words_of_object(thing):
    """What `thing` holds itself; what it refers to is an object of its own."""
    if isinstance(thing, Stream):
        content = stream_of(thing)
        yield content.decode("utf-8", "replace")
        yield content.decode("utf-16-be", "replace")
    if isinstance(thing, (PdfString, Name)):
        yield str(thing)
    elif isinstance(thing, (Dictionary, Stream)):
        yield from thing.keys()
        yield from within(value for _, value in thing.items())
    elif isinstance(thing, Array):
        yield from within(thing)


def stream_of(thing):
    """Decompressed; a picture as it is."""
    try:
        return thing.read_bytes()
    except PdfError:
        return thing.read_raw_bytes()


def within(things):
    for thing in things:
        if not getattr(thing, "is_indirect", False):
            yield from words_of_object(thing)


def places_of(word):
    """“app.model.field” of each column of the database that holds `word`."""
    return {
        f"{model._meta.label_lower}.{name}"
        for model in apps.get_models(include_auto_created=True)
        for row in model._base_manager.values()
        for name, value in row.items()
        if word.lower() in str(value).lower()
    }

"""The product under measurement: the invented council with 25 published editions, and where its pages are.

This is the one place that knows the product's models and addresses.
"""

import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import timedelta

EDITIONS = 25


@dataclass(frozen=True)
class Address:
    """A page, how many queries it asks, how many bytes it sends, and the cookie of whoever may see it.

    `is_cold`: to be asked for where nothing is remembered.
    """

    path: str
    queries: int
    size: int
    cookie: str = ""
    is_cold: bool = False


def migrate() -> None:
    subprocess.run([sys.executable, "manage.py", "migrate", "--verbosity", "0"], check=True)


def seed_people() -> None:
    """The invented council without its figures and its pack."""
    from members import invented
    from pledges import invented as invented_pledges
    from reports.committees import invented as invented_committees
    from reports.packs import seed
    from visits import invented as invented_visits

    seed.council()
    invented.people()
    invented.years()
    invented_pledges.years()
    invented_visits.years()
    invented_committees.years()


def seed() -> None:
    """The invented council, its pack built by a real worker, as `make demo` does it."""
    worker = subprocess.Popen(
        [sys.executable, "-m", "celery", "-A", "corpparent", "worker", "--concurrency", "1", "--loglevel", "error"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        subprocess.run([sys.executable, "manage.py", "seed"], check=True, stdout=subprocess.DEVNULL)
    finally:
        worker.terminate()
        worker.wait(timeout=60)


def start_django() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "corpparent.settings"
    import django

    django.setup()


def newest_edition():
    """The public edition of the council's own newest pack."""
    from reports.packs.models import Edition

    public = Edition.objects.filter(audience=Edition.Audience.PUBLIC, pack__is_own=True)
    return public.select_related("pack__area").order_by("pk").last()


def imprint_of(edition):
    """What `edition` says of itself, as its template takes it."""
    from members.models import Council
    from reports.packs import editions

    council = Council.current()
    return editions.TEMPLATES[edition.template].Imprint(
        edition=edition.get_audience_display(),
        audience=edition.audience,
        fingerprint=editions.fingerprint(edition.facts),
        head=edition.head,
        built_at=edition.built_at,
        pine=council.pine,
        sun=council.sun,
    )


def fill() -> None:
    """Publish the newest edition, and earlier ones like it until there are 25: a list is measured by its rows."""
    from members.models import Person
    from reports.packs.models import Edition

    newest, publisher = newest_edition(), Person.objects.first()
    for years in range(1, EDITIONS + 1 - Edition.objects.published().filter(pack__is_own=True).count()):
        copy(newest, years, publisher)


def copy(edition, years: int, publisher) -> None:
    """An edition like `edition`, `years` before it."""
    from corpparent.models import StoredFile
    from reports.packs.models import Edition, Leaf, Pack

    pack, leaves = edition.pack, edition.leaves.all()
    start = int(pack.period[:4]) - years
    earlier = Pack.objects.create(
        area=pack.area,
        is_own=True,
        period=f"{start}-{(start + 1) % 100:02}",
        facts=pack.facts,
        frozen_at=pack.frozen_at,
        asked_at=pack.asked_at,
    )
    stored = StoredFile.write([edition.file.path.read_bytes(), str(years).encode()])
    like = Edition.objects.create(
        pack=earlier,
        audience=edition.audience,
        template=edition.template,
        facts=edition.facts,
        file=stored,
        pages=edition.pages,
        size=stored.size,
        sha256=stored.sha256,
        head=edition.head,
        built_at=edition.built_at,
    )
    Leaf.objects.bulk_create(
        Leaf(edition=like, number=leaf.number, slug=leaf.slug, title=leaf.title, html=leaf.html) for leaf in leaves
    )
    like.status = Edition.Status.PUBLISHED
    like.published_at, like.published_by = edition.built_at + timedelta(hours=1), publisher
    like.save()


def addresses() -> dict[str, Address]:
    """The pages of PERFORMANCE's table that anyone may read."""
    from django.urls import reverse

    from reports.packs.models import Leaf

    # A page of figures, not the summary: the first part that has a chart.
    leaf = Leaf.objects.filter(edition__status="published", html__contains="<svg").order_by("pk").last()
    return {
        "public list": address(reverse("packs:pack-list")),
        "public detail": address(leaf.get_absolute_url()),
        "health": address("/health/"),
    }


def addresses_of_duties() -> dict[str, Address]:
    """The matrix, asked for those who are late so that everybody's duties are read, and one statement."""
    from django.urls import reverse

    from members.models import Person

    amina = Person.objects.get(email="amina@larchford.example")
    return {
        "matrix of duties": address(reverse("members:duty-matrix") + "?state=late", by="ruth"),
        "statement": address(reverse("members:statement-detail", args=[amina.public_id]), by="amina"),
    }


def addresses_of_directory() -> dict[str, Address]:
    """Its first page, for the administrator."""
    from django.urls import reverse

    return {"directory": address(reverse("members:person-list"), by="joan")}


def addresses_of_pledges() -> dict[str, Address]:
    """The register and what was heard for somebody signed in; what was promised, said and offered for everybody."""
    from django.urls import reverse

    from members.models import Body
    from pledges.models import Promise

    body = Body.objects.exclude(actions=None).order_by("pk").first()
    promise = Promise.objects.filter(pledge__status="live", progress__isnull=False).order_by("pk").first()
    register = reverse("pledges:action-list")
    return {
        "actions": address(register, by="amina"),
        "actions, all": address(f"{register}?status=all", by="amina"),
        "my actions": address(reverse("pledges:action-mine"), by="amina"),
        "a body's actions": address(f"{register}?body={body.slug}", by="amina"),
        "what was heard": address(reverse("pledges:voice-list"), by="amina"),
        "public pledge": address(reverse("pledges:our-pledge-of", args=[promise.pledge.group])),
        "public promise": address(reverse("pledges:promise-public", args=[promise.public_id])),
        "you said, we did": address(reverse("pledges:you-said")),
        "local offer": address(reverse("pledges:local-offer") + "?need=money"),
    }


def addresses_of_coverage() -> dict[str, Address]:
    """How homes are visited this year, with and without what is remembered."""
    from django.urls import reverse

    path = reverse("visits:coverage-detail")
    return {"coverage": address(path, by="ruth"), "coverage, cold": address(path, by="ruth", is_cold=True)}


def addresses_of_visits() -> dict[str, Address]:
    """The lists that visits fill."""
    from django.urls import reverse

    return {
        "visits": address(reverse("visits:visit-list"), by="ruth"),
        "rota": address(reverse("visits:rota-list"), by="amina"),
        "homes": address(reverse("visits:home-list"), by="delphine"),
    }


def addresses_of_meetings() -> dict[str, Address]:
    """What everybody reads of meetings and their papers, in programs too, and how a member reads a meeting."""
    from django.urls import reverse

    from bench.meetings import RARE, SEARCHED
    from reports.committees.models import Meeting, Paper

    meeting = Meeting.objects.filter(body__slug="panel-0", status="held").earliest("-meets_on")
    papers = reverse("committees:paper-list")
    words = SEARCHED.replace(" ", "+")
    return {
        "meetings": address(reverse("committees:meeting-list")),
        "past meetings": address(reverse("committees:meeting-list") + "?when=past"),
        "meeting": address(meeting.get_absolute_url()),
        "body that meets": address(reverse("committees:committee-detail", args=[meeting.body.slug])),
        "papers": address(papers),
        "paper": address(Paper.objects.filter(item__meeting=meeting, access="open").earliest("pk").get_absolute_url()),
        "search, rare": address(f"{papers}?search={RARE}"),
        "search, common": address(f"{papers}?search={words}"),
        "decisions": address(reverse("committees:decision-list")),
        "papers as Atom": address(reverse("committees:paper-feed")),
        "calendar": address(reverse("committees:calendar-feed")),
        "meeting, member": address(meeting.get_absolute_url(), by="amina"),
        "papers, member": address(papers, by="amina"),
        "search, member": address(f"{papers}?search={RARE}", by="amina"),
    }


def address(path: str, by: str = "", is_cold: bool = False) -> Address:
    """Ask for `path` twice, as anybody or signed in: the second time, unless it `is_cold`, what is remembered is
    remembered.

    Raises RuntimeError unless it answers 200.
    """
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from corpparent import remembered

    client = Client(headers={"host": "127.0.0.1"})
    if by:
        sign_in(client, by)
    client.get(path)
    if is_cold:
        remembered._kept.clear()
    with CaptureQueriesContext(connection) as queries:
        response = client.get(path)
    if response.status_code != 200:
        raise RuntimeError(f"{path} answered {response.status_code}.")
    session = client.cookies.get(settings.SESSION_COOKIE_NAME)
    cookie = f"{session.key}={session.value}" if by else ""
    return Address(path, len(queries), len(response.content), cookie, is_cold)


def sign_in(client, who: str) -> None:
    """As the portal does after a password and a code."""
    import time

    from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY as METHODS

    from members.models import Person

    person = Person.objects.get(email=f"{who}@larchford.example")
    client.force_login(person)
    session = client.session
    session[METHODS] = [{"method": method, "at": time.time()} for method in ("password", "mfa")]
    session[f"{METHODS}_user"] = str(person.pk)
    session.save()

"""A list of councillors on its way: brought or fetched, read, waiting to be looked at. Nobody is changed here."""

import hashlib
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.timezone import localdate

from corpparent import jobs
from corpparent.jobs import JobRefused, Running
from corpparent.models import Event
from members import rules
from members.events import FEED_ASKED_FOR, FEED_DROPPED, FEED_READ, FEED_REFUSED
from members.feeds import Feed, FeedRefused, read
from members.feeds.fetching import checked, fetch
from members.models import MemberImport, Person

FETCH = "fetch-members"
ASKING, READING = "Asking for the list", "Reading it"
Status = MemberImport.Status


def read_feed(*, content: bytes, name: str, form: str, by: Person | None, at: datetime) -> MemberImport:
    """Read a list of councillors (`form`: moderngov or csv) and keep what is public in it, waiting.

    The same bytes, while they wait, join the first. Raises FeedRefused, and then nothing was kept; NotAllowed.
    """
    check_bringer(by, at)
    found = read(content, form)
    sha256 = hashlib.sha256(content).hexdigest()
    with transaction.atomic():
        waiting = MemberImport.objects.filter(sha256=sha256, form=form, status=Status.READY).first()
        if waiting:
            return waiting
        feed = MemberImport(form=form, name=clean_name(name), brought_by=by, brought_at=at)
        return keep(feed, found, sha256, by=by, at=at)


@transaction.atomic
def ask_for_feed(*, address: str, form: str, by: Person, at: datetime) -> MemberImport:
    """Ask for a list to be fetched from `address`. Raises FeedRefused where it may not be asked; NotAllowed."""
    check_bringer(by, at)
    checked(address, settings.MEMBER_FEED_HOSTS)
    waiting = MemberImport.objects.filter(name=address, form=form, status=Status.FETCHING).first()
    if waiting:
        return waiting
    feed = MemberImport.objects.create(form=form, name=address, status=Status.FETCHING, brought_by=by, brought_at=at)
    jobs.ask(kind=FETCH, key=str(feed.public_id), subject=feed.reference, by_id=by.public_id, at=at)
    Event.record(FEED_ASKED_FOR, about=feed.reference, by=by, at=at, details={"form": form})
    return feed


def fetch_feed(running: Running) -> None:
    """The job `fetch-members`: fetch the list and read it. Raises JobRefused where it was dropped meanwhile."""
    feed = MemberImport.objects.get(public_id=running.job.subject_id)
    running.plan(ASKING, READING)
    try:
        receive(running, feed, fetch(feed.name, settings.MEMBER_FEED_HOSTS))
    except FeedRefused as refusal:
        with running.finish("The list was refused."):
            refuse(still_fetching(feed), str(refusal), at=timezone.now())


def receive(running: Running, feed: MemberImport, content: bytes) -> None:
    """Read what arrived and keep it, waiting. Raises FeedRefused, JobRefused."""
    running.step_done(ASKING)
    found = read(content, feed.form)
    with running.finish("The list has been read. Look at what it would change."):
        feed = still_fetching(feed)
        keep(feed, found, hashlib.sha256(content).hexdigest(), by=feed.brought_by, at=timezone.now())


@transaction.atomic
def drop_feed(*, feed: MemberImport, by: Person, at: datetime) -> MemberImport:
    """Put a list away without taking it in; its rows are removed. Twice is once. Raises NotAllowed."""
    check_bringer(by, at)
    feed = MemberImport.objects.select_for_update().get(pk=feed.pk)
    if feed.status == Status.DROPPED:
        return feed
    rules.check_can_drop_feed(feed)
    feed.status, feed.ended_at, feed.rows, feed.findings = Status.DROPPED, at, [], []
    feed.save()
    Event.record(FEED_DROPPED, about=feed.reference, by=by, at=at)
    return feed


def keep(feed: MemberImport, found: Feed, sha256: str, *, by: Person | None, at: datetime) -> MemberImport:
    """Write what was read, waiting for somebody, inside the caller's transaction."""
    feed.status, feed.sha256 = Status.READY, sha256
    feed.rows = [councillor.as_json() for councillor in found.councillors]
    feed.findings = [finding.as_json() for finding in found.findings]
    feed.save()
    details = {"form": feed.form, "sha256": sha256, "people": len(found.councillors)}
    Event.record(FEED_READ, about=feed.reference, by=by, at=at, details=details)
    return feed


def refuse(feed: MemberImport, sentence: str, *, at: datetime) -> None:
    """End a list that is no good, inside the caller's transaction."""
    feed.status, feed.ended_at, feed.refused_because = Status.REFUSED, at, sentence[:500]
    feed.save()
    Event.record(FEED_REFUSED, about=feed.reference, by=feed.brought_by, at=at)


def still_fetching(feed: MemberImport) -> MemberImport:
    """The row, locked. Raises JobRefused where somebody dropped it while it was being fetched."""
    feed = MemberImport.objects.select_for_update(of=("self",)).select_related("brought_by").get(pk=feed.pk)
    if feed.status != Status.FETCHING:
        raise JobRefused("The list was dropped before it arrived.")
    return feed


def check_bringer(by: Person | None, at: datetime) -> None:
    """Raise NotAllowed unless `by` is the administrator on that day, or the portal itself."""
    if by is not None:
        rules.check_can_bring_councillors(by.standing_on(localdate(at)))


def clean_name(name: str) -> str:
    """A file's name without folders and control characters, at most 100 characters; for people, never for a path."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(mark for mark in last if mark.isprintable()).strip()[-100:] or "file"

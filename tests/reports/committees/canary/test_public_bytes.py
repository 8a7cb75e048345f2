"""A word that is kept from the public, wherever it may stand, is in no byte that the public gets.

The same crawl finds the word for a member of the body: so it would have found it for the public.
"""

import logging
import re

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from corpparent import notices
from corpparent.models import Notice
from tests.plugins.people import PersonsClient
from tests.reports.committees.canary import told
from tests.reports.committees.canary.crawling import addresses_of_committees, everything_of, places_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

STARTS = ("/", "/meetings/", "/meetings/?when=past", "/papers/", "/decisions/", "/forward-plan/")
SEARCHES = ("/papers/?search={}", "/meetings/?body={}", "/decisions/?kind={}", "/?q={}")
KEPT = {  # where the portal keeps the word: nothing else of it holds it, least of all the record and what is sent
    "committees.agendaitem.interest",
    "committees.agendaitem.note",
    "committees.agendaitem.presenter",
    "committees.agendaitem.title",
    "committees.agendapack.contents",
    "committees.backgroundpaper.title",
    "committees.backgroundpaper.where",
    "committees.clearance.refused_because",
    "committees.decision.alternatives",
    "committees.decision.conflicts",
    "committees.decision.dispensations",
    "committees.decision.interest",
    "committees.decision.reasons",
    "committees.decision.title",
    "committees.decision.votes",
    "committees.interest.what",
    "committees.minute.exempt_text",
    "committees.minutechange.exempt_text_before",
    "committees.paper.interest",
    "committees.paper.replaced_because",
    "committees.paper.summary",
    "committees.paper.title",
    "committees.question.answer",
    "committees.question.asked",
    "pledges.action.title",
    "pledges.action.why",
}


@pytest.fixture
def logged(caplog):
    caplog.set_level(logging.DEBUG)
    return caplog


def holding(found, word):
    """Addresses of `found` that say `word`."""
    return sorted(address for address, one in found.items() if word.lower() in one.words)


def said_for(client, search, word):
    """What a search for `word` answers, without the word itself and what is different in every answer."""
    said = client.get(search.format(word)).content.decode()
    return re.sub(r'nonce="[^"]*"|name="csrfmiddlewaretoken" value="[^"]*"', "", said.replace(word, "…"))


def test_what_is_kept_from_the_public_is_in_no_public_byte(logged, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        what = told.everything()
    public = Client()
    found = everything_of(public, *STARTS, *addresses_of_committees())
    assert [holding(found, word) for word in (told.EXEMPT, told.CLOSED, told.OWN)] == [[], [], []]
    read = [address for address, one in found.items() if one.status == 200]
    assert {found[address].kind for address in read} >= {
        "text/html",
        "application/pdf",
        "text/calendar",
        "application/atom+xml",
    }
    assert what.meeting.get_absolute_url() in read
    for search in SEARCHES:
        assert said_for(public, search, told.EXEMPT) == said_for(public, search, "Unbekannteswort")

    stranger = everything_of(PersonsClient(what.stranger), *STARTS, *addresses_of_committees())
    assert [holding(stranger, word) for word in (told.EXEMPT, told.CLOSED, told.OWN)] == [[], [], []]

    neighbour = everything_of(PersonsClient(what.neighbour), *STARTS)
    assert holding(neighbour, told.OWN) == []
    places = {re.sub(r"[0-9a-f-]{36}", "…", address.partition("?")[0]) for address in holding(neighbour, told.EXEMPT)}
    assert places >= {
        what.meeting.get_absolute_url(),
        "/papers/",
        "/papers/…/",
        "/papers/…/pdf/",
        "/agenda-packs/…/",
        "/agenda-packs/…/pdf/",
        "/decisions/",
        "/decisions/…/",
        "/questions/…/",
        "/meetings/…/reading/",
    }
    own = everything_of(PersonsClient(what.member), f"/meetings/{what.meeting.public_id}/reading/")
    assert holding(own, told.OWN) != []
    assert places_of(told.EXEMPT) == KEPT
    assert places_of(told.OWN) == {"committees.note.text"}
    send_all()
    assert mail.outbox
    assert [one.subject for one in mail.outbox if told.EXEMPT in str(one.message())] == []
    assert [one.getMessage() for one in logged.records if told.EXEMPT in one.getMessage() and is_ours(one)] == []


def is_ours(record):
    """The factories of tests say what they make."""
    return not record.name.startswith("factory")


def send_all():
    while notice := notices.claim(timezone.now()):
        notices.deliver(notice, timezone.now())
    assert not Notice.objects.filter(status=Notice.Status.WAITING).exists()

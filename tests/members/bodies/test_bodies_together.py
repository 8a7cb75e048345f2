"""Several people press at the same moment, on real connections."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from corpparent.models import Event
from members import services
from members.models import Body, TermsOfReference
from tests.factories.bodies import BodyFactory
from tests.factories.corpparent import NOW

pytestmark = pytest.mark.django_db(transaction=True)

BOARD = {"name": "Board", "kind": "board", "regime": "informal", "starts_on": date(2020, 5, 20)}


def together(deeds):
    """Every deed in a thread of its own, all begun at once: what each refused says, sorted."""
    begin = Barrier(len(deeds))

    def run(deed):
        begin.wait()
        try:
            deed()
        except ValidationError as refusal:
            return " ".join(refusal.messages)
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(len(deeds)) as threads:
        return sorted(threads.map(run, deeds))


def test_four_bodies_that_would_lead_at_once(council):
    said = together([lambda: services.add_body(by=None, at=NOW, is_corporate_parenting=True, **BOARD)] * 4)
    assert said == ["", *["Board leads on it. Change that first: only one body can lead."] * 3]
    assert (Body.objects.count(), Event.objects.count()) == (1, 1)


def test_four_bodies_of_one_name_at_once_have_an_address_each(council):
    together([lambda: services.add_body(by=None, at=NOW, **BOARD)] * 4)
    assert sorted(Body.objects.values_list("slug", flat=True)) == ["board", "board-2", "board-3", "board-4"]


def test_terms_adopted_twice_at_once_are_one_version(council):
    terms = {"text": "Anew.", "adopted_on": date(2024, 5, 20), "adopted_by": "Full Council"}
    body = BodyFactory()
    adopt = [lambda: services.adopt_terms(body=body, review_on=date(2025, 5, 20), by=None, at=NOW, **terms)] * 4
    assert together(adopt) == [""] * 4
    assert (TermsOfReference.objects.count(), Event.objects.count()) == (1, 1)


def test_two_who_set_words_at_once(council):
    words = [{"pledge": "covenant"}, {"pledge": "vow"}]
    set_words = [lambda one=one: services.set_words(words=one, version=1, by=None, at=NOW) for one in words]
    said = together(set_words)
    assert said[0] == ""
    assert said[1].startswith("Somebody else changed this while you had it open.")

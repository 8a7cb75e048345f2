"""A form that is filled in right is done for whom the table says, and for nobody else."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from tests.access import examples_of_everything  # noqa: F401  (it registers them)
from tests.access.asking import ask
from tests.access.examples import arguments_of
from tests.access.filling import filled
from tests.access.table import OF_PLEDGES, ROTA, VISITS
from tests.factories.pledges import PromiseFactory

pytestmark = pytest.mark.django_db
FILES = {"pledges:drawing-create", "pledges:pledge-import-create"}  # which are sent in another way
OURS = OF_PLEDGES | VISITS | ROTA
FORMS = sorted(name for name, access in OURS.items() if access.do and access.look and name not in FILES)


def day(name, days):
    on = localdate() + timedelta(days=days)
    return {f"{name}_0": on.day, f"{name}_1": on.month, f"{name}_2": on.year}


# Where the first choice everywhere is not a right one; None: left out.
MORE = {
    "pledges:challenge-create": lambda: day("answer_by", 9),
    "pledges:offer-create": lambda: {"from_age": 16, "to_age": 25},
    "pledges:pledge-create": lambda: day("ends_on", 900),
    "pledges:pledge-publish": lambda: day("review_on", 90),
    "visits:home-create": lambda: {"urn": "SC900431", "places": 4, "visits_a_year": ""},
    "visits:home-update": lambda: {"visits_a_year": 12, "no_address": None, "no_phone": None},
    "visits:inspection-create": lambda: {"requirements": 2},
    "visits:inspection-update": lambda: {"requirements": 2},
    "visits:independent-visit-create": lambda: {"recommendations": 0},
}
# Forms that write over what somebody else may have written meanwhile.
OVER = ["action-give", "action-move", "easy-read-update", "offer-update", "pledge-update", "promise-update"]
OVER = [f"pledges:{name}" for name in [*OVER, "times-update", "voice-update"]]
FOUND = ["care-review-update", "home-update", "independent-visit-update", "inspection-update"]
OVER += [f"visits:{name}" for name in [*FOUND, "point-tell", "slot-plan", "times-update"]]


def filled_for(name, page):
    """What is sent at `name` by somebody who takes the first choice everywhere that is right."""
    sent = filled(page.content.decode()) | MORE.get(name, dict)()
    return {field: value for field, value in sent.items() if value is not None}


def address_of(name):
    path = reverse(name, kwargs=arguments_of(name))
    return f"{path}?about=promise:{PromiseFactory().public_id}" if name == "pledges:shortfall-create" else path


@pytest.mark.parametrize("name", FORMS)
def test_done_for_those_who_may_and_refused_to_all_others(name, visitors, handler):
    declared, path = OURS[name], address_of(name)
    sent = filled_for(name, ask(handler, visitors[min(declared.look & declared.do)], "GET", path))
    answers = {who: ask(handler, cookies, "POST", path, sent) for who, cookies in visitors.items()}
    assert [who for who, answer in answers.items() if not declared.is_as_declared(who, "POST", answer)] == []
    assert {who for who in declared.do if answers[who].status_code == 302} == declared.do


@pytest.mark.parametrize("name", OVER)
def test_a_page_opened_long_ago_saves_nothing_and_loses_nothing(name, visitors, handler):
    declared, path = OURS[name], address_of(name)
    who = visitors[min(declared.do)]
    sent = filled_for(name, ask(handler, who, "GET", path))
    answer = ask(handler, who, "POST", path, sent | {"version": 99})
    assert "Somebody else changed this while you had it open." in answer.content.decode()
    shown = filled(answer.content.decode())
    assert {field: str(shown[field]) for field in sent if field != "version"} == {
        field: str(value) for field, value in sent.items() if field != "version"
    }
    assert shown["version"] != "99"

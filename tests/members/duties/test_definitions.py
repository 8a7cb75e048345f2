"""What ships with the code: every duty is whole, and its proofs are events that somebody writes or will write."""

import pytest
from django.urls import resolve

from members.duties import definitions, recorded_types, statements
from members.duties.definitions import read
from members.roles import BUILT_IN

SEEDS = [*(f"U{n}" for n in range(1, 6)), *(f"T{n}" for n in range(1, 6)), *(f"SP{n}" for n in range(1, 6)), "C1"]

# Written by apps that are still to come. A type that is renamed or dropped falls out of both lists, and fails here.
AWAITED = {
    "profile-acknowledged",
    "pack-issued",
    "pack-judged",
    "dashboard-signed-off",
}
PROOFS = [pytest.param(one, proof, id=one.code) for one in definitions().values() for proof in one.proofs]


def test_every_duty_of_the_seeds_is_there():
    assert list(definitions()) == SEEDS


def test_every_type_is_declared_by_an_app_or_awaited():
    types = set().union(*(proof.read for one in definitions().values() for proof in one.proofs))
    assert types - recorded_types() == AWAITED


@pytest.mark.parametrize("one", definitions().values(), ids=lambda one: one.code)
def test_a_duty_speaks_to_the_person_and_says_where_it_comes_from(one):
    assert one.asks.startswith(("You ", "Where you "))
    assert one.asks.endswith(".")
    assert one.proved.endswith(".")
    assert one.source
    assert one.levels or one.roles
    assert one.roles | one.not_roles <= set(BUILT_IN)


@pytest.mark.parametrize(("one", "proof"), PROOFS)
def test_a_proof_is_one_of_the_three_kinds(one, proof):
    is_occasion = proof.kind == "occasion"
    assert is_occasion == bool(proof.asked)
    assert (proof.kind == "statement") == (proof.statement in statements())
    assert is_occasion or one.months, "an interval has its months"


@pytest.mark.parametrize("path", sorted({proof.values[1].path for proof in PROOFS} - {"", "#role"}))
def test_what_to_do_now_leads_to_a_page(path):
    assert resolve(path).view_name


def test_a_field_that_nobody_knows_is_refused():
    with pytest.raises(TypeError, match="colour"):
        read('[[duties]]\ncode="X1"\ncolour="red"\nproofs=[]')


def test_the_statement_of_a_level_holds_those_before():
    role = statements()["role"]
    texts = [role.text_for(level) for level in (1, 2, 3)]
    assert texts[1][: len(texts[0])] == texts[0]
    assert texts[2][: len(texts[1])] == texts[1]
    assert role.text_for(0) == []

import pytest

from corpparent.rules import why_not
from members.standing import Standing
from reports.indicators import rules
from reports.indicators.models import Import
from tests.factories.indicators import ImportFactory

OFFICER = Standing(roles=frozenset(["performance-officer"]))
ADMINISTRATOR = Standing(roles=frozenset(["administrator"]))
COUNCILLOR = Standing(level=3, roles=frozenset(["lead-member", "councillor"]))
ONLY = "Only a performance officer or the administrator can bring in figures."


@pytest.mark.parametrize(("who", "reason"), [(OFFICER, ""), (ADMINISTRATOR, ""), (COUNCILLOR, ONLY)])
def test_check_can_import(who, reason):
    assert why_not(rules.check_can_import, who) == reason


@pytest.mark.parametrize(
    ("status", "confirm", "drop"),
    [
        ("uploaded", "This file has not been read yet.", ""),
        ("reading", "This file is still being read.", ""),
        ("ready", "", ""),
        ("taking", "This file is being taken in already.", ""),
        ("done", "This file has already been taken in.", "This file has already been taken in."),
        (
            "dropped",
            "This file was dropped. Upload it again if it is wanted after all.",
            "This file was dropped. Upload it again if it is wanted after all.",
        ),
        (
            "refused",
            "This file was refused, so there is nothing to take in.",
            "This file was refused, so there is nothing to take in.",
        ),
    ],
)
def test_check_can_confirm_and_drop(status, confirm, drop):
    file = ImportFactory.build(status=status)

    assert why_not(rules.check_can_confirm, OFFICER, file) == confirm
    assert why_not(rules.check_can_drop, OFFICER, file) == drop
    assert why_not(rules.check_can_confirm, COUNCILLOR, file) == ONLY
    assert why_not(rules.check_can_drop, COUNCILLOR, file) == ONLY


def test_every_status_has_its_next_ones_and_its_reason():
    assert set(rules.NEXT) == set(Import.Status)
    assert set(rules.REASONS) == set(Import.Status) - {Import.Status.READY}

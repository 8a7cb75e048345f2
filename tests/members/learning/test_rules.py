import pytest

from corpparent.rules import NotAllowed, why_not
from members import rules
from members.models import Reading
from members.standing import Standing
from tests.factories.learning import ReadingFactory

Status = Reading.Status


@pytest.mark.parametrize(
    ("role", "may"),
    [("administrator", True), ("democratic-services-officer", True), ("councillor", False), ("lead-member", False)],
)
def test_check_can_keep_learning(role, may):
    refusal = why_not(rules.check_can_keep_learning, Standing(roles=frozenset({role})))
    assert refusal == (
        "" if may else "Only democratic services and the administrator look after courses and the library."
    )


@pytest.mark.parametrize(
    ("status", "to", "refusal"),
    [
        ("draft", "published", ""),
        ("draft", "withdrawn", "This is a draft. Nobody has been shown it, so there is nothing to withdraw."),
        ("published", "published", "This is published already."),
        ("published", "withdrawn", ""),
        ("withdrawn", "published", "This was withdrawn. Write a new one to bring it back."),
        ("withdrawn", "withdrawn", "This was withdrawn. Write a new one to bring it back."),
    ],
)
def test_check_can_move_reading(status, to, refusal):
    assert why_not(rules.check_can_move_reading, ReadingFactory.build(status=status), Status(to)) == refusal


@pytest.mark.parametrize("status", ["published", "withdrawn"])
def test_check_can_change_reading_only_while_it_is_a_draft(status):
    rules.check_can_change_reading(ReadingFactory.build(status="draft"))
    with pytest.raises(NotAllowed, match="Withdraw it and publish a new one instead"):
        rules.check_can_change_reading(ReadingFactory.build(status=status))

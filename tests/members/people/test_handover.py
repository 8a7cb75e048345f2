"""At the end of a term: what is open is listed, and moves in one step."""

import pytest

from corpparent.models import Event, Notice
from corpparent.rules import NotAllowed
from members import handing_over, services
from members.handing_over import Open, open_of
from reports.indicators.models import Target
from tests.factories.corpparent import NOW
from tests.factories.indicators import TargetFactory
from tests.factories.members import AppointmentFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def goer():
    return PersonFactory(name="Cllr Goer")


@pytest.fixture
def successor():
    return AppointmentFactory(person__name="Cllr Next").person


def hand_over(by, goer, successor):
    return services.hand_over(person=goer, successor=successor, by=by and by.person, at=NOW)


def test_targets_are_open_while_they_are_in_force(goer):
    TargetFactory(answerable=goer, indicator__title="Care plans up to date")
    TargetFactory(answerable=goer, is_current=False)
    TargetFactory()
    (only,) = open_of(goer)
    assert (only.kind, only.title.split(",")[0]) == ("Target", "Care plans up to date")


def test_hand_over_moves_everything_with_one_event(administrator, goer, successor):
    before = [TargetFactory(answerable=goer) for _ in range(2)]
    assert hand_over(administrator, goer, successor) == 2
    event = Event.objects.get()
    assert (event.type, event.subject_id, event.details) == (
        "work-handed-over",
        goer.public_id,
        {"moved": 2, "kinds": {"target": 2}, "to": str(successor.public_id)},
    )
    assert not Target.objects.filter(answerable=goer, is_current=True).exists()
    moved = Target.objects.filter(answerable=successor, is_current=True)
    assert {target.value for target in moved} == {target.value for target in before}
    assert {target.set_by for target in moved} == {administrator.person}
    assert Target.objects.filter(answerable=goer, is_current=False).count() == 2


def test_hand_over_twice_moves_once(administrator, goer, successor):
    TargetFactory(answerable=goer)
    assert [hand_over(administrator, goer, successor) for _ in range(2)] == [1, 0]
    assert Event.objects.count() == 1
    assert Notice.objects.count() == 1


def test_successor_is_told(administrator, goer, successor):
    TargetFactory(answerable=goer)
    hand_over(administrator, goer, successor)
    notice = Notice.objects.get()
    assert (notice.person_id, notice.path) == (successor.public_id, "/")
    assert notice.matter == f"work-handed-over:{goer.public_id}:2024-11-04"


def test_history_says_what_was_handed_over(council, administrator, goer, successor):
    path = f"/people/{goer.public_id}/history/"
    for count in (1, 2):
        TargetFactory.create_batch(count, answerable=goer)
        hand_over(administrator, goer, successor)
    page = administrator.get(path).content.decode()
    assert "Handed over: one target" in page
    assert "Handed over: two targets" in page


def test_hand_over_by_the_portal_keeps_who_set_it(goer, successor):
    target = TargetFactory(answerable=goer)
    assert hand_over(None, goer, successor) == 1
    assert Target.objects.get(answerable=successor).set_by == target.set_by


def test_hand_over_moves_all_or_nothing(administrator, goer, successor, monkeypatch):
    def refuse(*, successor, by, at):
        raise NotAllowed("This stays.")

    stuck = Open(kind="Visit", title="Juniper", url="/", move=refuse)
    monkeypatch.setattr(handing_over, "SOURCES", [*handing_over.SOURCES, lambda person: [stuck]])
    TargetFactory(answerable=goer)
    with pytest.raises(NotAllowed, match="This stays"):
        hand_over(administrator, goer, successor)
    assert Target.objects.filter(answerable=goer, is_current=True).count() == 1


def test_hand_over_to_somebody_without_an_appointment(administrator, goer):
    with pytest.raises(NotAllowed, match="has no appointment today"):
        hand_over(administrator, goer, PersonFactory())
    with pytest.raises(NotAllowed, match="theirs already"):
        hand_over(administrator, goer, goer)


def test_hand_over_only_as_administrator(councillor, goer, successor):
    with pytest.raises(NotAllowed, match="Only the council's administrator"):
        hand_over(councillor, goer, successor)


def test_page_lists_asks_and_hands_over(council, administrator, goer, successor):
    TargetFactory(answerable=goer, indicator__title="Care plans up to date")
    path = f"/people/{goer.public_id}/hand-over/"
    page = administrator.get(path).content.decode()
    assert "One thing is open in the name of Cllr Goer" in page
    assert "Care plans up to date" in page
    page = administrator.get(path, {"successor": str(successor.public_id)}).content.decode()
    assert "Hand all of this over?" in page
    page = administrator.post(path, {"successor": str(successor.public_id)}, follow=True).content.decode()
    assert "One thing was handed over." in page
    assert not open_of(goer)
    page = administrator.post(path, {"successor": str(successor.public_id)}, follow=True).content.decode()
    assert "Cllr Goer had nothing open any more." in page


@pytest.mark.parametrize("chosen", ["", "6f9619ff-8b86-4011-b42d-00c04fc964ff"])
def test_page_says_when_nobody_is_chosen(council, administrator, goer, chosen):
    TargetFactory(answerable=goer)
    for ask in (administrator.get, administrator.post):
        page = ask(f"/people/{goer.public_id}/hand-over/", {"successor": chosen}).content.decode()
        assert ("Choose somebody with an appointment today." if chosen else "Choose who takes it on.") in page
    assert open_of(goer)


def test_page_of_somebody_with_nothing_open(council, administrator, goer):
    page = administrator.get(f"/people/{goer.public_id}/hand-over/").content.decode()
    assert "Cllr Goer has nothing open" in page


def test_page_is_the_administrators(council, councillor, goer):
    assert councillor.get(f"/people/{goer.public_id}/hand-over/").status_code == 403
    assert councillor.post(f"/people/{goer.public_id}/hand-over/").status_code == 403

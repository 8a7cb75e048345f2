"""The page of the outbox."""

import uuid

import pytest

from corpparent.models import Notice
from tests.factories.corpparent import NOW, NoticeFactory
from tests.factories.members import AppointmentFactory

pytestmark = pytest.mark.django_db

PAGE = "/notices/"


@pytest.fixture(autouse=True)
def person(council):
    return AppointmentFactory(person__name="Cllr Amina Example").person


def page(client, **data):
    answer = client.get(PAGE, data)
    assert answer.status_code == 200
    return answer.content.decode()


def told(person, **fields):
    return NoticeFactory(person_id=person.public_id, matter=f"check-runs-out:{uuid.uuid4()}", path="/secret/", **fields)


def test_empty(administrator):
    assert "No notice has been written yet." in page(administrator)


def test_who_when_and_how_it_went_but_never_what_about(administrator, person):
    told(person)
    told(person, attempts=2, problem="The mail server could not be reached.")
    told(person, status="sent", ended_at=NOW)
    told(person, status="dropped", ended_at=NOW)
    text = page(administrator)
    assert text.count("Cllr Amina Example") == 4
    assert "Written on 4 November 2024 at 10:30; goes out on 4 November 2024 at 10:30." in text
    assert "tried 2 times, next on" in text
    assert "The mail server could not be reached." in text
    assert "sent on 4 November 2024 at 10:30." in text
    assert "dropped, as nobody was there to read it, on" in text
    assert "check-runs-out" not in text
    assert "/secret/" not in text


def test_of_somebody_unknown(administrator):
    NoticeFactory()
    assert "Somebody who is no longer here" in page(administrator)


def test_filter(administrator, person):
    told(person, status="failed", ended_at=NOW, problem="The mail server refused the address.")
    assert "The mail server refused the address." in page(administrator, status="failed")
    assert "No notice fits what you chose." in page(administrator, status="sent")
    page(administrator, status="nonsense")


def test_retry(administrator, person):
    notice = told(person, status="failed", ended_at=NOW, attempts=6, problem="Refused.")
    assert f"/notices/{notice.public_id}/retry/" in page(administrator)
    text = administrator.post(f"/notices/{notice.public_id}/retry/", follow=True).content.decode()
    assert "The notice is in the outbox again." in text
    assert Notice.objects.get().status == "waiting"
    assert administrator.post(f"/notices/{notice.public_id}/retry/").status_code == 403
    assert administrator.post(f"/notices/{uuid.uuid4()}/retry/").status_code == 404


def test_pages_and_queries(administrator, person, django_assert_max_num_queries):
    told(person)
    page(administrator)
    with django_assert_max_num_queries(30) as before:
        page(administrator)
    for _ in range(51):
        told(person)
    with django_assert_max_num_queries(len(before)):
        assert "Page 1 of 2" in page(administrator)


def test_for_the_administrator_alone(client_of, person):
    notice = told(person, status="failed", ended_at=NOW)
    other = client_of("democratic-services-officer")
    refused = "Only the council&#x27;s administrator sees which notices were sent."
    assert refused in other.get(PAGE).content.decode()
    answer = other.post(f"/notices/{notice.public_id}/retry/")
    assert answer.status_code == 403
    assert refused in answer.content.decode()
    assert Notice.objects.get().status == "failed"

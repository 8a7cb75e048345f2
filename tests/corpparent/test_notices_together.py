"""The same matter told, and the same outbox emptied, by many at once."""

from itertools import chain

import pytest
from django.db import transaction
from django.utils import timezone

from corpparent import jobs, notices
from corpparent.models import Job, Notice
from tests.factories.members import AppointmentFactory, CouncilFactory
from tests.together import together

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def person():
    CouncilFactory()
    return AppointmentFactory().person


def test_50_tells_at_once_are_one_row_one_job_and_one_mail(person, mailoutbox):
    def tell():
        with transaction.atomic():
            notices.tell(person.public_id, "reading-asked:1", "/learning/", timezone.now())

    together(50, tell)
    together(4, jobs.work)

    assert [notice.status for notice in Notice.objects.all()] == ["sent"]
    assert [job.status for job in Job.objects.all()] == ["done"]
    assert len(mailoutbox) == 1


def test_many_claims_at_once_take_each_notice_once(person):
    at = timezone.now()
    for number in range(20):
        notices.tell(person.public_id, f"matter:{number}", "/", at)

    claimed = together(8, lambda: [notice.pk for notice in iter(lambda: notices.claim(at), None)])

    assert sorted(chain(*claimed)) == list(Notice.objects.order_by("pk").values_list("pk", flat=True))


def test_matters_told_in_opposite_order(person):
    matters = iter([("a", "b"), ("b", "a")] * 4)

    def tell():
        for matter in next(matters):
            with transaction.atomic():
                notices.tell(person.public_id, matter, "/", timezone.now())

    together(8, tell)
    assert Notice.objects.count() == 2

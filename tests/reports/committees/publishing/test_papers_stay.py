"""A published paper stays as it was, whatever code forgets it: the databases themselves refuse."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from reports.committees.models import Paper
from tests.factories.committees import PaperFactory, StoredPdfFactory
from tests.factories.corpparent import NOW

pytestmark = pytest.mark.django_db

STAYS = "A published paper never changes"


@pytest.mark.parametrize(
    "change",
    [{"title": "Other"}, {"pages": 5}, {"summary": "Other"}, {"published_at": None}, {"position": 9}, {"edition": 2}],
)
def test_what_was_published_cannot_be_changed(change):
    paper = PaperFactory(published=True)
    with pytest.raises(IntegrityError, match=STAYS), transaction.atomic():
        Paper.objects.filter(pk=paper.pk).update(**change)


def test_its_file_can_go_and_cannot_be_another():
    paper = PaperFactory(published=True)
    with pytest.raises(IntegrityError, match=STAYS), transaction.atomic():
        Paper.objects.filter(pk=paper.pk).update(file=StoredPdfFactory())
    assert Paper.objects.filter(pk=paper.pk).update(file=None) == 1


def test_it_cannot_be_deleted():
    paper = PaperFactory(published=True)
    with pytest.raises(IntegrityError, match=STAYS), transaction.atomic():
        paper.delete()


def test_it_can_be_closed_withdrawn_and_replaced():
    paper = PaperFactory(published=True)
    closed = {"access": "exempt", "public_title": "Report", "paragraphs": [1], "interest": "Of somebody."}
    closed |= {"review_on": date(2027, 1, 1), "withdrawn_because": "Out of date.", "replaced_at": NOW, "version": 2}
    assert Paper.objects.filter(pk=paper.pk).update(**closed) == 1


def test_a_draft_is_changed_as_before():
    paper = PaperFactory()
    Paper.objects.filter(pk=paper.pk).update(title="Other", pages=3)
    Paper.objects.filter(pk=paper.pk).update(published_at=NOW)
    assert Paper.objects.get(pk=paper.pk).title == "Other"

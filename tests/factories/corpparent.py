import uuid
from datetime import UTC, datetime, timedelta

import factory
from factory.django import DjangoModelFactory

from corpparent.models import ChainHead, Event, Job, LegalHold, Notice, RetentionPeriod, StoredFile
from corpparent.references import Reference

NOW = datetime(2024, 11, 4, 10, 30, tzinfo=UTC)


class ReferenceFactory(factory.Factory):
    class Meta:
        model = Reference

    kind = "council"
    public_id = factory.LazyFunction(uuid.uuid4)
    label = "Larchford Council"


class EventFactory(DjangoModelFactory):
    """Recorded as services record them, so the chain grows by one; `EventFactory.build` is not to be had."""

    class Meta:
        model = Event

    type = "council-set-up"
    about = factory.SubFactory(ReferenceFactory)
    by = None
    at = factory.Sequence(lambda n: NOW + timedelta(minutes=n))

    @classmethod
    def _create(cls, model_class, type, **fields):
        return model_class.record(type, **fields)


class ChainHeadFactory(DjangoModelFactory):
    class Meta:
        model = ChainHead
        django_get_or_create = ["pk"]

    pk = 1


class JobFactory(DjangoModelFactory):
    """Waiting and due at NOW."""

    class Meta:
        model = Job

    kind = "test-kind"
    key = factory.Sequence(str)
    subject_kind = "council"
    subject_id = factory.LazyFunction(uuid.uuid4)
    asked_at = due_at = NOW


class StoredFileFactory(DjangoModelFactory):
    """Bytes on disk and their row; `StoredFileFactory(content=b"…")`."""

    class Meta:
        model = StoredFile

    content = b"a file"

    @classmethod
    def _create(cls, model_class, content):
        return model_class.write([content])


class NoticeFactory(DjangoModelFactory):
    """Waiting and due at NOW."""

    class Meta:
        model = Notice

    person_id = factory.LazyFunction(uuid.uuid4)
    matter = factory.Sequence(lambda n: f"test-matter:{n}")
    path = "/"
    created_at = due_at = NOW


class RetentionPeriodFactory(DjangoModelFactory):
    class Meta:
        model = RetentionPeriod
        django_get_or_create = ["kind"]

    kind = "notice"
    months = 6


class LegalHoldFactory(DjangoModelFactory):
    class Meta:
        model = LegalHold

    subject_kind = "person"
    subject_id = factory.LazyFunction(uuid.uuid4)
    label = "Cllr Robin Example"
    reason = "An inquiry asked for everything."
    placed_at = NOW

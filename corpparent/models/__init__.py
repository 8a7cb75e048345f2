from corpparent.models.event import ChainHead, Event
from corpparent.models.job import Job
from corpparent.models.notice import Notice
from corpparent.models.retention import LegalHold, RetentionPeriod
from corpparent.models.stored_file import StoredFile

__all__ = ["ChainHead", "Event", "Job", "LegalHold", "Notice", "RetentionPeriod", "StoredFile"]

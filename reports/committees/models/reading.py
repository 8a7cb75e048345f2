"""What readers did with the papers: what was fetched, read marks, and private notes that nobody else ever sees."""

import uuid

from django.db import models
from django.db.models import Q

from corpparent.models import StoredFile
from members.models import Person
from reports.committees.models.meeting import Meeting
from reports.committees.models.paper import Paper


class ReadMark(models.Model):
    """That somebody has read a paper: their own mark, taken away as easily as set."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="read_marks")
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="read_marks")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["person", "paper"], name="read_mark_is_one_a_person_and_paper")]

    def __str__(self) -> str:
        return f"{self.person}, {self.paper}"


class Note(models.Model):
    """A private note on a page of a meeting's pack: its author's alone, in no search, export of others or log."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="notes")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="notes")
    page = models.PositiveSmallIntegerField("pack page")
    text = models.TextField(max_length=2_000)
    at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["page", "pk"]
        indexes = [models.Index(fields=["person", "meeting", "page"], name="note_of_a_person_by_page")]

    def __str__(self) -> str:
        return f"Page {self.page}"


class Fetch(models.Model):
    """How often a file was fetched on a day, and by whom; by the public without a person.

    So that what went out can be told when a paper should not have been open.
    """

    file = models.ForeignKey(StoredFile, on_delete=models.CASCADE, related_name="fetches")
    on = models.DateField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    times = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-on", "pk"]
        verbose_name_plural = "fetches"
        constraints = [
            models.UniqueConstraint(
                fields=["file", "on", "person"],
                condition=Q(person__isnull=False),
                name="fetch_is_counted_once_a_day_and_person",
            ),
            models.UniqueConstraint(
                fields=["file", "on"],
                condition=Q(person__isnull=True),
                name="fetch_of_the_public_is_counted_once_a_day",
            ),
            models.CheckConstraint(condition=Q(times__gte=1), name="fetch_happened_once_at_least"),
        ]

    def __str__(self) -> str:
        return f"{self.on}: {self.times}"

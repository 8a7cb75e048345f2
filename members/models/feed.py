"""A list of councillors that came from elsewhere, read and waiting for somebody to say yes."""

import uuid

from django.db import models
from django.db.models import Q

from corpparent.references import Reference
from members.models.person import Person


class MemberImport(models.Model):
    """What a feed says of councillors: public facts only. Home addresses and telephones in it are never kept.

    `rows` is [{source_id, name, email, ward, party, terms: [[first day, last day or null]]}], dates as ISO text.
    """

    class Form(models.TextChoices):
        MODERNGOV = "moderngov", "ModernGov (XML)"
        CSV = "csv", "Table of councillors (CSV)"

    class Status(models.TextChoices):
        FETCHING = "fetching", "Being fetched"
        READY = "ready", "Read, waiting for you"
        DONE = "done", "Taken in"
        DROPPED = "dropped", "Dropped"
        REFUSED = "refused", "Refused"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    form = models.CharField("format", max_length=10, choices=Form)
    name = models.CharField(max_length=200, help_text="Name of the file, or the address it came from")
    sha256 = models.CharField(max_length=64, blank=True)
    status = models.CharField(max_length=10, choices=Status)
    rows = models.JSONField(default=list)
    findings = models.JSONField(default=list, help_text="What was left out and why: [{row, column, reason}]")
    counts = models.JSONField(default=dict, help_text="Once taken in: {added, changed, ended, same}")
    refused_because = models.CharField(max_length=500, blank=True)
    brought_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    brought_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-brought_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["fetching", "ready"], ended_at__isnull=True)
                | Q(status__in=["done", "dropped", "refused"], ended_at__isnull=False),
                name="member_import_has_ended_at_when_it_has_ended",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def reference(self) -> Reference:
        return Reference("member-import", self.public_id, self.get_form_display())

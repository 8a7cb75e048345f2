"""What was published of a meeting, and when: the agenda, its supplements, and the packs that hold all of it.

Everything here is written once. Triggers in both databases refuse to change it (R22).
"""

import uuid

from django.db import models
from django.db.models import Q
from django.urls import reverse

from corpparent.models import StoredFile
from corpparent.references import Reference
from members.models import Person
from members.standing import Standing
from reports.committees.models.access import sees_exempt_of_all
from reports.committees.models.meeting import Meeting


class Publication(models.Model):
    """One deed of publishing: the agenda is number 0, its supplements are 1, 2, 3 …

    Asked for, a job builds its packs; published, nothing of it changes. `late_because` is the reason the law wants for
    what comes fewer than the clear days before the meeting.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="publications")
    number = models.PositiveSmallIntegerField(default=0)
    because = models.CharField("what is new, and why", max_length=300, blank=True)
    publish_by = models.DateField("last lawful day")
    late_because = models.CharField("why it is late", max_length=500, blank=True)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["meeting", "number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="publication_of_a_meeting_is_numbered_once"),
            models.CheckConstraint(condition=Q(number=0) | ~Q(because=""), name="supplement_says_what_is_new_and_why"),
        ]

    def __str__(self) -> str:
        return f"Supplement {self.number}" if self.number else "Agenda"

    @property
    def reference(self) -> Reference:
        return Reference("publication", self.public_id, f"{self}: {self.meeting}")


class AgendaPackQuerySet(models.QuerySet["AgendaPack"]):
    def visible_to(self, who: Standing) -> "AgendaPackQuerySet":
        """Public editions of public meetings for everybody; exempt ones for the body and those who answer for all."""
        if sees_exempt_of_all(who):
            return self
        if not who.is_member:
            return self.filter(audience=AgendaPack.Audience.PUBLIC, publication__meeting__is_public=True)
        own = Q(publication__meeting__body__public_id__in=who.bodies)
        return self.filter(Q(audience=AgendaPack.Audience.PUBLIC) | own)


class AgendaPack(models.Model):
    """One PDF of a publication for one audience: what is new (`part`), or all so far (`complete`).

    `contents`: [{item, number, title, paper, access, page, pages}] in order, `page` being the pack page on which it
    begins; what an audience may not see is not in it. An item without a paper `says` {purpose, note, to_follow,
    kept_back}, as its front does.
    """

    class Audience(models.TextChoices):
        PUBLIC = "public", "Public edition"
        EXEMPT = "exempt", "Exempt edition"

    class Extent(models.TextChoices):
        PART = "part", "What is new"
        COMPLETE = "complete", "Complete pack so far"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="packs")
    audience = models.CharField(max_length=6, choices=Audience)
    extent = models.CharField(max_length=8, choices=Extent, default=Extent.PART)
    first_page = models.PositiveSmallIntegerField(default=1)
    pages = models.PositiveSmallIntegerField()
    file = models.OneToOneField(
        StoredFile, on_delete=models.PROTECT, null=True, related_name="+", help_text="Empty once retention removed it"
    )
    size = models.PositiveIntegerField("bytes")
    sha256 = models.CharField(max_length=64, unique=True)
    built_at = models.DateTimeField()
    contents = models.JSONField()

    objects = AgendaPackQuerySet.as_manager()

    class Meta:
        ordering = ["publication", "audience", "extent"]
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "audience", "extent"], name="agenda_pack_is_one_an_audience_and_extent"
            ),
            models.CheckConstraint(condition=Q(pages__gte=1, first_page__gte=1), name="agenda_pack_has_pages"),
        ]

    def __str__(self) -> str:
        what = "" if self.extent == self.Extent.PART else f"{self.get_extent_display()}: "
        return f"{what}{self.publication}, {self.get_audience_display().lower()}"

    def get_absolute_url(self) -> str:
        return reverse("committees:agenda-pack-detail", args=[self.public_id])

    @property
    def reference(self) -> Reference:
        return Reference("agenda-pack", self.public_id, f"{self}: {self.publication.meeting}")

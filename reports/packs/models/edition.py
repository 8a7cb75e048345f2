"""A pack as one audience sees it."""

import uuid

from django.db import models
from django.db.models import Q
from django.urls import reverse

from corpparent.models import StoredFile
from corpparent.references import Reference
from members.models import Person
from members.roles import ADMINISTRATOR, DCS, LEAD_MEMBER, PERFORMANCE_OFFICER
from members.standing import Standing

BUILDERS = (PERFORMANCE_OFFICER, DCS, LEAD_MEMBER, ADMINISTRATOR)


def sees_drafts(who: Standing) -> bool:
    """Whether `who` works on packs, and so sees them before they are published."""
    return who.has(*BUILDERS)


class EditionQuerySet(models.QuerySet["Edition"]):
    def published(self) -> "EditionQuerySet":
        return self.filter(status=Edition.Status.PUBLISHED)

    def visible_to(self, who: Standing) -> "EditionQuerySet":
        """The public sees published public editions of its own council; members also their own edition."""
        if sees_drafts(who):
            return self
        if who.is_member:
            return self.published()
        return self.published().filter(audience=Edition.Audience.PUBLIC, pack__is_own=True)


class Edition(models.Model):
    """Frozen facts, protected for their audience, with the paper and the pages that show them. A published edition is
    never changed or deleted: triggers in both databases refuse it. A correction is a new version of the pack.
    """

    class Audience(models.TextChoices):
        """`exempt` is the law's word (Local Government Act 1972, Schedule 12A); screens say "Members' edition"."""

        EXEMPT = "exempt", "Members’ edition"
        PUBLIC = "public", "Public edition"

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        PUBLISHED = "published", "Published"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pack = models.ForeignKey("packs.Pack", on_delete=models.PROTECT, related_name="editions")
    audience = models.CharField(max_length=10, choices=Audience)
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    template = models.CharField(max_length=10, help_text="Version of the template that shows the facts")
    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+")
    pages = models.PositiveSmallIntegerField()
    size = models.PositiveIntegerField(help_text="bytes")
    sha256 = models.CharField(max_length=64, unique=True)
    head = models.CharField(max_length=90, help_text="Head of the record as printed: number:hash")
    built_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    # Last, because SQLite reads a row up to the column it wants.
    facts = models.JSONField(help_text="What is shown: protected for the audience")

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["audience"]
        constraints = [
            models.UniqueConstraint(fields=["pack", "audience"], name="edition_is_one_per_pack_and_audience"),
            models.CheckConstraint(
                condition=Q(status="draft", published_at__isnull=True, published_by__isnull=True)
                | Q(status="published", published_at__isnull=False, published_by__isnull=False),
                name="edition_published_at_and_by_go_together",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pack}: {self.get_audience_display()}"

    def get_absolute_url(self) -> str:
        return reverse("packs:edition-detail", args=[self.public_id])

    @property
    def is_published(self) -> bool:
        return self.status == self.Status.PUBLISHED

    @property
    def reference(self) -> Reference:
        return Reference("edition", self.public_id, str(self))

"""Papers: what is read for an item, in open, exempt and confidential parts, each as it was published."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from corpparent.models import StoredFile
from corpparent.references import Reference
from members.models import Person
from members.standing import Standing
from reports.committees.models.access import Restrictable, may_be_seen, restriction
from reports.committees.models.agenda import AgendaItem
from reports.committees.models.meeting import keeps_papers


class PaperQuerySet(models.QuerySet["Paper"]):
    def published(self) -> "PaperQuerySet":
        return self.filter(published_at__isnull=False)

    def current(self) -> "PaperQuerySet":
        """Without those that a newer version stands in for, and those withdrawn."""
        return self.filter(replaced_at__isnull=True, withdrawn_because="")

    def visible_to(self, who: Standing) -> "PaperQuerySet":
        """The only door to papers. Drafts: who prepares them, their author, and who is asked to clear them."""
        if keeps_papers(who):
            return self
        published = Q(published_at__isnull=False) & may_be_seen(who, "item__meeting__body")
        if not who.is_member:
            return self.filter(published, item__meeting__is_public=True)
        own = Q(author_id=who.person_id) | Q(clearances__asked_of_id=who.person_id)
        return self.filter(published | own).distinct()


class Paper(Restrictable):
    """One paper, or the exempt appendix of one (`part_of`).

    `file` is missing while it is to follow (`pages` 0), and once retention has removed it. Published, it never changes:
    triggers in both databases refuse it, and a replacement is the next `edition`, which `replaces` it.
    """

    class Origin(models.TextChoices):
        UPLOAD = "upload", "A PDF that was sent in"
        PACK = "pack", "Quality pack"
        VISITS = "visits", "Summary of visits"
        PLEDGE = "pledge", "Progress on the pledge"
        ACTIONS = "actions", "Action tracker"
        MINUTES = "minutes", "Minutes"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="papers")
    position = models.PositiveSmallIntegerField(default=1)
    part_of = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="appendices")
    origin = models.CharField(max_length=8, choices=Origin, default=Origin.UPLOAD)
    summary = models.CharField(max_length=500, blank=True)
    author = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="papers",
        verbose_name="who answers for it",
    )
    contact = models.CharField("contact for the public", max_length=120, blank=True, help_text="A post, not a name")
    is_decision = models.BooleanField("a report that asks for a decision", default=False)
    due_at = models.DateTimeField("to follow by", null=True, blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    pages = models.PositiveSmallIntegerField(default=0)
    size = models.PositiveIntegerField("bytes", default=0)
    names_explained = models.CharField("why the names in it may stand", max_length=200, blank=True)
    edition = models.PositiveSmallIntegerField(default=1)
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by")
    replaced_because = models.CharField("why it replaces the one before", max_length=300, blank=True)
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)
    replaced_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = PaperQuerySet.as_manager()

    class Meta:
        ordering = ["item", "position", "edition"]
        indexes = [models.Index(fields=["-published_at", "id"], name="paper_newest_first")]
        constraints = [
            models.CheckConstraint(
                condition=Q(file__isnull=True, pages=0, size=0) | Q(pages__gte=1, size__gte=1),
                name="paper_has_pages_when_it_is_there",
            ),
            models.CheckConstraint(
                condition=Q(pages__gte=1) | Q(due_at__isnull=False),
                name="paper_to_follow_says_when",
            ),
            models.CheckConstraint(
                condition=Q(edition=1, replaces__isnull=True, replaced_because="")
                | Q(edition__gt=1, replaces__isnull=False) & ~Q(replaced_because=""),
                name="paper_replaces_another_with_a_reason",
            ),
            models.CheckConstraint(condition=~Q(replaces=F("pk")), name="paper_does_not_replace_itself"),
            *restriction("paper"),
        ]

    def __str__(self) -> str:
        return self.shown_title

    def get_absolute_url(self) -> str:
        return reverse("committees:paper-detail", args=[self.public_id])

    @property
    def reference(self) -> Reference:
        """By the title that anybody may see: the record and mails are read by more than may see it."""
        return Reference("paper", self.public_id, self.shown_title)

    @property
    def is_to_follow(self) -> bool:
        return self.pages == 0

    @property
    def is_published(self) -> bool:
        return self.published_at is not None


class PaperText(models.Model):
    """The text layer of a published open paper, a page a row, for search. Exempt papers have none."""

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="texts")
    page = models.PositiveSmallIntegerField()
    text = models.TextField()

    class Meta:
        ordering = ["paper", "page"]
        constraints = [models.UniqueConstraint(fields=["paper", "page"], name="paper_text_is_one_a_page")]

    def __str__(self) -> str:
        return f"{self.paper}, page {self.page}"


class WrittenPaper(models.Model):
    """What stands in an open paper that the portal wrote itself, for its page: read there, nobody needs the PDF.

    `said`: {title, sentences: [str], tables: [{title, head: [str], rows: [[str]]}], notes: [str]}, or {page: address}
    where the portal shows all of it already. Exempt papers have none.
    """

    paper = models.OneToOneField(Paper, on_delete=models.CASCADE, related_name="written")
    said = models.JSONField()

    def __str__(self) -> str:
        return str(self.paper)


class BackgroundPaper(models.Model):
    """What an open report relied on, listed for the public; kept open for four years. Source: LGA 1972, s100D."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="background")
    title = models.CharField(max_length=200)
    where = models.CharField("where it can be read", max_length=300)

    class Meta:
        ordering = ["paper", "pk"]

    def __str__(self) -> str:
        return self.title


class Clearance(models.Model):
    """Somebody's word that a paper may be published: legal, finance, or a second person. Never on the public copy."""

    class Kind(models.TextChoices):
        LEGAL = "legal", "Legal"
        FINANCE = "finance", "Finance"
        SECOND = "second", "Second person"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="clearances")
    kind = models.CharField(max_length=7, choices=Kind)
    asked_of = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="clearances")
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    cleared_at = models.DateTimeField(null=True, blank=True)
    refused_because = models.CharField("why it is not cleared", max_length=500, blank=True)

    class Meta:
        ordering = ["paper", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["paper", "kind"], name="clearance_is_asked_for_once_a_kind"),
            models.CheckConstraint(
                condition=Q(cleared_at__isnull=True) | Q(refused_because=""), name="clearance_is_given_or_refused"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.paper}"

    @property
    def reference(self) -> Reference:
        return Reference("clearance", self.public_id, str(self))

"""What a meeting deals with: the standing items of its body, and the items of each agenda."""

import uuid

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from corpparent.references import Reference
from members.models import Body
from members.standing import Standing
from reports.committees.models.access import Restrictable, restriction, sees_exempt_of_all
from reports.committees.models.meeting import Meeting, keeps_papers


class ItemKind(models.TextChoices):
    """What an item is for. The first few stand on nearly every agenda, and the minutes know what to ask of them."""

    APOLOGIES = "apologies", "Apologies for absence"
    INTERESTS = "interests", "Declarations of interest"
    MINUTES = "minutes", "Minutes of the last meeting"
    VOICE = "voice", "Voice of children and young people"
    ACTIONS = "actions", "Actions outstanding"
    QUESTIONS = "questions", "Questions"
    PROGRAMME = "programme", "Work programme"
    EXCLUSION = "exclusion", "Exclusion of the press and public"
    REPORT = "report", "Report"
    OTHER = "other", "Other business"


class Purpose(models.TextChoices):
    DECIDE = "decide", "To decide"
    DISCUSS = "discuss", "To discuss"
    NOTE = "note", "To note"


class StandingItem(models.Model):
    """One line of a body's template: every new agenda of the body begins with these."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="standing_items")
    position = models.PositiveSmallIntegerField(validators=[MinValueValidator(1)])
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=ItemKind, default=ItemKind.REPORT)
    purpose = models.CharField(max_length=7, choices=Purpose, default=Purpose.NOTE)

    class Meta:
        ordering = ["body", "position"]
        constraints = [
            models.UniqueConstraint(fields=["body", "position"], name="standing_item_has_its_own_position"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def reference(self) -> Reference:
        return Reference("standing-item", self.public_id, self.title)


class AgendaItemQuerySet(models.QuerySet["AgendaItem"]):
    def visible_to(self, who: Standing) -> "AgendaItemQuerySet":
        """Items once they are published, of meetings that `who` may see; drafts for those who prepare them.

        An exempt item is listed for everybody: its `title` is not, only its `public_title` (`title_for`).
        """
        if keeps_papers(who):
            return self
        published = self.filter(published_at__isnull=False)
        return published if who.is_member else published.filter(meeting__is_public=True)


class AgendaItem(Restrictable):
    """One item. Its number is the order until the agenda is published; then it stays, even if the item is withdrawn."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    number = models.PositiveSmallIntegerField(validators=[MinValueValidator(1)])
    kind = models.CharField(max_length=10, choices=ItemKind, default=ItemKind.REPORT)
    purpose = models.CharField(max_length=7, choices=Purpose, default=Purpose.NOTE)
    note = models.CharField("what members are asked to do", max_length=500, blank=True)
    presenter = models.CharField("who presents it", max_length=120, blank=True, help_text="A post, not a name")
    urgent_because = models.CharField("special circumstances that make it urgent", max_length=500, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="agenda_item_has_its_own_number"),
            models.CheckConstraint(
                condition=Q(withdrawn_because="") | Q(published_at__isnull=False),
                name="agenda_item_is_withdrawn_only_once_it_is_published",
            ),
            *restriction("agenda_item"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.shown_title}"

    @property
    def reference(self) -> Reference:
        """By the title that anybody may see: the record and mails are read by more than may see it."""
        return Reference("agenda-item", self.public_id, str(self))

    @property
    def is_withdrawn(self) -> bool:
        return bool(self.withdrawn_because)

    def title_for(self, who: Standing) -> str:
        """Its title as `who` may read it."""
        return self.title if self.is_shown_to(who) else self.public_title

    def is_shown_to(self, who: Standing) -> bool:
        """Whether `who` may read its title, its note and who presents it; the others read its public title alone."""
        return self.is_open or sees_exempt_of_all(who) or self.meeting.body.public_id in who.bodies

"""What a meeting decided or recommended, and the questions members asked, each with its answer."""

import uuid

from django.db import models
from django.db.models import Q

from corpparent.references import Reference
from members.models import Person
from members.standing import Standing
from pledges.models import Action
from reports.committees.models.access import Restrictable, may_be_seen, restriction
from reports.committees.models.agenda import AgendaItem
from reports.committees.models.meeting import keeps_papers


class DecisionQuerySet(models.QuerySet["Decision"]):
    def visible_to(self, who: Standing) -> "DecisionQuerySet":
        """Published ones as their access allows; drafts for those who write them down."""
        if keeps_papers(who):
            return self
        published = self.filter(may_be_seen(who, "item__meeting__body"), published_at__isnull=False)
        return published if who.is_member else published.filter(item__meeting__is_public=True)


class Decision(Restrictable):
    """One decision or recommendation under an item; `title` is the resolution itself in a sentence.

    The last five columns are the record of an executive decision (SI 2012/2089, regulations 12 and 13).
    """

    class Kind(models.TextChoices):
        DECIDED = "decided", "Decided"
        RECOMMENDED = "recommended", "Recommended"
        NOTED = "noted", "Noted"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="decisions")
    number = models.PositiveSmallIntegerField(help_text="1, 2, 3 … of the item")
    kind = models.CharField(max_length=11, choices=Kind, default=Kind.DECIDED)
    recommended_to = models.CharField("to whom it is recommended", max_length=120, blank=True)
    votes = models.CharField("how the votes went", max_length=120, blank=True)
    action = models.ForeignKey(Action, on_delete=models.PROTECT, null=True, blank=True, related_name="decisions")
    no_action_because = models.CharField("why nothing needs to be done", max_length=300, blank=True)
    is_key = models.BooleanField("a key decision", default=False)
    reasons = models.TextField(max_length=2_000, blank=True)
    alternatives = models.TextField("alternatives considered and rejected", max_length=2_000, blank=True)
    conflicts = models.CharField("conflicts of interest declared", max_length=300, blank=True)
    dispensations = models.CharField(max_length=300, blank=True)
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["item", "number"]
        indexes = [models.Index(fields=["-published_at", "id"], name="decision_newest_first")]
        constraints = [
            models.UniqueConstraint(fields=["item", "number"], name="decision_of_an_item_is_numbered_once"),
            models.CheckConstraint(
                condition=Q(kind="recommended") & ~Q(recommended_to="") | ~Q(kind="recommended") & Q(recommended_to=""),
                name="decision_that_recommends_says_to_whom",
            ),
            models.CheckConstraint(
                condition=Q(action__isnull=True) | Q(no_action_because=""),
                name="decision_leads_to_an_action_or_says_why_not",
            ),
            *restriction("decision"),
        ]

    def __str__(self) -> str:
        return self.shown_title

    @property
    def reference(self) -> Reference:
        return Reference("decision", self.public_id, self.shown_title)


class Question(models.Model):
    """What a member asked about an item, and the answer, with a clock."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="questions")
    asked = models.CharField("what is asked", max_length=500)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="questions_asked")
    asked_of = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="questions_to_answer")
    asked_at = models.DateTimeField()
    answer_by = models.DateField()
    answer = models.TextField(max_length=4_000, blank=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    names_explained = models.CharField("why the names in it may stand", max_length=200, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["answer_by", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True) | ~Q(answer="") & Q(answered_at__isnull=False),
                name="question_is_answered_in_words",
            ),
        ]

    def __str__(self) -> str:
        return f"Question about item {self.item.number}"

    @property
    def reference(self) -> Reference:
        return Reference("question", self.public_id, str(self))

"""What services hold ready for children in care and care leavers, and the settings of this app."""

import uuid

from django.db import models
from django.db.models import F, Q

from corpparent.references import Reference
from members.models import Body, Person, Role
from pledges.models.names import NamesMayStand


class Offer(NamesMayStand):
    """Something one can have: for whom, what, how to get it, who runs it, and when somebody last said it is so.

    Published offers for care leavers are the local offer. Source: Children and Social Work Act 2017, section 2.
    """

    class Need(models.TextChoices):
        LEARNING = "learning", "Learning"
        WORK = "work", "Work"
        HOUSING = "housing", "Somewhere to live"
        MONEY = "money", "Money"
        HEALTH = "health", "Health"
        LEISURE = "leisure", "Fun and free time"
        PRACTICAL = "practical", "Practical help"
        TALK = "talk", "Somebody to talk to"

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        PUBLISHED = "published", "Published"
        WITHDRAWN = "withdrawn", "Withdrawn"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(max_length=80, unique=True, help_text="In public addresses; stays when the title changes")
    title = models.CharField("what you can have", max_length=100)
    need = models.CharField("what it helps with", max_length=10, choices=Need)
    from_age = models.PositiveSmallIntegerField()
    to_age = models.PositiveSmallIntegerField()
    is_for_leavers = models.BooleanField("in the local offer for care leavers", default=True)
    for_whom = models.CharField(max_length=200)
    what = models.TextField("what it is", max_length=1000)
    how = models.TextField("how to get it", max_length=1000)
    run_by = models.CharField("who runs it", max_length=120)
    phone = models.CharField("number of the service", max_length=30, blank=True)
    email = models.EmailField("e-mail of the service", blank=True)
    link = models.URLField(blank=True)
    partner = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="offers")
    owner_role = models.ForeignKey(
        Role, on_delete=models.PROTECT, null=True, blank=True, related_name="offers", verbose_name="who confirms it"
    )
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField(null=True, blank=True)
    confirmed_on = models.DateField("last confirmed", null=True, blank=True)
    confirmed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["need", "title"]
        constraints = [
            models.CheckConstraint(condition=Q(to_age__gte=F("from_age")), name="offer_is_for_ages_in_order"),
            models.CheckConstraint(
                condition=~Q(status="published") | Q(published_at__isnull=False, confirmed_on__isnull=False),
                name="offer_is_public_once_confirmed",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def reference(self) -> Reference:
        return Reference("offer", self.public_id, self.title)


class PledgeSettings(models.Model):
    """How long things may take in this council: one row, which the administrator edits."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    remind_days = models.PositiveSmallIntegerField("days before an action is due that its owner is reminded", default=7)
    escalate_days = models.PositiveSmallIntegerField(
        "days late when the Lead Member and the Director are told", default=14
    )
    is_check_required = models.BooleanField("somebody else than the owner checks that an action is done", default=True)
    answer_days = models.PositiveSmallIntegerField("days to answer a challenge of the children's council", default=28)
    shortfall_days = models.PositiveSmallIntegerField("days to answer what is not good enough", default=28)
    tell_back_days = models.PositiveSmallIntegerField("days after a decision to tell children", default=28)
    offer_months = models.PositiveSmallIntegerField("months after which an offer is confirmed anew", default=6)
    offer_grace_days = models.PositiveSmallIntegerField("days an unconfirmed offer stays public", default=28)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "pledge settings"
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="pledge_settings_are_one_row")]

    def __str__(self) -> str:
        return "How long things may take"

    @classmethod
    def current(cls) -> "PledgeSettings":
        """The council's, or those a council begins with. One query."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)

    @property
    def reference(self) -> Reference:
        return Reference("pledge-settings", self.public_id, str(self))

"""What the council promised, as a document that holds for some years."""

import uuid

from django.db import models
from django.db.models import F, Q

from corpparent.references import Reference
from members.models import Body, Person
from pledges.models.names import NamesMayStand


class Pledge(NamesMayStand):
    """A document: who wrote it together, who approved and signed it, and until when it holds."""

    class Group(models.TextChoices):
        CHILDREN = "children-in-care", "Children in care"
        LEAVERS = "care-leavers", "Care leavers"

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        CONSULTED = "consulted", "Consulted on"
        ENDORSED = "endorsed", "Endorsed"
        LIVE = "live", "Live"
        UNDER_REVIEW = "under-review", "Under review"
        RETIRED = "retired", "Retired"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(max_length=120)
    group = models.CharField("made to", max_length=20, choices=Group)
    starts_on = models.DateField("holds from")
    ends_on = models.DateField("holds until")
    status = models.CharField(max_length=12, choices=Status, default=Status.DRAFT)
    introduction = models.TextField(max_length=1000, blank=True, help_text="In the words of those who wrote it")
    written_with = models.CharField(max_length=300, blank=True, help_text="Which group of young people; never a name")
    consulted_on = models.DateField("young people were asked on", null=True, blank=True)
    endorsed_by = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    endorsed_on = models.DateField(null=True, blank=True)
    published_at = models.DateTimeField("went live", null=True, blank=True)
    review_on = models.DateField("due for review", null=True, blank=True)
    retired_at = models.DateTimeField(null=True, blank=True)
    before = models.OneToOneField("self", on_delete=models.PROTECT, null=True, blank=True, related_name="after")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-starts_on", "title"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="pledge_ends_after_it_starts"),
            models.UniqueConstraint(
                fields=["group"],
                condition=Q(status__in=["live", "under-review"]),
                name="pledge_is_one_live_for_a_group",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["live", "under-review"])
                | Q(published_at__isnull=False, review_on__isnull=False),
                name="pledge_is_live_since_and_reviewed_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_public(self) -> bool:
        return self.status in (self.Status.LIVE, self.Status.UNDER_REVIEW)

    @property
    def reference(self) -> Reference:
        return Reference("pledge", self.public_id, self.title)


class Signature(NamesMayStand):
    """Who put their name to a pledge: officers and members by name, young people as a group or a seat."""

    pledge = models.ForeignKey(Pledge, on_delete=models.CASCADE, related_name="signatures")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    signed_as = models.CharField(max_length=120, help_text="The office, or the group of young people")
    signed_on = models.DateField()

    class Meta:
        ordering = ["signed_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["pledge", "signed_as"], name="signature_of_an_office_is_once_a_pledge"),
        ]

    def __str__(self) -> str:
        return self.signed_as

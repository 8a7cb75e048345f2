"""What children, young people, carers and parents said, for the group, and what came of it. Never who said it."""

import uuid

from django.db import models
from django.db.models import F, Q

from corpparent.references import Reference
from members.models import Body, Person
from pledges.models.promise import THEME_CHOICES, Promise


class Voice(models.Model):
    """One thing that was heard. The status goes one way: heard, being looked at, changed or not, told back.

    A challenge comes from the children's council, and the body it is put to must answer by a date.
    """

    class Kind(models.TextChoices):
        VOICE = "voice", "Something that was said"
        CHALLENGE = "challenge", "A challenge from the children's council"

    class Source(models.TextChoices):
        CHILDREN = "children", "Children"
        YOUNG_PEOPLE = "young-people", "Young people"
        CARERS = "carers", "Carers"
        PARENTS = "parents", "Parents"

    class How(models.TextChoices):
        COUNCIL = "childrens-council", "Children in care council"
        SURVEY = "survey", "Survey"
        VISIT = "visit", "Visit"
        COMPLAINTS = "complaints", "Theme of complaints"
        ADVOCACY = "advocacy", "Advocacy"
        MEETING = "meeting", "Meeting or event"

    class Words(models.TextChoices):
        PARAPHRASE = "paraphrase", "Our words for what was said"
        APPROVED = "approved", "Their own words, approved by the group"

    class Status(models.TextChoices):
        HEARD = "heard", "Heard"
        LOOKED_AT = "looked-at", "Being looked at"
        CHANGED = "changed", "Changed"
        NOT_CHANGED = "not-changed", "Not changed, and why"
        TOLD_BACK = "told-back", "Told back"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.VOICE)
    heard_on = models.DateField()
    source = models.CharField("who said it", max_length=14, choices=Source)
    how = models.CharField("how it was heard", max_length=18, choices=How)
    theme = models.SlugField(max_length=40, choices=THEME_CHOICES)
    said = models.CharField("what was said", max_length=500)
    words = models.CharField("whose words", max_length=10, choices=Words, default=Words.PARAPHRASE)
    names_explained = models.CharField(
        "why the names in it may stand", max_length=200, blank=True, help_text="Of a place or an office; never a child"
    )
    promises = models.ManyToManyField(Promise, blank=True, related_name="voices")
    heard_by = models.ManyToManyField(
        Person, blank=True, related_name="voices_heard", help_text="Corporate parents who were there and listened"
    )
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()
    status = models.CharField(max_length=12, choices=Status, default=Status.HEARD)
    looked_at_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="who looks at it"
    )
    looked_at_on = models.DateField(null=True, blank=True)
    is_changed = models.BooleanField(null=True, blank=True)
    outcome = models.CharField("what changed, or why not", max_length=500, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    told_on = models.DateField("told back on", null=True, blank=True)
    told_how = models.CharField("how they were told", max_length=200, blank=True)
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="challenges", verbose_name="put to"
    )
    answer_by = models.DateField(null=True, blank=True)
    is_public = models.BooleanField("in “You said, we did”", default=False)
    published_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    published_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-heard_on", "-pk"]
        indexes = [
            models.Index(fields=["-heard_on", "-id"], name="voice_newest_first"),
            models.Index(fields=["status", "heard_on"], name="voice_by_status"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="voice", body__isnull=True, answer_by__isnull=True)
                | Q(kind="challenge", body__isnull=False, answer_by__isnull=False),
                name="voice_that_is_a_challenge_is_put_to_a_body_by_a_date",
            ),
            models.CheckConstraint(
                condition=Q(decided_on__isnull=True, is_changed__isnull=True, outcome="")
                | Q(decided_on__isnull=False, is_changed__isnull=False) & ~Q(outcome=""),
                name="voice_is_decided_with_what_changed_or_why_not",
            ),
            models.CheckConstraint(
                condition=~Q(status="told-back") | Q(told_on__isnull=False, decided_on__isnull=False),
                name="voice_is_told_back_after_it_was_decided",
            ),
            models.CheckConstraint(
                condition=Q(is_public=False) | Q(published_at__isnull=False), name="voice_is_public_since"
            ),
            models.CheckConstraint(
                condition=Q(told_on__isnull=True) | Q(told_on__gte=F("heard_on")),
                name="voice_is_told_back_after_it_is_heard",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_source_display()}, {self.heard_on:%-d %B %Y}"

    @property
    def reference(self) -> Reference:
        """Without the words: they are for the page, not for the record."""
        return Reference("voice", self.public_id, str(self))

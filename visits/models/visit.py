"""A visit as it was made: the report, its answers, and every version that was sent."""

import uuid
from datetime import timedelta

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q

from corpparent.references import Reference
from members.models import Person
from visits.models.home import Home
from visits.models.rota import RotaSlot

LONGEST = 2_000  # characters of one answer
DAY = timedelta(days=1)


class VisitQuerySet(models.QuerySet["Visit"]):
    def sent(self) -> "VisitQuerySet":
        """Reports that left their author's hands, also those that came back to be amended.

        Named and not “no draft”: so an index by status and day finds those of a year among those of ten.
        """
        return self.filter(status__in=[Visit.Status.SUBMITTED, Visit.Status.RETURNED])


class Visit(models.Model):
    """One visit and its report. A draft is seen by its author alone.

    `key` was made when the form was opened, so that however often a report is sent, it arrives once. `gate` is the
    gate's answer on the day, kept as it was.
    """

    class Kind(models.TextChoices):
        MEMBERS = "members", "Councillors' visit"
        ACCOMPANIED = "accompanied", "With the independent visitor (regulation 44)"
        OFFICERS = "officers", "Officers' visit"

    class DayPart(models.TextChoices):
        SCHOOL_DAY = "school-day", "In school hours"
        EVENING = "evening", "After school or evening"
        WEEKEND = "weekend", "Weekend or holiday"

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        SUBMITTED = "submitted", "Sent"
        RETURNED = "returned", "Returned to be amended"

    class Judgement(models.TextChoices):
        YES = "yes", "Yes"
        MOSTLY = "mostly", "Mostly"
        NOT_YET = "not-yet", "Not yet"
        COULD_NOT_TELL = "could-not-tell", "Could not tell"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    key = models.UUIDField("made when the form was opened", unique=True)
    slot = models.OneToOneField(RotaSlot, on_delete=models.PROTECT, null=True, blank=True, related_name="visit")
    home = models.ForeignKey(Home, on_delete=models.PROTECT, related_name="visits")
    kind = models.CharField(max_length=11, choices=Kind, default=Kind.MEMBERS)
    status = models.CharField(max_length=9, choices=Status, default=Status.DRAFT)
    lead = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="visits_led")
    second = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="visits_seconded")
    shadow = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="visits_watched")
    gate = models.JSONField(default=list, help_text="The gate's answers as they were: [{rule, holds, words}]")
    visited_on = models.DateField("day of the visit", null=True, blank=True)
    arrived_at = models.TimeField(null=True, blank=True)
    left_at = models.TimeField(null=True, blank=True)
    day_part = models.CharField("when in the day", max_length=10, choices=DayPart, blank=True)
    is_announced = models.BooleanField("the home knew the day", null=True, blank=True)
    judgement = models.CharField("good enough for my own child?", max_length=14, choices=Judgement, blank=True)
    judgement_reason = models.TextField("why", blank=True, validators=[MaxLengthValidator(LONGEST)])
    celebrate = models.TextField("one thing to celebrate", blank=True, validators=[MaxLengthValidator(LONGEST)])
    change_first = models.TextField("one thing to change first", blank=True, validators=[MaxLengthValidator(LONGEST)])
    names_explained = models.CharField("why the names in it may stand", max_length=200, blank=True)
    is_passed_on = models.BooleanField("a worry about a child was passed on", null=True, blank=True)
    passed_on_to = models.CharField("to which service", max_length=80, blank=True)
    passed_on_names_explained = models.CharField("why the names in it may stand", max_length=200, blank=True)
    passed_on_at = models.DateTimeField("when", null=True, blank=True)
    step = models.SlugField("step the author was at", max_length=40, blank=True)
    started_at = models.DateTimeField()
    saved_at = models.DateTimeField("last saved")
    chased_at = models.DateTimeField("author asked about the draft", null=True, blank=True)
    submitted_at = models.DateTimeField("first sent", null=True, blank=True)
    returned_at = models.DateTimeField(null=True, blank=True)
    returned_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    returned_because = models.CharField(max_length=500, blank=True)
    returned_names_explained = models.CharField("why the names in it may stand", max_length=200, blank=True)
    answer_by = models.DateField("home answers by", null=True, blank=True)
    reminded_at = models.DateTimeField("home reminded", null=True, blank=True)
    escalated_at = models.DateTimeField("those above told", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = VisitQuerySet.as_manager()

    class Meta:
        ordering = ["-visited_on", "-pk"]
        indexes = [
            models.Index(fields=["status", "visited_on"], name="visit_by_status"),
            models.Index(fields=["home", "-visited_on"], name="visit_of_a_home_newest_first"),
            models.Index(fields=["-submitted_at", "-id"], name="visit_newest_first"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="draft", submitted_at__isnull=True)
                | ~Q(status="draft")
                & Q(submitted_at__isnull=False, visited_on__isnull=False)
                & ~Q(judgement="")
                & ~Q(judgement_reason=""),
                name="visit_that_is_sent_has_a_day_a_judgement_and_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(status="returned") | Q(returned_at__isnull=False) & ~Q(returned_because=""),
                name="visit_is_returned_with_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(is_passed_on=True) | ~Q(passed_on_to="") & Q(passed_on_at__isnull=False),
                name="visit_says_to_whom_and_when_a_worry_was_passed_on",
            ),
            models.CheckConstraint(
                condition=Q(second__isnull=True) | ~Q(second=F("lead")), name="visit_second_is_not_the_lead"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.home}, {self.visited_on:%-d %B %Y}" if self.visited_on else f"{self.home}, not dated yet"

    @property
    def is_exempt_for_ever(self) -> bool:
        """Whether nothing of it may be used in public. Source: DOMAIN section 4, M."""
        return bool(self.is_passed_on)

    @property
    def reference(self) -> Reference:
        """Without the home's name: the record, mails and calendars are read by more than may know of it."""
        return Reference("visit", self.public_id, "A visit to a children's home")


class Answer(models.Model):
    """What was answered to one question of visits/questions.toml: a count, a choice or words, as text."""

    visit = models.ForeignKey(Visit, on_delete=models.CASCADE, related_name="answers")
    question = models.SlugField(max_length=40)
    said = models.TextField(blank=True, validators=[MaxLengthValidator(LONGEST)])

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["visit", "question"], name="answer_to_a_question_is_one_a_visit"),
        ]

    def __str__(self) -> str:
        return f"{self.question}, {self.visit}"


class VisitVersion(models.Model):
    """The report as it was sent, each time it was sent. Rows are only added."""

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    report = models.JSONField(help_text="Answers, judgement and points as they were sent")
    returned_because = models.CharField("why the one before came back", max_length=500, blank=True)
    sent_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["visit", "number"], name="visit_version_has_its_own_number"),
        ]

    def __str__(self) -> str:
        return f"Version {self.number} of {self.visit}"

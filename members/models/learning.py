"""What corporate parents learn: courses and who came, guidance and who has read it."""

import uuid

from django.db import models
from django.db.models import Q

from corpparent.references import Reference
from members.models.person import Person
from members.models.role import Level


class Course(models.Model):
    class Kind(models.TextChoices):
        INDUCTION = "induction", "Induction"
        COURSE = "course", "Course"
        REFRESHER = "refresher", "Refresher"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=10, choices=Kind)
    summary = models.CharField(max_length=500, blank=True)
    link = models.URLField(blank=True)
    for_level = models.PositiveSmallIntegerField("for", choices=Level, default=Level.UNIVERSAL)
    valid_months = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Empty: it does not run out")
    is_expected = models.BooleanField(default=False, help_text="Everybody of that level is asked to have it")
    is_retired = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["title"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_months__isnull=True) | Q(valid_months__gte=1),
                name="course_holds_for_a_month_at_least",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def reference(self) -> Reference:
        return Reference("course", self.public_id, self.title)


class LearningSession(models.Model):
    """One time a course is held. Who came is written down by an officer afterwards."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="sessions")
    starts_at = models.DateTimeField()
    place = models.CharField(max_length=120, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    attendance_at = models.DateTimeField(null=True, blank=True, help_text="When attendance was last written down")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-starts_at"]
        constraints = [
            models.UniqueConstraint(fields=["course", "starts_at"], name="learning_session_of_a_course_starts_once"),
        ]

    def __str__(self) -> str:
        return f"{self.course}, {self.starts_at:%-d %B %Y}"

    @property
    def reference(self) -> Reference:
        return Reference("learning-session", self.public_id, str(self))


class Attendance(models.Model):
    class Outcome(models.TextChoices):
        ATTENDED = "attended", "Came"
        EXCUSED = "excused", "Sent apologies"
        ABSENT = "absent", "Did not come"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    session = models.ForeignKey(LearningSession, on_delete=models.CASCADE, related_name="attendances")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="attendances")
    outcome = models.CharField(max_length=10, choices=Outcome)
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["person__name"]
        constraints = [
            models.UniqueConstraint(fields=["session", "person"], name="attendance_of_a_person_is_once_a_session"),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.session}"

    @property
    def reference(self) -> Reference:
        return Reference("attendance", self.public_id, str(self))


class Reading(models.Model):
    """Something corporate parents should know of: law, guidance, research, a figure's new definition.

    Published and `is_asked`, it asks everybody of the level, or with `for_roles` the holders of these roles alone, to
    say that they have read it. What it says stands behind the link; the portal keeps a digest.
    """

    class Kind(models.TextChoices):
        LAW = "law", "Law"
        GUIDANCE = "guidance", "Government guidance"
        RESEARCH = "research", "Digest of research"
        DEFINITION = "definition", "How figures are defined"
        LOCAL = "local", "The council's own"

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        PUBLISHED = "published", "Published"
        WITHDRAWN = "withdrawn", "Withdrawn"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(max_length=160)
    kind = models.CharField(max_length=10, choices=Kind)
    digest = models.TextField(max_length=5_000, blank=True, help_text="What it says, in a few plain sentences")
    link = models.CharField(max_length=300, blank=True, help_text="https address, or a page of this portal: /figures/")
    for_level = models.PositiveSmallIntegerField("for", choices=Level, default=Level.UNIVERSAL)
    for_roles = models.JSONField(default=list, blank=True, help_text="Slugs of roles; empty: everybody of the level")
    is_asked = models.BooleanField("ask readers to say that they have read it", default=False)
    days = models.PositiveSmallIntegerField("days to read it", default=28)
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    published_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-published_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="draft", published_at__isnull=True)
                | (~Q(status="draft") & Q(published_at__isnull=False)),
                name="reading_has_published_at_once_it_is_published",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def reference(self) -> Reference:
        return Reference("reading", self.public_id, self.title)


class Acknowledgement(models.Model):
    """One person asked to read one thing, and when they said that they had."""

    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, related_name="acknowledgements")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="acknowledgements")
    asked_at = models.DateTimeField()
    due_on = models.DateField()
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["reading", "person"], name="acknowledgement_is_asked_of_a_person_once"),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.reading}"

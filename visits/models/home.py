"""Children's homes, who answers for them, and what others found there."""

import uuid
from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from corpparent.references import Reference
from members.models import Appointment, Person


class HomeQuerySet(models.QuerySet["Home"]):
    def open(self, on: date) -> "HomeQuerySet":
        """Opened by `on` and not closed on it."""
        return self.filter(Q(closed_on__isnull=True) | Q(closed_on__gte=on), opened_on__lte=on)


class Home(models.Model):
    """A home where children of the council live. Everywhere it is its alias and its Ofsted number.

    Address and telephone are for the briefing of a visitor whose visit is due, and for nothing else.
    """

    class Kind(models.TextChoices):
        CHILDRENS_HOME = "childrens-home", "Children's home"
        SHORT_BREAKS = "short-breaks", "Short-breaks home"
        SECURE = "secure", "Secure children's home"
        SCHOOL = "residential-school", "Residential special school"
        SUPPORTED = "supported-accommodation", "Supported accommodation"

    class Provider(models.TextChoices):
        COUNCIL = "council", "The council"
        PRIVATE = "private", "A private provider"
        VOLUNTARY = "voluntary", "A voluntary provider"
        HEALTH = "health", "The health service"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    alias = models.CharField("name on every page", max_length=40, unique=True, help_text="Juniper: never the address")
    urn = models.CharField("Ofsted number", max_length=20, unique=True, help_text="SC900431")
    kind = models.CharField(max_length=24, choices=Kind, default=Kind.CHILDRENS_HOME)
    provider = models.CharField("run by", max_length=10, choices=Provider, default=Provider.COUNCIL)
    is_in_area = models.BooleanField("in the council's area", default=True)
    places = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(200)])
    address = models.CharField(max_length=300, blank=True)
    phone = models.CharField("telephone", max_length=30, blank=True)
    visits_a_year = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MaxValueValidator(52)], help_text="Empty: as often as the council asks"
    )
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True, help_text="Last day, counted")
    version = models.PositiveIntegerField(default=1)

    objects = HomeQuerySet.as_manager()

    class Meta:
        ordering = ["alias"]
        constraints = [
            models.CheckConstraint(condition=Q(places__gte=1), name="home_has_a_place_at_least"),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
                name="home_closes_on_or_after_the_day_it_opens",
            ),
        ]

    def __str__(self) -> str:
        return self.alias

    @property
    def reference(self) -> Reference:
        """With a label that names no home: the record is read by more people than may know of it."""
        return Reference("home", self.public_id, "A children's home")


class HomePost(models.Model):
    """An appointment as registered manager or responsible individual, and a home it is for."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    home = models.ForeignKey(Home, on_delete=models.PROTECT, related_name="posts")
    appointment = models.ForeignKey(Appointment, on_delete=models.CASCADE, related_name="home_posts")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["home", "appointment"], name="home_post_of_an_appointment_is_one_a_home"),
        ]

    def __str__(self) -> str:
        return f"{self.appointment}, {self.home}"


class Inspection(models.Model):
    """What Ofsted found. Grades by head of the scheme it was graded under; a scheme may have no overall grade.

    Known to nobody but officers until `published_on`.
    """

    class Kind(models.TextChoices):
        FULL = "full", "Full inspection"
        ASSURANCE = "assurance", "Assurance inspection"
        INTERIM = "interim", "Interim inspection"
        MONITORING = "monitoring", "Monitoring visit"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    home = models.ForeignKey(Home, on_delete=models.PROTECT, related_name="inspections")
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.FULL)
    inspected_on = models.DateField()
    published_on = models.DateField(null=True, blank=True, help_text="Empty until Ofsted has published it")
    scheme = models.SlugField(max_length=40)
    grades = models.JSONField(default=dict, help_text="Slug of a head of the scheme -> slug of a grade")
    requirements = models.PositiveSmallIntegerField("things that must be put right", null=True, blank=True)
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()
    told_at = models.DateTimeField("members told of a changed grade", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-inspected_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["home", "kind", "inspected_on"], name="inspection_of_a_kind_is_one_a_day"),
            models.CheckConstraint(
                condition=Q(published_on__isnull=True) | Q(published_on__gte=F("inspected_on")),
                name="inspection_is_published_after_it_was_made",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.inspected_on:%-d %B %Y}"

    @property
    def reference(self) -> Reference:
        return Reference("inspection", self.public_id, str(self))


class IndependentVisit(models.Model):
    """That the independent person's monthly visit was made and what came of it, never the report itself.

    Source: Children's Homes (England) Regulations 2015, regulation 44.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    home = models.ForeignKey(Home, on_delete=models.PROTECT, related_name="independent_visits")
    month = models.DateField(help_text="Its first day")
    visited_on = models.DateField()
    organisation = models.CharField("visited for", max_length=120, blank=True)
    is_safeguarded = models.BooleanField("children are effectively safeguarded", null=True)
    is_good_for_them = models.BooleanField("the home promotes their wellbeing", null=True)
    recommendations = models.PositiveSmallIntegerField(default=0)
    answered_on = models.DateField("home answered", null=True, blank=True)
    sent_on = models.DateField("sent to Ofsted", null=True, blank=True)
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-month"]
        constraints = [
            models.UniqueConstraint(fields=["home", "month"], name="independent_visit_is_one_a_month"),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | Q(answered_on__gte=F("visited_on")),
                name="independent_visit_is_answered_after_it_was_made",
            ),
            models.CheckConstraint(
                condition=Q(sent_on__isnull=True) | Q(sent_on__gte=F("visited_on")),
                name="independent_visit_is_sent_after_it_was_made",
            ),
        ]

    def __str__(self) -> str:
        return f"Independent visit, {self.month:%B %Y}"

    @property
    def reference(self) -> Reference:
        return Reference("independent-visit", self.public_id, str(self))


class CareReview(models.Model):
    """That the home's own review of the quality of care was made and sent, never its text.

    Source: Children's Homes (England) Regulations 2015, regulation 45: at least once every six months.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    home = models.ForeignKey(Home, on_delete=models.PROTECT, related_name="care_reviews")
    ends_on = models.DateField("last day of the time it looks back on")
    sent_on = models.DateField("sent to Ofsted", null=True, blank=True)
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-ends_on"]
        constraints = [
            models.UniqueConstraint(fields=["home", "ends_on"], name="care_review_ends_on_a_day_once"),
            models.CheckConstraint(
                condition=Q(sent_on__isnull=True) | Q(sent_on__gte=F("ends_on")),
                name="care_review_is_sent_after_its_time_ends",
            ),
        ]

    def __str__(self) -> str:
        return f"Review of care to {self.ends_on:%-d %B %Y}"

    @property
    def reference(self) -> Reference:
        return Reference("care-review", self.public_id, str(self))

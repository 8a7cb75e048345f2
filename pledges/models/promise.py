"""The promises of a pledge, how they are measured, and what partners commit to beside them."""

import uuid

from django.db import models
from django.db.models import Q

from corpparent.models import StoredFile
from corpparent.references import Reference
from corpparent.themes import PRINCIPLES, THEMES
from members.models import Body, Person, Role
from pledges.models.names import NamesMayStand
from pledges.models.pledge import Pledge

THEME_CHOICES = [(theme.slug, theme.title) for theme in THEMES]
PRINCIPLE_CHOICES = [(principle.number, principle.title) for principle in PRINCIPLES]


class Promise(NamesMayStand):
    """One promise. `wording` is the young people's; `formal_wording` what a committee approved."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pledge = models.ForeignKey(Pledge, on_delete=models.PROTECT, related_name="promises")
    number = models.PositiveSmallIntegerField()
    wording = models.CharField("in young people's words", max_length=200)
    formal_wording = models.CharField(max_length=500, blank=True)
    theme = models.SlugField(max_length=40, choices=THEME_CHOICES)
    principle = models.PositiveSmallIntegerField(choices=PRINCIPLE_CHOICES)
    owner_role = models.ForeignKey(
        Role,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="promises",
        verbose_name="who answers for it",
    )
    partner = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="promises")
    linked_strategies = models.CharField(max_length=300, blank=True)
    expected_outcome = models.CharField(max_length=500, blank=True)
    due_on = models.DateField("to be done by", null=True, blank=True)
    easy_words = models.CharField("in easy words", max_length=120, blank=True)
    easy_more = models.CharField("one more easy sentence", max_length=120, blank=True)
    symbol = models.SlugField(max_length=20, blank=True, help_text="One of the drawings that come with the portal")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pledge", "number"]
        constraints = [
            models.UniqueConstraint(fields=["pledge", "number"], name="promise_number_is_once_a_pledge"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.wording}"

    @property
    def reference(self) -> Reference:
        return Reference("promise", self.public_id, self.wording)


class Measure(NamesMayStand):
    """By what one sees whether a promise is kept. An indicator brings its figure, target and comparison by itself."""

    class Kind(models.TextChoices):
        INDICATOR = "indicator", "A figure of the portal"
        VISIT = "visit", "A question members ask on visits"
        SURVEY = "survey", "A question young people are asked"
        NARRATIVE = "narrative", "What is told, in words"

    class Better(models.TextChoices):
        HIGHER = "higher", "More is better"
        LOWER = "lower", "Less is better"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="measures")
    kind = models.CharField(max_length=10, choices=Kind)
    indicator_code = models.SlugField(max_length=60, blank=True, help_text="Code of the figure")
    question = models.CharField("what is asked or told", max_length=200, blank=True)
    target = models.CharField("what would be good enough", max_length=120, blank=True)
    better = models.CharField(max_length=6, choices=Better, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["promise", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="indicator") & ~Q(indicator_code="")
                | ~Q(kind="indicator") & Q(indicator_code="") & ~Q(question=""),
                name="measure_is_a_figure_or_a_question",
            ),
            models.UniqueConstraint(
                fields=["promise", "indicator_code"],
                condition=Q(kind="indicator", removed_at__isnull=True),
                name="measure_by_a_figure_is_once_a_promise",
            ),
        ]

    def __str__(self) -> str:
        return self.question or self.indicator_code

    @property
    def reference(self) -> Reference:
        return Reference("measure", self.public_id, str(self))


class Commitment(NamesMayStand):
    """What a partner organisation commits to beside the council's own promises; its progress is told the same way."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pledge = models.ForeignKey(Pledge, on_delete=models.PROTECT, related_name="commitments")
    partner = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="commitments")
    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, null=True, blank=True, related_name="commitments")
    wording = models.CharField("what they commit to", max_length=200)
    theme = models.SlugField(max_length=40, choices=THEME_CHOICES)
    principle = models.PositiveSmallIntegerField(choices=PRINCIPLE_CHOICES)
    made_on = models.DateField()
    ended_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pledge", "partner__name", "pk"]

    def __str__(self) -> str:
        return self.wording

    @property
    def reference(self) -> Reference:
        return Reference("commitment", self.public_id, self.wording)


class EasyRead(NamesMayStand):
    """The easy-read form of a pledge: the promises' easy words and drawings. A second person publishes it."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pledge = models.OneToOneField(Pledge, on_delete=models.PROTECT, related_name="easy_read")
    title = models.CharField(max_length=80)
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField()
    published_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    published_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return self.title

    @property
    def reference(self) -> Reference:
        return Reference("easy-read", self.public_id, self.title)


class Drawing(NamesMayStand):
    """A drawing young people made for a promise; whoever brings it says that nobody can be recognised in it."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    promise = models.OneToOneField(Promise, on_delete=models.PROTECT, related_name="drawing")
    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+")
    alternative = models.CharField("what it shows, in words", max_length=120)
    brought_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    brought_at = models.DateTimeField()
    nobody_recognisable = models.BooleanField("nobody can be recognised in it")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(nobody_recognisable=True), name="drawing_is_brought_only_where_nobody_can_be_recognised"
            ),
        ]

    def __str__(self) -> str:
        return self.alternative

    @property
    def reference(self) -> Reference:
        return Reference("drawing", self.public_id, self.alternative)

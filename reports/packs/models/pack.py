"""What the council's members read each period: facts as they stood, and the editions that show them."""

import uuid

from django.db import models
from django.db.models import Q
from django.urls import reverse

from corpparent.periods import Period
from corpparent.references import Reference
from members.models import Person
from members.standing import Standing
from reports.indicators.models import Area
from reports.packs.models.edition import Edition, sees_drafts


class PackQuerySet(models.QuerySet["Pack"]):
    def visible_to(self, who: Standing) -> "PackQuerySet":
        """Packs of which `who` may see an edition; those who build packs see all."""
        if sees_drafts(who):
            return self
        if who.is_member:
            return self.filter(pk__in=Edition.objects.visible_to(who).values("pack_id"))
        # The same as Edition.visible_to, joined: one public edition a pack, so no pack comes twice.
        return self.filter(
            is_own=True, editions__audience=Edition.Audience.PUBLIC, editions__status=Edition.Status.PUBLISHED
        )


class Pack(models.Model):
    """One version of the pack of an area and a period. `facts` are gathered once and never change after that."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="packs")
    is_own = models.BooleanField(help_text="Of the installation's own council; others hold published figures only")
    period = models.CharField(max_length=10, help_text="2022-23 or 2025-26-Q2")
    version = models.PositiveSmallIntegerField(default=1, help_text="A correction is a new version")
    frozen_at = models.DateTimeField(null=True)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    # Last, because SQLite reads a row up to the column it wants.
    facts = models.JSONField(null=True, help_text="Frozen; unprotected, so read only by the build")

    objects = PackQuerySet.as_manager()

    class Meta:
        ordering = ["-period", "area__name", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "period", "version"], name="pack_version_is_one_per_area_and_period"
            ),
            models.CheckConstraint(
                condition=Q(facts__isnull=True, frozen_at__isnull=True)
                | Q(facts__isnull=False, frozen_at__isnull=False),
                name="pack_facts_and_frozen_at_go_together",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("packs:pack-detail", args=[self.public_id])

    @property
    def label(self) -> str:
        """The period as people say it: "July to September 2025"."""
        return Period.parse(self.period).label

    @property
    def title(self) -> str:
        return title_of(self.area.name, self.period, self.version)

    @property
    def reference(self) -> Reference:
        return Reference("pack", self.public_id, self.title)


def title_of(area: str, period: str, version: int) -> str:
    """ "Larchford, July to September 2025", and which version where there are several."""
    return f"{area}, {Period.parse(period).label}{f', version {version}' if version > 1 else ''}"

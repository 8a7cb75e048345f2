from django.db import models
from django.urls import reverse

from members.standing import Standing
from reports.packs.models.edition import Edition, sees_drafts


class LeafQuerySet(models.QuerySet["Leaf"]):
    def visible_to(self, who: Standing) -> "LeafQuerySet":
        """Pages of the editions that `who` may see: Edition.visible_to, joined, because this is the page most read."""
        if sees_drafts(who):
            return self
        published = self.filter(edition__status=Edition.Status.PUBLISHED)
        if who.is_member:
            return published
        return published.filter(edition__audience=Edition.Audience.PUBLIC, edition__pack__is_own=True)


class Leaf(models.Model):
    """One page of an edition's twin in HTML, kept as it was first rendered, so that reading it costs one small row.

    `html` is made by the edition's template from its frozen facts: no words of a person reach it unescaped.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="leaves")
    number = models.PositiveSmallIntegerField()
    slug = models.SlugField(max_length=40)
    title = models.CharField(max_length=100)
    html = models.TextField()

    objects = LeafQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        verbose_name_plural = "leaves"
        constraints = [
            models.UniqueConstraint(fields=["edition", "number"], name="leaf_number_is_once_in_an_edition"),
            models.UniqueConstraint(fields=["edition", "slug"], name="leaf_slug_is_once_in_an_edition"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("packs:leaf-detail", args=[self.edition.public_id, self.slug])

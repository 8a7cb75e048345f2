"""Editions: reading one page by page, taking it away, publishing it."""

import logging

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, View

from corpparent import exports
from corpparent.rules import why_not
from reports.packs import facts, listings, proof, rules, services
from reports.packs.models import Edition, Leaf

log = logging.getLogger(__name__)

# What a page of the twin shows of itself, its edition, its pack and its area: the facts behind it stay where they are.
SHOWN = [
    *("number", "title", "html"),
    *(f"edition__{name}" for name in ("public_id", "audience", "status", "pages", "size")),
    *(f"edition__pack__{name}" for name in ("public_id", "period", "version", "area__name")),
]


def visible_edition(request, public_id) -> Edition:
    """The edition without its facts, or a 404 for whoever may not see it."""
    editions = Edition.objects.visible_to(request.standing).select_related("pack__area")
    return get_object_or_404(editions.defer("facts", "pack__facts"), public_id=public_id)


@method_decorator(login_not_required, name="dispatch")
class EditionDetail(View):
    """An edition opens at its first page."""

    def get(self, request, public_id):
        edition = visible_edition(request, public_id)
        return redirect("packs:leaf-detail", edition.public_id, edition.leaves.values_list("slug", flat=True)[0])


@method_decorator(login_not_required, name="dispatch")
class LeafDetail(DetailView):
    """One page of the twin: contents at the side, one question a page."""

    template_name = "packs/leaf_detail.html"

    def get_object(self, queryset=None):
        leaves = Leaf.objects.visible_to(self.request.standing).select_related("edition__pack__area").only(*SHOWN)
        return get_object_or_404(leaves, edition__public_id=self.kwargs["public_id"], slug=self.kwargs["slug"])

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | listings.contents_of(self.object)


@method_decorator(login_not_required, name="dispatch")
class EditionPdf(View):
    def get(self, request, public_id):
        edition = visible_edition(request, public_id)
        try:
            content = proof.content_of(edition)
        except proof.Damaged as damage:
            log.error("Edition %s: %s", edition.public_id, damage)
            return render(request, "packs/edition_damaged.html", {"damage": str(damage)}, status=503)
        return HttpResponse(
            content,
            content_type="application/pdf",
            headers={
                "Content-Disposition": f'attachment; filename="{listings.file_stem(edition)}.pdf"',
                "Content-Security-Policy": "sandbox",
            },
        )


@method_decorator(login_not_required, name="dispatch")
class EditionFigures(View):
    """Every figure the edition shows, as CSV."""

    def get(self, request, public_id):
        edition = get_object_or_404(
            Edition.objects.visible_to(request.standing).select_related("pack__area"), public_id=public_id
        )
        return exports.csv_file(f"{listings.file_stem(edition)}.csv", facts.TABLE_HEAD, facts.table_of(edition.facts))


class EditionConfirm(DetailView):
    """What publishing means, before it is done: it cannot be undone."""

    template_name = "packs/edition_confirm.html"

    def get_object(self, queryset=None):
        return visible_edition(self.request, self.kwargs["public_id"])

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "why_not_publish": why_not(rules.check_can_publish, self.request.standing, self.object)
        }


@require_POST
def edition_publish(request, public_id):
    edition = visible_edition(request, public_id)
    if edition.is_published:  # the second press of the same button
        messages.info(request, f"{edition.get_audience_display()} is published already.")
    else:
        services.publish(edition=edition, by=request.user, at=timezone.now())
        messages.success(request, f"{edition.get_audience_display()} published.")
    return redirect(reverse("packs:pack-detail", args=[edition.pack.public_id]))

"""Editions: reading one page by page, taking it away, publishing it."""

import logging

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, TemplateView, View

from corpparent import exports
from corpparent.rules import why_not
from members.getting_in.fresh import FreshSignIn, needs_fresh_sign_in
from reports.packs import facts, listings, proof, rules, services
from reports.packs.models import Edition, Leaf

log = logging.getLogger(__name__)


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
class LeafDetail(TemplateView):
    """One page of the twin: contents at the side, one question a page."""

    template_name = "packs/leaf_detail.html"

    def get_context_data(self, **kwargs):
        leaves = Leaf.objects.visible_to(self.request.standing).values(*listings.LEAF)
        leaf = leaves.filter(edition__public_id=kwargs["public_id"], slug=kwargs["slug"]).first()
        if leaf is None:
            raise Http404
        parts = Leaf.objects.filter(edition_id=leaf["edition_id"]).values_list("number", "slug", "title")
        return super().get_context_data(**kwargs) | listings.page_of(leaf, parts)


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


class EditionConfirm(FreshSignIn, DetailView):
    """What publishing means, before it is done: it cannot be undone."""

    template_name = "packs/edition_confirm.html"

    def get_object(self, queryset=None):
        return visible_edition(self.request, self.kwargs["public_id"])

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "why_not_publish": why_not(rules.check_can_publish, self.request.standing, self.object)
        }


@require_POST
@needs_fresh_sign_in
def edition_publish(request, public_id):
    edition = visible_edition(request, public_id)
    if edition.is_published:  # the second press of the same button
        messages.info(request, f"{edition.get_audience_display()} is published already.")
    else:
        services.publish(edition=edition, by=request.user, at=timezone.now())
        messages.success(request, f"{edition.get_audience_display()} published.")
    return redirect(reverse("packs:pack-detail", args=[edition.pack.public_id]))

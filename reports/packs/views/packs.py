"""Packs: the list, the page of one, asking for one and watching it being built."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, FormView, ListView

from corpparent.rules import why_not
from reports.packs import listings, rules, services
from reports.packs.filters import PackFilter
from reports.packs.forms import PackForm
from reports.packs.models import Pack


@method_decorator(login_not_required, name="dispatch")
class PackList(ListView):
    """Members see every pack they may read; the public sees what has been published."""

    template_name = "packs/pack_list.html"
    paginate_by = 25

    def get_queryset(self):
        packs = Pack.objects.visible_to(self.request.standing)
        return PackFilter(self.request.GET, packs).qs if self.request.GET else packs

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        year = self.request.GET.get("year", "")
        return context | {
            "rows": listings.rows_of_list(context["page_obj"].object_list, self.request.standing),
            "years": listings.years_of_list(year),
            "why_not_build": why_not(rules.check_can_build, self.request.standing),
            "is_filtered": bool(year),
        }


class PackCreate(FormView):
    form_class = PackForm
    template_name = "packs/pack_form.html"

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_build(request.standing)
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form):
        pack = form.save(by=self.request.user)
        if not services.jobs_of(pack).open().exists():
            messages.info(self.request, "This pack is built already, and no figures have come in since.")
        return redirect(pack)


@method_decorator(login_not_required, name="dispatch")
class PackDetail(DetailView):
    """A pack, its editions, and how far its building has come."""

    template_name = "packs/pack_detail.html"
    slug_field = slug_url_kwarg = "public_id"

    def get_queryset(self):
        return Pack.objects.visible_to(self.request.standing).select_related("area", "asked_by").defer("facts")

    def get_context_data(self, **kwargs):
        who = self.request.standing
        job = services.jobs_of(self.object).first() if not why_not(rules.check_can_build, who) else None
        return super().get_context_data(**kwargs) | {
            "editions": listings.editions_of_page(self.object, who),
            "versions": listings.other_versions(self.object, who),
            "why_not_build": why_not(rules.check_can_build, who),
            "job": job,
            "progress": listings.progress_of(job, self.object) if job else None,
        }


class PackProgress(DetailView):
    """The moving part of the page alone, fetched every few seconds."""

    template_name = "components/progress.html"
    slug_field = slug_url_kwarg = "public_id"

    def get_queryset(self):
        return Pack.objects.visible_to(self.request.standing).defer("facts")

    def get_context_data(self, **kwargs):
        job = get_object_or_404(services.jobs_of(self.object)[:1])
        return listings.progress_of(job, self.object)


@require_POST
def pack_build(request, public_id):
    """Ask again for a pack whose building failed or was stopped."""
    pack = get_object_or_404(Pack.objects.visible_to(request.standing).select_related("area"), public_id=public_id)
    pack = services.ask_again(pack=pack, by=request.user, at=timezone.now())
    return redirect(pack)


@require_POST
def pack_stop(request, public_id):
    pack = get_object_or_404(Pack.objects.visible_to(request.standing), public_id=public_id)
    services.stop_building(pack=pack, by=request.user, at=timezone.now())
    messages.info(request, "Building stops at its next step. Nothing is lost: ask again when you like.")
    return redirect(reverse("packs:pack-detail", args=[pack.public_id]))

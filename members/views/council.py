"""The council's settings: all of them on one page, a form a group, the mark, and closed days."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, TemplateView, View

from members import rules, services
from members.facts.council import closed_days, settings_of
from members.forms.council import GROUPS, ClosedDayForm, MarkForm, WordsForm
from members.getting_in.fresh import FreshSignIn, needs_fresh_sign_in
from members.models import ClosedDay, Council
from members.views.keeping import KeepingForm
from members.words import DEFAULTS, current

DAY = 24 * 60 * 60  # seconds


class AdministratorOnly(View):
    """Pages of settings, for the administrator alone."""

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_change_council(request.standing)
        return super().dispatch(request, *args, **kwargs)


class CouncilDetail(AdministratorOnly, TemplateView):
    template_name = "members/council_detail.html"

    def get_context_data(self, **kwargs):
        council = Council.current()
        settings = settings_of(council)
        groups = [{"slug": slug, "title": form.title, "facts": settings[slug]} for slug, form in GROUPS.items()]
        return super().get_context_data(**kwargs) | {
            "groups": groups,
            "has_mark": council.mark_id is not None,
            "days": closed_days(ClosedDay.objects.filter(on__gte=timezone.localdate())),
        }


class SettingsForm(AdministratorOnly, FreshSignIn, KeepingForm):
    success_url = reverse_lazy("members:council-detail")
    done = "Settings kept."


class CouncilUpdate(SettingsForm):
    """One group of settings."""

    template_name = "members/council_form.html"

    def get_form_class(self):
        try:
            return GROUPS[self.kwargs["group"]]
        except KeyError as unknown:
            raise Http404 from unknown

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": Council.current()}


class MarkUpdate(SettingsForm):
    form_class = MarkForm
    template_name = "members/council_mark_form.html"
    done = "The mark is kept. It stands on every page from now on."

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"version": Council.current().version}


@require_POST
@needs_fresh_sign_in
def mark_remove(request):
    rules.check_can_change_council(request.standing)
    services.set_mark(content=None, version=Council.current().version, by=request.user, at=timezone.now())
    messages.info(request, "The mark was taken away. The portal’s own stands in its place.")
    return redirect("members:council-detail")


@method_decorator(login_not_required, name="dispatch")
class CouncilMark(View):
    """The picture itself, for everybody. Its address carries the council's version, so it may be kept for a day."""

    def get(self, request):
        mark = Council.glance().mark
        if mark is None:
            raise Http404
        return FileResponse(
            mark.path.open("rb"),
            content_type="image/png",
            headers={"Cache-Control": f"public, max-age={DAY}", "X-Content-Type-Options": "nosniff"},
        )


class WordList(SettingsForm):
    """Every term and what the council says for it."""

    form_class = WordsForm
    template_name = "members/word_list.html"
    success_url = reverse_lazy("members:word-list")
    done = "Words kept. Pages say them within ten seconds; packs that were built keep the words they had."

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"version": Council.current().version, "said": current()}

    def get_context_data(self, **kwargs):
        said = current()
        own = [{"slug": slug, "said": said[slug], "default": DEFAULTS[slug]} for slug in DEFAULTS if is_own(slug, said)]
        return super().get_context_data(**kwargs) | {"own": own}


def is_own(slug, said):
    """Whether the council says a term in words of its own."""
    return said[slug] != DEFAULTS[slug]


@require_POST
@needs_fresh_sign_in
def word_reset(request, term):
    rules.check_can_change_council(request.standing)
    if term not in DEFAULTS:
        raise Http404
    services.set_words(words={term: DEFAULTS[term]}, by=request.user, at=timezone.now())
    messages.info(request, f"Pages say “{DEFAULTS[term]}” again.")
    return redirect("members:word-list")


class ClosedDayCreate(SettingsForm):
    form_class = ClosedDayForm
    template_name = "members/council_day_form.html"
    done = "The day is closed."


class ClosedDayConfirm(AdministratorOnly, FreshSignIn, DetailView):
    """Asked before a closed day becomes a working day again."""

    template_name = "members/council_day_confirm.html"
    context_object_name = "day"

    def get_object(self, queryset=None):
        return get_object_or_404(ClosedDay, on=self.kwargs["on"])

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"row": closed_days([self.object])[0]}


@require_POST
@needs_fresh_sign_in
def day_open(request, on):
    rules.check_can_change_council(request.standing)
    services.open_day(day=get_object_or_404(ClosedDay, on=on), by=request.user, at=timezone.now())
    messages.info(request, f"{on:%A %-d %B %Y} is a working day again.")
    return redirect("members:council-detail")

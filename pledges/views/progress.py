"""A promise with all that is known of it; saying how it stands; who has not spoken."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.generic import DetailView, FormView, TemplateView

from corpparent.rules import why_not
from pledges.facts import actions, voices
from pledges.facts import progress as facts
from pledges.facts.silence import silent_on
from pledges.forms.progress import period_to_tell
from pledges.forms.progress_voices import FORMS
from pledges.models import Commitment, Progress, Promise
from pledges.rules import progress as rules
from pledges.rules.pledges import check_can_write
from pledges.showing import progress as showing
from pledges.showing import silence
from pledges.showing.shortfalls import url_to_say
from reports.indicators import audiences

HEARD = 5  # newest voices beside a promise


class PromiseDetail(DetailView):
    """Wording, both voices, what one sees it by, and its history. Where the voices differ the page says so first."""

    template_name = "pledges/promise_detail.html"
    slug_field = slug_url_kwarg = "public_id"
    context_object_name = "promise"

    def get_queryset(self):
        return Promise.objects.select_related("pledge", "owner_role", "partner")

    def get_context_data(self, **kwargs):
        promise, who = self.object, self.request.standing
        standing = facts.standings([promise])[promise.pk]
        measures = list(promise.measures.filter(removed_at__isnull=True))
        figures = facts.figures_of(measures, audiences.on_screen(who))
        chapters = [showing.shown_chapter(one) for one in facts.history(promise)]
        return super().get_context_data(**kwargs) | {
            "kicker": f"{promise.pledge.title} · promise {promise.number}",
            "verdict": showing.verdict(standing),
            "facts": showing.about(promise, standing, localdate()),
            "newest": chapters[0] if chapters else None,
            "before": chapters[1:],
            "measures": [{"measure": one, "figure": figures.get(one.pk)} for one in measures],
            "heard": voices.of_promise(promise, HEARD),
            "actions": showing.shown_actions(actions.of_promise(promise, who), localdate()),
            "to_record": showing.voices_to_record(promise, who),
            "why_not_change": why_not(check_can_write, who),
            "not_enough_url": url_to_say(f"promise:{self.object.public_id}", who),
        }


class ProgressCreate(FormView):
    """Say how one voice sees a promise or commitment, or correct what was said. `?period=` chooses the time."""

    model: type[Promise] | type[Commitment] = Promise
    template_name = "pledges/progress_form.html"
    thing: Promise | Commitment

    def dispatch(self, request, *args, **kwargs):
        promise = "owner_role" if self.model is Promise else "promise__owner_role"
        rows = self.model.objects.select_related("pledge", promise)
        self.thing = get_object_or_404(rows, public_id=kwargs["public_id"])  # type: ignore[assignment]  # of either kind
        self.voice = kwargs["voice"]
        if self.voice not in FORMS:
            raise Http404("There is no such voice.")
        rules.check_can_record(request.standing, self.voice, facts.owner_role_of(self.thing))
        rules.check_is_published(self.thing.pledge)
        return super().dispatch(request, *args, **kwargs)

    def get_form_class(self):
        return FORMS[self.voice]

    def get_form_kwargs(self):
        period = period_to_tell(self.request.GET.get("period", ""), self.thing, localdate())
        said = facts.of_thing(self.thing).filter(voice=self.voice)
        now = said.current().filter(period=period.code).first() if period else None
        more = {"thing": self.thing, "who": self.request.standing, "period": period, "now": now}
        return super().get_form_kwargs() | more | {"spoken": said.count()}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "thing": self.thing,
            "is_officers": self.voice == Progress.Voice.OFFICERS,
            "back": self.get_success_url(),
        }

    def form_valid(self, form):
        if form.save(by=self.request.user) is None:
            return self.form_invalid(form)
        messages.success(self.request, "Kept. It stands beside what the other voice says, with your name and today.")
        return redirect(self.get_success_url())

    def get_success_url(self):
        promise = self.thing if isinstance(self.thing, Promise) else self.thing.promise
        if promise:
            return reverse("pledges:promise-detail", args=[promise.public_id])
        return reverse("pledges:pledge-detail", args=[self.thing.pledge.public_id])


class ProgressList(TemplateView):
    """Who has not spoken of the newest quarter that has ended."""

    template_name = "pledges/progress_list.html"

    def get_context_data(self, **kwargs):
        found = silence.Silences.of(silent_on(localdate()), self.request.standing, localdate())
        return super().get_context_data(**kwargs) | {"silences": found}

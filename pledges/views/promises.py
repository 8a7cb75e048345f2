"""Writing promises, what they are measured by, and what partners commit to beside them."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from corpparent.identifiers.forms import REASON
from corpparent.rules import why_not
from pledges import services
from pledges.forms.promises import CommitmentForm, MeasureForm, PromiseForm
from pledges.models import Commitment, Measure, Pledge, Promise
from pledges.rules import pledges as rules
from pledges.rules import promises as promise_rules
from pledges.views.pledges import PledgeFormView
from reports.indicators.models import Indicator


class PromiseCreate(PledgeFormView):
    form_class = PromiseForm
    heading = "Add a promise"
    lead = "One sentence that a child would say. It becomes the last one; its place can be changed afterwards."
    done = "The promise is added."

    def check_pledge(self, pledge):
        rules.check_words_can_change(pledge)


class CommitmentCreate(PledgeFormView):
    form_class = CommitmentForm
    heading = "Write a partner’s commitment down"
    lead = "It stands beside the council’s own promises, and its progress is told the same way."
    done = "The commitment is written down."

    def check_pledge(self, pledge):
        rules.check_is_not_retired(pledge)


class OfAPromise(PledgeFormView):
    """The pledge is that of the promise in the address."""

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_write(request.standing)
        promises = Promise.objects.select_related("pledge", "owner_role", "partner")
        self.promise = get_object_or_404(promises, public_id=kwargs["public_id"])
        self.pledge: Pledge = self.promise.pledge
        rules.check_is_not_retired(self.pledge)
        return super(PledgeFormView, self).dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"promise": self.promise}

    def get_success_url(self):
        return reverse("pledges:promise-update", args=[self.promise.public_id])


class PromiseUpdate(OfAPromise):
    """Its words, who answers for it, and by what one sees whether it is kept."""

    form_class = PromiseForm
    template_name = "pledges/promise_form.html"
    heading = "Change this promise"
    done = "Changes kept."

    def get_form_kwargs(self):
        are_words_fixed = self.pledge.status not in rules.WORDS_CHANGE
        return super().get_form_kwargs() | {"promise": self.promise, "are_words_fixed": are_words_fixed}

    def get_initial(self):
        slugs = {
            "owner_role": self.promise.owner_role and self.promise.owner_role.slug,
            "partner": self.promise.partner and self.promise.partner.slug,
        }
        shown = (*PromiseForm.base_fields, REASON)
        return {name: getattr(self.promise, name) for name in shown if name not in slugs} | slugs

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "measures": measures_of(self.promise),
            "why_not_remove": why_not(promise_rules.check_can_be_removed, self.pledge),
        }


class MeasureCreate(OfAPromise):
    form_class = MeasureForm
    template_name = "pledges/measure_form.html"
    heading = "How will we know whether it is kept?"
    lead = "A figure brings its newest value, target and comparison by itself. A question is answered in words."
    done = "The promise is measured by this now."

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        del kwargs["pledge"]
        return kwargs | {"promise": self.promise}


def measures_of(promise: Promise) -> list[dict[str, object]]:
    """What it is measured by, figures by their title. Two queries."""
    measures = list(promise.measures.filter(removed_at__isnull=True))
    codes = [one.indicator_code for one in measures if one.indicator_code]
    titles = dict(Indicator.objects.filter(is_current=True, code__in=codes).values_list("code", "title"))
    return [{"measure": one, "title": titles.get(one.indicator_code, str(one))} for one in measures]


@require_POST
def promise_remove(request, public_id):
    promise = get_object_or_404(Promise.objects.select_related("pledge"), public_id=public_id)
    services.remove_promise(promise=promise, by=request.user, at=timezone.now())
    messages.info(request, "The promise was taken out of the draft.")
    return redirect("pledges:pledge-detail", promise.pledge.public_id)


@require_POST
def measure_remove(request, public_id):
    measure = get_object_or_404(Measure.objects.select_related("promise__pledge"), public_id=public_id)
    services.remove_measure(measure=measure, by=request.user, at=timezone.now())
    messages.info(request, "The promise is no longer measured by this.")
    return redirect("pledges:promise-update", measure.promise.public_id)


@require_POST
def commitment_end(request, public_id):
    commitment = get_object_or_404(Commitment.objects.select_related("pledge"), public_id=public_id)
    services.end_commitment(commitment=commitment, by=request.user, at=timezone.now())
    messages.info(request, "The commitment has ended. What was said of it stays.")
    return redirect("pledges:pledge-detail", commitment.pledge.public_id)

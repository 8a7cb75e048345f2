"""Decisions: the public list and the record of each, writing one down, and what came of it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, FormView, ListView
from django_filters.views import FilterView

from corpparent.rules import NotAllowed, why_not
from pledges.facts.actions import visible_to as visible_actions
from pledges.views.pressing import press, version_seen
from reports.committees import services
from reports.committees.facts import decisions as facts
from reports.committees.filters import DecisionFilter
from reports.committees.forms import decisions as forms
from reports.committees.models import AgendaItem, Decision, Meeting
from reports.committees.models.meeting import keeps_papers
from reports.committees.rules import decisions as rules
from reports.committees.showing import decisions as showing
from reports.committees.views.everybody import Drawn


def visible_decision(request: Any, public_id: Any) -> Decision:
    """The decision, or a 404 for whoever may not see it."""
    found = Decision.objects.visible_to(request.standing).select_related("item__meeting__body", "action")
    return get_object_or_404(found, public_id=public_id)


def kept_decision(request: Any, public_id: Any) -> Decision:
    """The decision, for who writes decisions down. Raises NotAllowed, Http404."""
    rules.check_can_keep(request.standing)
    return visible_decision(request, public_id)


@method_decorator(login_not_required, name="dispatch")
class DecisionList(Drawn, FilterView):
    """Published decisions of every body, the newest first."""

    filterset_class = DecisionFilter
    template_name = "committees/decision_list.html"
    heading, choices = "Decisions", ("body", "year", "kind")
    paginate_by = 25
    strict = False

    def get_queryset(self):
        return facts.published(self.request.standing)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        page, who = list(context["page_obj"].object_list), self.request.standing
        seen = facts.seen_by(who, page)
        return context | {
            "rows": [showing.row_of(one, is_seen=one.pk in seen) for one in page],
            "is_filtered": any(self.request.GET.get(name) for name in DecisionFilter.Meta.fields),
            "is_member": who.is_member,
        }


class DecisionOpen(ListView):
    """Decisions and recommendations that nothing came of yet, the oldest first: none is forgotten."""

    template_name = "committees/decision_open.html"
    paginate_by = 50

    def dispatch(self, request, *args, **kwargs):
        if not request.standing.is_member:
            raise NotAllowed("Only people with an appointment see what waits for an answer.")
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self):
        return facts.without_answer(self.request.standing)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"rows": [showing.row_of(one, is_seen=True) for one in context["page_obj"].object_list]}


@method_decorator(login_not_required, name="dispatch")
class DecisionDetail(DetailView):
    """The record of one decision, fit to print, and for its keepers what they may do next."""

    template_name = "committees/decision_detail.html"
    context_object_name = "decision"

    def get_object(self, queryset=None):
        return visible_decision(self.request, self.kwargs["public_id"])

    def get_context_data(self, **kwargs):
        decision, who = self.object, self.request.standing
        keeps = keeps_papers(who)
        action = visible_actions(who).filter(pk=decision.action_id).first() if who.is_member else None
        return super().get_context_data(**kwargs) | {
            "facts": showing.facts_of(decision, who),
            "tags": showing.tags_of(decision),
            "answer": showing.answer_of(decision),
            "action": action,
            "keeps": keeps,
            "may_answer": keeps and not why_not(rules.check_wants_answer, decision),
        }


class MeetingDecisions(DetailView):
    """Every item of a meeting with what was decided under it, for those who write it down."""

    template_name = "committees/meeting_decisions.html"
    slug_field = slug_url_kwarg = "public_id"
    context_object_name = "meeting"

    def get_queryset(self):
        rules.check_can_keep(self.request.standing)
        return Meeting.objects.select_related("body")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "items": showing.items_of(facts.items_with_decisions(self.object)),
            "why_not": why_not(rules.check_has_met, self.object, timezone.localdate()),
        }


class DecisionForm(FormView):
    """A form of who writes decisions down; what the service refuses is said at its field."""

    template_name = "committees/decision_form.html"
    heading = lead = done = ""

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_keep(request.standing)
        self.check()
        return super().dispatch(request, *args, **kwargs)

    def check(self) -> None:
        """Raises NotAllowed where the form would only be refused, and Http404."""

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "item": self.item,
            "heading": self.heading,
            "lead": self.lead,
        }

    def form_valid(self, form):
        saved = form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return redirect("committees:decision-detail", saved.public_id)


class DecisionCreate(DecisionForm):
    form_class = forms.DecisionForm
    heading, done = "Write down a decision", "Kept as a draft. Read it once more, then publish it."

    @cached_property
    def item(self) -> AgendaItem:
        found = AgendaItem.objects.select_related("meeting__body")
        return get_object_or_404(found, public_id=self.kwargs["public_id"])

    def check(self) -> None:
        rules.check_can_record(self.item, timezone.localdate())

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"item": self.item}

    def get_initial(self):
        return forms.new_shown(self.item)


class OfDecision(DecisionForm):
    """A deed to the decision in the address."""

    @cached_property
    def decision(self) -> Decision:
        return visible_decision(self.request, self.kwargs["public_id"])

    @property
    def item(self) -> AgendaItem:
        return self.decision.item

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"decision": self.decision}


class DecisionUpdate(OfDecision):
    form_class = forms.DecisionForm
    heading, done = "Change this decision", "Kept."

    def check(self) -> None:
        rules.check_is_draft(self.decision)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"item": self.item}

    def get_initial(self):
        return forms.decision_shown(self.decision)


class DecisionAct(OfDecision):
    form_class = forms.ActForm
    heading, done = "Make it an action", "The action is in the register, and whoever does it gets a note."

    def check(self) -> None:
        rules.check_wants_answer(self.decision)


class DecisionLeave(OfDecision):
    form_class = forms.LeaveForm
    heading, done = "Nothing needs to be done", "Kept: the reason stands beside the decision."

    def check(self) -> None:
        rules.check_wants_answer(self.decision)

    def get_initial(self):
        return {"because": self.decision.no_action_because}


class DecisionConfirm(DetailView):
    """The second look before a decision is published: what everybody will read."""

    template_name = "committees/decision_confirm.html"
    context_object_name = "decision"

    def get_object(self, queryset=None):
        decision = kept_decision(self.request, self.kwargs["public_id"])
        rules.check_is_draft(decision)
        return decision

    def get_context_data(self, **kwargs):
        decision = self.object
        return super().get_context_data(**kwargs) | {
            "facts": showing.facts_of(decision, self.request.standing),
            "why_not": why_not(rules.check_can_record, decision.item, timezone.localdate()),
        }


@require_POST
def decision_publish(request, public_id):
    """Publish the decision as it was read. Pressed twice it is published once."""
    decision, version = kept_decision(request, public_id), version_seen(request)
    press(
        request,
        lambda: services.publish_decision(decision=decision, version=version, by=request.user, at=timezone.now()),
        "The decision is published.",
    )
    return redirect("committees:decision-detail", public_id)


@require_POST
def decision_remove(request, public_id):
    """Take a draft away."""
    decision = kept_decision(request, public_id)
    services.remove_decision(decision=decision, by=request.user, at=timezone.now())
    messages.success(request, "The draft is gone.")
    return redirect("committees:meeting-decisions", decision.item.meeting.public_id)

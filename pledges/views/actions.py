"""The register of actions: to read, to print, to download; raise one, and each deed to it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, FormView, ListView, View

from corpparent import exports
from corpparent.references import KINDS, Reference
from corpparent.remembered import choice_of
from corpparent.rules import why_not
from members.models import Body
from pledges import services
from pledges.facts import actions as facts
from pledges.filters import ActionFilter
from pledges.forms import actions as forms
from pledges.models import Action
from pledges.rules import actions as rules
from pledges.showing import actions as showing

Status = Action.Status
SOURCES = ("promise", "pledge", "voice", "shortfall", "body")


class ActionList(ListView):
    """Everything one may see, the soonest due first."""

    template_name = "pledges/action_list.html"
    paginate_by = 50

    def get_queryset(self):
        rules.check_can_see_register(self.request.standing)
        self.filter = ActionFilter(self.request.GET, facts.listed(self.request.standing))
        return facts.as_rows(self.filter.qs)

    def get_paginator(self, *args, **kwargs):
        found, asked = self.filter.qs, choice_of(self.filter.form)
        self.counts = facts.counts(found, asked, self.request.standing, timezone.localdate())
        paginator = super().get_paginator(*args, **kwargs)
        paginator.count = self.counts.number
        return paginator

    def get_context_data(self, **kwargs):
        context, today = super().get_context_data(**kwargs), timezone.localdate()
        ages = self.counts.ages
        return context | {
            "rows": [showing.row_of(one, today) for one in facts.rows_of(context["page_obj"])],
            "filter": self.filter,
            "is_filtered": any(self.request.GET.get(name) for name in self.filter.filters),
            "ages": [age for age in ages if age.number],
            "late": sum(age.number for age in ages),
            "query": self.request.GET.urlencode(),
        }


class MyActions(ListView):
    """What I have to do, and what waits for my check."""

    template_name = "pledges/action_mine.html"
    paginate_by = 50

    def get_queryset(self):
        rules.check_can_see_register(self.request.standing)
        mine = facts.listed(self.request.standing).filter(owner=self.request.standing.person_id)
        return facts.as_rows(mine.open())

    def get_context_data(self, **kwargs):
        context, today = super().get_context_data(**kwargs), timezone.localdate()
        waiting = facts.as_rows(facts.to_check(self.request.standing))[:50]
        return context | {
            "rows": [showing.row_of(one, today) for one in facts.rows_of(context["page_obj"])],
            "to_check": [showing.row_of(one, today) for one in facts.rows_of(waiting)],
        }


class Tracker(DetailView):
    """Actions that a body follows, to be printed for its meeting."""

    template_name = "pledges/action_tracker.html"
    model = Body
    slug_url_kwarg = "body"

    def get_context_data(self, **kwargs):
        rules.check_can_see_register(self.request.standing)
        today = timezone.localdate()
        followed = facts.tracker(self.object, self.request.standing, today)
        return super().get_context_data(**kwargs) | {
            "today": today,
            "open": [showing.row_of(one, today) for one in followed if not one.has_ended],
            "ended": [showing.row_of(one, today) for one in followed if one.has_ended],
            "has_exempt": any(one.access == Action.Access.EXEMPT for one in followed),
        }


class ActionDownload(View):
    """What the list shows, as a table."""

    def get(self, request, form):
        rules.check_can_see_register(request.standing)
        today = timezone.localdate()
        found = ActionFilter(request.GET, facts.listed(request.standing).select_related("checked_by", "owner", "body"))
        rows = (showing.table_row(action, today) for action in found.qs)
        if form == "xlsx":
            return exports.xlsx_file("actions.xlsx", [exports.Sheet("Actions", showing.HEAD, rows)])
        return exports.csv_file("actions.csv", showing.HEAD, rows)


class ActionDetail(DetailView):
    template_name = "pledges/action_detail.html"
    slug_field = slug_url_kwarg = "public_id"
    context_object_name = "action"

    def get_queryset(self):
        rules.check_can_see_register(self.request.standing)
        return facts.visible_to(self.request.standing).select_related(
            "owner", "raised_by", "checked_by", "body", "promise"
        )

    def get_context_data(self, **kwargs):
        action, who = self.object, self.request.standing
        return super().get_context_data(**kwargs) | {
            "tag": showing.tag_of(action, timezone.localdate()),
            "facts": showing.facts_of(action),
            "story": showing.story_of(list(action.notes.select_related("by"))),
            "is_open": action.status == Status.OPEN,
            "is_to_check": action.status == Status.TO_CHECK,
            "has_ended": action.ended_at is not None,
            "why_not_finish": why_not(rules.check_can_finish, who, action),
            "why_not_check": why_not(rules.check_can_check, who, action),
            "why_not_keep": why_not(rules.check_can_keep, who, action),
        }


class ActionForms(FormView):
    """A form whose `save(by=)` is one service call; a refused one is shown again with everything that was typed."""

    template_name = "pledges/action_form.html"
    done = ""
    extra_context = {"action": None, "lead": ""}

    def form_valid(self, form):
        saved = form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return redirect("pledges:action-detail", saved.public_id)


class ActionCreate(ActionForms):
    """`?about=promise:<uuid>` says what it came from."""

    form_class = forms.ActionForm
    extra_context = {"action": None, "heading": "A new action", "lead": "One action, one person, one day."}
    done = "The action is raised. Whoever does it gets a note."

    def get_form_kwargs(self):
        rules.check_can_raise(self.request.standing)
        self.thing = thing_of(self.request.GET.get("about", ""))
        source = self.thing.reference if self.thing else None
        return super().get_form_kwargs() | {"source": source, "initial": showing.initial_of(self.thing)}


class OfOneAction(ActionForms):
    """A deed to the action in the address; `check(who, action)` says who may open the form."""

    check = staticmethod(rules.check_can_keep)
    heading = ""

    @cached_property
    def action(self) -> Action:
        rules.check_can_see_register(self.request.standing)
        found = facts.visible_to(self.request.standing).select_related("owner", "raised_by")
        return get_object_or_404(found, public_id=self.kwargs["public_id"])

    def get_form_kwargs(self):
        self.check(self.request.standing, self.action)
        return super().get_form_kwargs() | {"action": self.action}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"action": self.action, "heading": self.heading}


class ActionNoteCreate(OfOneAction):
    form_class, check, heading = forms.NoteForm, staticmethod(rules.check_can_note), "Write in its story"
    done = "The note stands in its story."


class ActionEvidenceCreate(OfOneAction):
    form_class, check, heading = forms.EvidenceForm, staticmethod(rules.check_can_note), "Add evidence"
    done = "The evidence stands in its story."


class ActionMove(OfOneAction):
    form_class, heading = forms.MoveForm, "Move the date"
    done = "The date is moved. The first one stays in sight."


class ActionGive(OfOneAction):
    form_class, heading = forms.GiveForm, "Give it to somebody else"
    done = "It is theirs now. They get a note."


class ActionFinish(OfOneAction):
    form_class, check, heading = forms.FinishForm, staticmethod(rules.check_can_finish), "Is it done?"
    done = "You said that it is done."


class ActionSendBack(OfOneAction):
    form_class, check, heading = forms.SendBackForm, staticmethod(rules.check_can_check), "Send it back"
    done = "It goes back to whoever does it, with your words."


class ActionReopen(OfOneAction):
    form_class, heading = forms.ReopenForm, "Open it again"
    done = "It is open again."


class ActionDrop(OfOneAction):
    form_class, heading = forms.DropForm, "Drop this action"
    done = "It is dropped. Its story says why."


@require_POST
def action_check(request, public_id):
    rules.check_can_see_register(request.standing)
    action = get_object_or_404(facts.visible_to(request.standing), public_id=public_id)
    services.check_action(action=action, by=request.user, at=timezone.now())
    messages.success(request, "Checked: it is done.")
    return redirect("pledges:action-detail", public_id)


def thing_of(about: str) -> Any:
    """The thing that `about` ("promise:<uuid>") names; None for nothing. Raises Http404 for what is not there."""
    if not about:
        return None
    kind, _, public_id = about.partition(":")
    if kind not in SOURCES or kind not in KINDS:
        raise Http404
    try:
        thing = Reference(kind, UUID(public_id), "").resolve()
    except (ValueError, ValidationError):
        thing = None
    if thing is None:
        raise Http404
    return thing

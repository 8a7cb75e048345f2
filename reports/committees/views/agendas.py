"""The officer's workbench of a meeting: its agenda, and every deed to an item of it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, FormView

from corpparent.rules import why_not
from members.models import Body
from pledges.views.pressing import press
from reports.committees import services
from reports.committees.facts import agendas as facts
from reports.committees.facts.forward import missing_entries, missing_notices
from reports.committees.facts.last_days import Days, last_lawful_day
from reports.committees.facts.preparing import Missing, kept_of, missing_in
from reports.committees.forms import agendas as forms
from reports.committees.models import AgendaItem, CommitteeSettings, Meeting
from reports.committees.rules import agendas as rules
from reports.committees.rules.attending import check_is_recorded_now
from reports.committees.showing import agendas as showing


class AgendaDetail(DetailView):
    """Items in order with their papers, the clock, and what is missing: the same queries for two items and for 200."""

    template_name = "committees/agenda_detail.html"
    slug_field = slug_url_kwarg = "public_id"
    context_object_name = "meeting"

    def get_queryset(self):
        rules.check_can_prepare(self.request.standing)
        return Meeting.objects.select_related("body")

    def get_context_data(self, **kwargs):
        meeting, now = self.object, timezone.now()
        items, closed = facts.with_papers(meeting), why_not(rules.check_is_to_come, meeting)
        lacking = missing_in(meeting, items, kept_of(items), now)
        lacking += [Missing(words, is_warning=True) for words in missing_entries(meeting)]
        lacking += [Missing(words) for words in missing_notices(meeting, timezone.localdate(now))]
        missing, warnings = showing.listed(lacking)
        return super().get_context_data(**kwargs) | {
            "heading": f"Agenda, {meeting.meets_on:%A %-d %B %Y}",
            "lead": showing.summed(meeting, items),
            "rows": showing.rows_of(items, CommitteeSettings.current(), is_open=not closed),
            "clock": showing.clock_of(meeting, Days.current(), timezone.localdate(now)),
            "missing": missing,
            "warnings": warnings,
            "closed": closed,
            "is_executive": meeting.body.regime == Body.Regime.EXECUTIVE,
            "can_begin": not items and not closed,
            "has_begun": not why_not(check_is_recorded_now, meeting, now),
        }


class OfAgenda(FormView):
    """A form whose `save(by=)` is one service call; a refused one is shown again with everything that was typed."""

    template_name = "committees/agenda_item_form.html"
    heading = lead = done = ""

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_prepare(request.standing)
        self.check()
        return super().dispatch(request, *args, **kwargs)

    def check(self) -> None:
        """Raises NotAllowed where the form would only be refused, and Http404."""

    @cached_property
    def meeting(self) -> Meeting:
        return get_object_or_404(Meeting.objects.select_related("body"), public_id=self.kwargs["public_id"])

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "meeting": self.meeting,
            "heading": self.heading,
            "lead": self.lead,
        }

    def form_valid(self, form):
        form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return redirect("committees:agenda-detail", self.meeting.public_id)


class OfItem(OfAgenda):
    """A deed to the item in the address."""

    @cached_property
    def item(self) -> AgendaItem:
        found = AgendaItem.objects.select_related("meeting__body")
        return get_object_or_404(found, public_id=self.kwargs["public_id"])

    @cached_property
    def meeting(self) -> Meeting:
        return self.item.meeting

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"item": self.item}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"item": self.item}


def is_urgent(meeting: Meeting) -> bool:
    return rules.needs_urgency(meeting, last_lawful_day(meeting), timezone.localdate())


class AgendaItemCreate(OfAgenda):
    form_class = forms.ItemForm
    heading, done = "Add an item", "The item is on the agenda."

    def check(self) -> None:
        rules.check_is_to_come(self.meeting)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"meeting": self.meeting, "is_urgent": is_urgent(self.meeting)}


class AgendaItemUpdate(OfItem):
    form_class = forms.ItemForm
    heading, done = "Change this item", "Kept."

    def check(self) -> None:
        rules.check_can_change(self.item)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"meeting": self.meeting, "is_urgent": is_urgent(self.meeting)}

    def get_initial(self):
        return forms.item_shown(self.item)


class AgendaItemMove(OfItem):
    """To another number; one up and one down are buttons of their own, which send the same form."""

    form_class = forms.MoveForm
    template_name = "committees/agenda_item_move.html"
    heading, done = "Where does this item go?", "Moved. The others follow."

    def check(self) -> None:
        rules.check_can_order(self.meeting)

    def get_initial(self):
        return {"seen": self.item.number}

    def get_context_data(self, **kwargs):
        number, last = self.item.number, self.meeting.items.count()
        return super().get_context_data(**kwargs) | {
            "up": number - 1 if number > 1 else None,
            "down": number + 1 if number < last else None,
        }


class AgendaItemRemove(OfItem):
    form_class = forms.RemoveForm
    http_method_names = ["get", "head", "post", "options"]  # a form without fields would take a PUT for a press
    heading, done = "Remove this item?", "Removed. The items after it moved up."
    lead = "Nobody has seen it yet. It cannot be brought back; you can add it again."

    def check(self) -> None:
        rules.check_can_remove(self.item)


class AgendaItemWithdraw(OfItem):
    form_class = forms.WithdrawForm
    heading, done = "Withdraw this item", "Withdrawn. Its number stays, with the reason beside it."

    def check(self) -> None:
        rules.check_can_withdraw(self.item)


@require_POST
def agenda_begin(request, public_id):
    """For a meeting without any item: the standing items of its body."""
    rules.check_can_prepare(request.standing)
    meeting = get_object_or_404(Meeting, public_id=public_id)
    services.begin_agenda(meeting=meeting, by=request.user, at=timezone.now())
    messages.success(request, "The agenda begins with the standing items.")
    return redirect("committees:agenda-detail", public_id)


@require_POST
def agenda_exclude(request, public_id):
    """The resolution to exclude the public, on the agenda with its words, or its words anew."""
    rules.check_can_prepare(request.standing)
    meeting = get_object_or_404(Meeting, public_id=public_id)
    press(
        request,
        lambda: services.propose_exclusion(meeting=meeting, by=request.user, at=timezone.now()),
        "The item stands on the agenda, and its words name every item that is kept from the public.",
    )
    return redirect("committees:agenda-detail", public_id)

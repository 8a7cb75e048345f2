"""The forward plan and the notices of meetings in private: public pages, and the deeds of those who keep them."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views.generic import DetailView, FormView, ListView

from corpparent.rules import NotAllowed, why_not
from reports.committees.facts import forward as facts
from reports.committees.forms import forward as forms
from reports.committees.models import ForwardPlanEntry, Meeting, PrivateNotice
from reports.committees.models.meeting import keeps_papers
from reports.committees.rules import forward as rules
from reports.committees.showing import forward as showing


@method_decorator(login_not_required, name="dispatch")
class ForwardPlan(ListView):
    """What executive bodies will decide, by month, and which of their meetings are in private."""

    template_name = "committees/forward_plan.html"
    paginate_by = 25

    def get_queryset(self):
        return facts.coming(timezone.localdate())

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        meetings = facts.in_private(timezone.localdate()).filter(private_notices__isnull=False).distinct()
        return context | {
            "months": showing.months_of(context["page_obj"].object_list, facts.notice_days()),
            "meetings": [meeting for meeting in meetings if meeting.is_public or self.request.standing.is_member],
            "keeps": keeps_papers(self.request.standing),
        }


@method_decorator(login_not_required, name="dispatch")
class NoticeList(DetailView):
    """The notices of one meeting in private; for keepers the next one to give, with its clock."""

    template_name = "committees/notice_list.html"
    slug_field = slug_url_kwarg = "public_id"
    context_object_name = "meeting"

    def get_queryset(self):
        return Meeting.objects.visible_to(self.request.standing).select_related("body")

    def get_context_data(self, **kwargs):
        meeting, today = self.object, timezone.localdate()
        notices = list(meeting.private_notices.order_by("published_at", "pk"))
        keeps, step = keeps_papers(self.request.standing), next_step(notices)
        return super().get_context_data(**kwargs) | {
            "notices": showing.notices_of(notices),
            "may_give": keeps and step and not why_not(check_can_give, meeting),
            "clock": showing.clock_of(step, facts.notice_days().by(step, meeting.meets_on), today) if step else "",
        }


def next_step(notices: list[PrivateNotice]) -> str:
    """ "first", "second", or "" once both are given."""
    given = {notice.step for notice in notices}
    return next((step for step in ("first", "second") if step not in given), "")


def check_can_give(meeting: Meeting) -> None:
    rules.check_is_executive(meeting.body)
    rules.check_is_to_come(meeting, timezone.localdate())


class KeepingForm(FormView):
    """A form of who keeps the plan; what the service refuses is said at its field."""

    template_name = "committees/forward_form.html"
    heading = lead = done = ""

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_keep(request.standing)
        self.check()
        return super().dispatch(request, *args, **kwargs)

    def check(self) -> None:
        """Raises NotAllowed where the form would only be refused, and Http404."""

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"heading": self.heading, "lead": self.lead}

    def form_valid(self, form):
        form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return self.get_next()

    def get_next(self) -> Any:
        return redirect("committees:forward-plan")


class ForwardCreate(KeepingForm):
    form_class = forms.EntryForm
    heading, done = "Enter a decision to come", "It is in the forward plan, and everybody reads it."
    lead = "A key decision is entered 28 clear days before it is taken."


class OfEntry(KeepingForm):
    @cached_property
    def entry(self) -> ForwardPlanEntry:
        found = ForwardPlanEntry.objects.select_related("body")
        return get_object_or_404(found, public_id=self.kwargs["public_id"])

    def check(self) -> None:
        rules.check_stands(self.entry)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"entry": self.entry}


class ForwardUpdate(OfEntry):
    form_class = forms.EntryForm
    heading, done = "Change this entry", "Kept, and everybody reads it."

    def get_initial(self):
        return forms.entry_shown(self.entry)


class ForwardWithdraw(OfEntry):
    form_class = forms.WithdrawForm
    heading, done = "Withdraw this entry", "Withdrawn. It stays in the plan, with the reason."


class NoticeCreate(KeepingForm):
    form_class = forms.NoticeForm
    done = "The notice is published."

    @cached_property
    def meeting(self) -> Meeting:
        return get_object_or_404(Meeting.objects.select_related("body"), public_id=self.kwargs["public_id"])

    @cached_property
    def step(self) -> str:
        return next_step(list(self.meeting.private_notices.all()))

    def check(self) -> None:
        check_can_give(self.meeting)
        if not self.step:
            raise NotAllowed("Both notices of this meeting are given.")

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"meeting": self.meeting, "step": self.step}

    def get_context_data(self, **kwargs):
        last = facts.notice_days().by(self.step, self.meeting.meets_on)
        return super().get_context_data(**kwargs) | {
            "heading": PrivateNotice.Step(self.step).label,
            "lead": showing.clock_of(self.step, last, timezone.localdate()),
        }

    def get_next(self) -> Any:
        return redirect("committees:notice-list", self.meeting.public_id)

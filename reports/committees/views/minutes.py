"""Minutes: the page that everybody reads, and those on which they are written, approved and confirmed."""

from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST
from django.views.generic import FormView, TemplateView

from corpparent.rules import why_not
from pledges.views.pressing import press, version_seen
from reports.committees import services
from reports.committees.facts import minutes as facts
from reports.committees.forms import minutes as forms
from reports.committees.models import Meeting, Minute, Minutes
from reports.committees.models.meeting import keeps_papers
from reports.committees.rules import minutes as rules
from reports.committees.showing import minutes as showing

WITH = ("meeting__body", "signed_by", "confirmed_at_meeting")


@method_decorator(login_not_required, name="dispatch")
class MinutesDetail(TemplateView):
    """As far as the reader may read them; the chair approves the draft here."""

    template_name = "committees/minutes_detail.html"

    @cached_property
    def meeting(self) -> Meeting:
        try:
            on = date(*(int(self.kwargs[part]) for part in ("year", "month", "day")))
        except ValueError as no_day:
            raise Http404 from no_day
        seen = Meeting.objects.visible_to(self.request.standing).select_related("body")
        return get_object_or_404(seen, body__slug=self.kwargs["slug"], meets_on=on)

    def get_context_data(self, **kwargs):
        who, meeting = self.request.standing, self.meeting
        minutes = facts.readable(meeting, who)
        if minutes is None:
            raise Http404
        may_approve = minutes.status == Minutes.Status.DRAFT and who.person_id in facts.chairs_of(meeting)
        closed = rules.reads_closed(who, meeting)
        said = showing.shown(minutes, facts.entries_of(minutes), who, closed=closed)
        mine = {"keeps": keeps_papers(who), "may_approve": may_approve, "version": minutes.version}
        return super().get_context_data(**kwargs) | {"meeting": meeting} | mine | said


class OfMinutes(FormView):
    """For those who write the minutes of the meeting in the address."""

    done = ""

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_write(request.standing)
        self.check()
        return super().dispatch(request, *args, **kwargs)

    def check(self) -> None:
        """Raises NotAllowed where the form would only be refused, and Http404."""

    @cached_property
    def meeting(self) -> Meeting:
        return get_object_or_404(Meeting.objects.select_related("body"), public_id=self.kwargs["public_id"])

    @cached_property
    def minutes(self) -> Minutes | None:
        return Minutes.objects.filter(meeting=self.meeting).select_related(*WITH).first()

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"minutes": self.minutes}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"meeting": self.meeting}

    def form_valid(self, form):
        form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return redirect("committees:minutes-update", self.meeting.public_id)


class MinutesUpdate(OfMinutes):
    """All entries with their links, the hours of the meeting, and the next step."""

    template_name = "committees/minutes_form.html"
    form_class = forms.HoursForm
    done = "Kept."

    def check(self) -> None:
        if self.minutes is None and self.request.method == "POST":
            raise Http404

    def get(self, request, *args, **kwargs):
        if self.minutes is None:
            why = why_not(rules.check_can_start, self.meeting)
            return self.render_to_response({"view": self, "meeting": self.meeting, "why_not_start": why})
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        minutes = self.minutes
        assert minutes is not None
        said = showing.shown(minutes, facts.entries_of(minutes), self.request.standing, closed=True)
        state = {
            "minutes": minutes,
            "missing": showing.empty_ones(said["entries"]),
            "is_draft": minutes.status == Minutes.Status.DRAFT,
            "is_confirmed": minutes.status == Minutes.Status.CONFIRMED,
            "version": minutes.version,
        }
        return super().get_context_data(**kwargs) | said | state


class MinutesConfirm(OfMinutes):
    template_name = "committees/minutes_confirm.html"
    form_class = forms.ConfirmForm
    done = "The minutes are confirmed."

    def check(self) -> None:
        if self.minutes is None:
            raise Http404
        rules.check_is_approved(self.minutes)


class MinuteUpdate(FormView):
    """What is minuted of one item."""

    template_name = "committees/minute_form.html"
    form_class = forms.MinuteForm

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_write(request.standing)
        rules.check_is_not_confirmed(self.minute.minutes)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def minute(self) -> Minute:
        found = Minute.objects.select_related("minutes__meeting__body", "item")
        return get_object_or_404(found, public_id=self.kwargs["public_id"])

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"minute": self.minute}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"item": self.minute.item, "meeting": self.minute.minutes.meeting}

    def form_valid(self, form):
        form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, f"Item {self.minute.item.number} is kept.")
        return redirect("committees:minutes-update", self.minute.minutes.meeting.public_id)


@require_POST
def minutes_start(request, public_id):
    rules.check_can_write(request.standing)
    meeting = get_object_or_404(Meeting, public_id=public_id)
    services.start_minutes(meeting=meeting, by=request.user, at=timezone.now())
    return redirect("committees:minutes-update", public_id)


@require_POST
def minutes_approve(request, public_id):
    """By the chair, or by whoever writes down that the chair approved it."""
    meeting = get_object_or_404(Meeting.objects.select_related("body"), public_id=public_id)
    is_chair = request.standing.person_id in facts.chairs_of(meeting)
    rules.check_can_approve(request.standing, is_chair=is_chair)
    minutes, seen = get_object_or_404(Minutes, meeting=meeting), version_seen(request)
    press(
        request,
        lambda: services.approve_minutes(minutes=minutes, version=seen, by=request.user, at=timezone.now()),
        "Approved. Everybody who may see the meeting reads them now, as a draft.",
    )
    if keeps_papers(request.standing):
        return redirect("committees:minutes-update", public_id)
    return redirect(f"{meeting.get_absolute_url()}minutes/")

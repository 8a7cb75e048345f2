"""Planning meetings: one, a year of them, a change, and an end; for those who prepare agendas."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.views.generic import FormView

from corpparent.words import count
from reports.committees.facts.clashes import clashes
from reports.committees.facts.meetings import last_day_of
from reports.committees.forms import meetings as forms
from reports.committees.forms.series import RhythmForm, SeriesForm
from reports.committees.models import Meeting
from reports.committees.rules import meetings as rules
from reports.committees.showing.clock import publish_by_in_words


class Planning(FormView):
    """A form whose `save(by=)` is one service call; a refused one is shown again with everything that was typed."""

    template_name = "committees/meeting_form.html"
    heading = lead = ""

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_plan(request.standing)
        self.check()
        return super().dispatch(request, *args, **kwargs)

    def check(self) -> None:
        """Raises NotAllowed where the form would only be refused, and Http404."""

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"heading": self.heading, "lead": self.lead}

    def form_valid(self, form):
        result = form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, self.said(result))
        return redirect(self.after(result))

    def after(self, result):
        return result


class MeetingCreate(Planning):
    form_class = forms.MeetingForm
    heading = "Plan a meeting"

    def get_initial(self):
        return {"body": self.request.GET.get("body", "")}

    def said(self, meeting) -> str:
        last, _ = last_day_of(meeting)
        return f"Planned. {publish_by_in_words(last)}."


class OfMeeting(Planning):
    def check(self) -> None:
        rules.check_can_change(self.meeting)

    @cached_property
    def meeting(self) -> Meeting:
        return get_object_or_404(Meeting.objects.select_related("body"), public_id=self.kwargs["public_id"])

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"meeting": self.meeting}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"meeting": self.meeting}


class MeetingUpdate(OfMeeting):
    form_class = forms.MeetingForm
    heading = "Change this meeting"
    lead = "A new day or hour is told to everybody who sits on the body, and calendars follow."

    def get_initial(self):
        return forms.meeting_shown(self.meeting)

    def said(self, meeting) -> str:
        last, _ = last_day_of(meeting)
        return "Kept." if meeting.published_at else f"Kept. {publish_by_in_words(last)}."


class MeetingCancel(OfMeeting):
    form_class = forms.CancelForm
    heading = "Cancel this meeting"
    lead = "It stays in lists and calendars as cancelled, with the reason. It cannot be brought back."

    def said(self, meeting) -> str:
        return "Cancelled. Everybody who sits on the body is told."


class SeriesCreate(Planning):
    """First how often, sent as an address; then the proposed days, ticked."""

    template_name = "committees/series_form.html"
    heading = "Plan a year of meetings"
    lead = (
        "Say how often the body meets. You see each proposed day, and what speaks against it, before anything is kept."
    )

    @cached_property
    def rhythm(self) -> RhythmForm:
        return RhythmForm(self.request.GET if "often" in self.request.GET else None)

    @cached_property
    def proposed(self):
        return self.rhythm.days() if self.rhythm.is_bound and self.rhythm.is_valid() else []

    def get_form(self, form_class=None):
        if not self.proposed:
            return None
        body = self.rhythm.cleaned_data["body"]
        against = clashes(body, self.proposed)
        return SeriesForm(**self.get_form_kwargs(), body=body, proposed=self.proposed, against=against)

    def post(self, request, *args, **kwargs):
        """Without an understood rhythm in the address there is nothing to keep: it is asked for again."""
        return super().post(request, *args, **kwargs) if self.proposed else self.get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        body = self.rhythm.cleaned_data["body"] if self.proposed else None
        return super().get_context_data(**kwargs) | {
            "rhythm": self.rhythm,
            "body": body,
            "proposed": count(len(self.proposed), "day").capitalize() if self.proposed else "",
            "is_empty": self.rhythm.is_bound and self.rhythm.is_valid() and not self.proposed,
        }

    def said(self, planned) -> str:
        return f"{count(len(planned), 'meeting').capitalize()} planned."

    def after(self, planned):
        return f"/meetings/bodies/{planned[0].body.slug}/"

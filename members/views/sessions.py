"""A session of a course, and who came to it."""

from itertools import chain

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, FormView
from django.views.generic.detail import SingleObjectMixin

from corpparent.rules import why_not
from members import rules, services
from members.forms.attendance import AttendanceForm
from members.forms.versions import refuse
from members.models import LearningSession
from members.showing import learning as showing
from members.views.courses import KeepersOnly


class OneSession(SingleObjectMixin):
    """The session that the address names, with its course."""

    slug_field = slug_url_kwarg = "public_id"
    queryset = LearningSession.objects.select_related("course")


class SessionDetail(OneSession, DetailView):
    """Everybody sees when it is and what is written of themselves; those who keep courses see who came."""

    template_name = "members/session_detail.html"
    context_object_name = "session"

    def get_context_data(self, **kwargs):
        session, who = self.object, self.request.standing
        tone, tag = showing.state_of_session(session, timezone.localdate())
        why_not_keep = why_not(rules.check_can_keep_learning, who)
        written = session.attendances.select_related("person").order_by("person__name", "pk")
        return super().get_context_data(**kwargs) | {
            "heading": showing.moment(session.starts_at),
            "facts": showing.facts_of_session(session),
            "tone": tone,
            "tag": tag,
            "mine": showing.of_attendance(written.filter(person=who.person_id)),
            "rows": showing.of_attendance(written) if not why_not_keep else [],
            "why_not_keep": why_not_keep,
            "why_not_record": why_not(rules.check_can_record_attendance, session, timezone.now()),
            "why_not_cancel": why_not(rules.check_can_cancel_session, session),
        }


class SessionConfirm(KeepersOnly, OneSession, DetailView):
    """Asked before a session is cancelled."""

    template_name = "members/session_confirm.html"
    context_object_name = "session"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "when": showing.said(self.object),
            "why_not_cancel": why_not(rules.check_can_cancel_session, self.object),
        }


@require_POST
def session_cancel(request, public_id):
    rules.check_can_keep_learning(request.standing)
    session = get_object_or_404(LearningSession, public_id=public_id)
    services.cancel_session(session=session, by=request.user, at=timezone.now())
    messages.info(request, "The session is cancelled. It can be planned anew for the same time.")
    return redirect("members:session-detail", public_id)


class AttendanceUpdate(KeepersOnly, FormView):
    """Who came, for everybody at once. `find` adds people to the list and saves nothing."""

    form_class = AttendanceForm
    template_name = "members/session_attendance.html"

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_keep_learning(request.standing)
        self.session = get_object_or_404(OneSession.queryset, public_id=kwargs["public_id"])
        rules.check_can_record_attendance(self.session, timezone.now())
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"session": self.session}

    def post(self, request, *args, **kwargs):
        if "find" not in request.POST:
            return super().post(request, *args, **kwargs)
        form = self.get_form()
        form.find()
        return self.render_to_response(self.get_context_data(form=form, is_finding=True))

    def form_valid(self, form):
        try:
            changed = form.save(by=self.request.user)
        except ValidationError as problem:
            refuse(form, problem)
            return self.form_invalid(form)
        messages.success(self.request, said_of(changed))
        return redirect("members:session-detail", self.session.public_id)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**{"is_finding": False} | kwargs)
        form = context["form"]
        return context | {
            "session": self.session,
            "when": showing.said(self.session),
            "rows": form.rows(),
            "added": form.added,
            "problems": [] if context["is_finding"] else list(chain.from_iterable(form.errors.values())),
        }


def said_of(changed: int) -> str:
    """What saving came to."""
    if not changed:
        return "Nothing was different, so nothing was written."
    return f"Attendance is written down: {changed} {'person' if changed == 1 else 'people'} changed."

"""Publishing an agenda: what will go out to whom, the building of it, and the packs that came of it."""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, FormView, View

from members.getting_in.fresh import FreshSignIn, needs_fresh_sign_in
from reports.committees import services
from reports.committees.facts import packs as pack_facts
from reports.committees.facts import publishing as facts
from reports.committees.facts.last_days import last_lawful_day
from reports.committees.forms.publishing import PublishForm
from reports.committees.models import AgendaPack, Meeting, Publication
from reports.committees.rules import publishing as rules
from reports.committees.services.publishing import jobs_of
from reports.committees.showing import publishing as showing


class KeepersOnly(View):
    """For those who prepare meetings; to all others the pages say who they are."""

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_publish(request.standing)
        return super().dispatch(request, *args, **kwargs)


class PublicationCreate(KeepersOnly, FreshSignIn, FormView):
    """What goes out to the public and to members, what is in the way, and one button."""

    template_name = "committees/publication_form.html"
    form_class = PublishForm

    @cached_property
    def meeting(self):
        return get_object_or_404(Meeting.objects.select_related("body"), public_id=self.kwargs["public_id"])

    @cached_property
    def last(self):
        return last_lawful_day(self.meeting)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {
            "meeting": self.meeting,
            "is_supplement": self.meeting.published_at is not None,
            "is_late": localdate() > self.last,
        }

    def get_context_data(self, **kwargs):
        rules.check_is_to_come(self.meeting)
        only_new = self.meeting.published_at is not None
        public, exempt = (
            facts.agenda_of(self.meeting, audience, only_new=only_new)
            for audience in (facts.Audience.PUBLIC, facts.Audience.EXEMPT)
        )
        return super().get_context_data(**kwargs) | {
            "meeting": self.meeting,
            "last": self.last,
            "rows": showing.rows_of(public, exempt),
            "in_the_way": facts.wrong(self.meeting, timezone.now()),
        }

    def form_valid(self, form):
        publication = form.save(by=self.request.user)
        if publication is None:
            return self.form_invalid(form)
        return redirect("committees:publication-detail", publication.public_id)


class PublicationDetail(KeepersOnly, DetailView):
    """How far the building has come, and its packs once it is done."""

    template_name = "committees/publication_detail.html"
    slug_field = slug_url_kwarg = "public_id"

    def get_queryset(self):
        return Publication.objects.select_related("meeting__body")

    def get_context_data(self, **kwargs):
        job = jobs_of(self.object).first()
        return super().get_context_data(**kwargs) | {
            "meeting": self.object.meeting,
            "progress": showing.progress_of(job, self.object) if job and not self.object.published_at else None,
            "failed": showing.failed(job, self.object),
            "packs": list(self.object.packs.all()),
        }


class PublicationProgress(KeepersOnly, DetailView):
    """The moving part of the page alone, fetched every few seconds."""

    template_name = "components/progress.html"
    queryset = Publication.objects.all()
    slug_field = slug_url_kwarg = "public_id"

    def get_context_data(self, **kwargs):
        job = get_object_or_404(jobs_of(self.object)[:1])
        return showing.progress_of(job, self.object)


@require_POST
@needs_fresh_sign_in
def publication_retry(request, public_id):
    """Ask again for one whose building failed."""
    rules.check_can_publish(request.standing)
    publication = get_object_or_404(Publication.objects.select_related("meeting"), public_id=public_id)
    if publication.published_at is None:
        again = {"because": publication.because, "late_because": publication.late_because}
        try:
            services.publish(meeting=publication.meeting, **again, by=request.user, at=timezone.now())
        except ValidationError:  # that page says what is in the way
            return redirect("committees:publication-create", publication.meeting.public_id)
    return redirect("committees:publication-detail", public_id)


def visible_pack(request, public_id) -> AgendaPack:
    """The pack, or a 404 for whoever may not see it."""
    found = AgendaPack.objects.visible_to(request.standing).select_related("publication__meeting__body", "file")
    return get_object_or_404(found.filter(publication__published_at__isnull=False), public_id=public_id)


@method_decorator(login_not_required, name="dispatch")
class AgendaPackDetail(View):
    """What is in a pack and on which page; `?page=47` leads to that page of the file."""

    def get(self, request, public_id):
        pack = visible_pack(request, public_id)
        return render(
            request, "committees/agenda_pack_detail.html", showing.pack_shown(pack, request.GET.get("page", ""))
        )


@method_decorator(login_not_required, name="dispatch")
class AgendaPackPdf(View):
    """The file: for everybody as it was published; an exempt edition as a copy that says whose it is."""

    def get(self, request, public_id):
        pack = visible_pack(request, public_id)
        if pack.file is None or pack_facts.holds_closed(pack):
            raise Http404
        by = request.user if request.user.is_authenticated else None
        is_asked_for = request.method == "GET"
        content = services.taken_away(pack=pack, by=by, at=timezone.now()) if is_asked_for else b""
        return HttpResponse(
            content,
            content_type="application/pdf",
            headers={
                "Content-Disposition": f'attachment; filename="{slugify(str(pack.publication.meeting))}.pdf"',
                "Content-Security-Policy": "sandbox",
                "X-Content-Type-Options": "nosniff",
            },
        )

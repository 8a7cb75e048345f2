"""Evidence files: the list, asking for one, watching it being made, taking it away."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, FormView, ListView, View

from corpparent import progress
from corpparent.periods import Period
from corpparent.words import moment, size
from members import rules, services
from members.forms import EvidenceForm
from members.models import EvidenceFile


class ForThoseWhoSeeAll(View):
    """Evidence files are for those who may see everybody's duties."""

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_see_all_duties(request.standing)
        return super().dispatch(request, *args, **kwargs)


class EvidenceList(ForThoseWhoSeeAll, ListView):
    template_name = "members/evidence_list.html"
    paginate_by = 50

    def get_queryset(self):
        return EvidenceFile.objects.select_related("asked_by", "pdf")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"rows": [row_of(file) for file in context["page_obj"].object_list]}


def row_of(file):
    """One evidence file for the list."""
    if file.made_at:
        second, status, tag = f"Made on {moment(file.made_at)}, {size(file.pdf.size)}", "ok", "Made"
    else:
        second, status, tag = f"Asked for on {moment(file.asked_at)} by {file.asked_by.name}", "neutral", "Not made yet"
    return {
        "title": Period.parse(file.year).label,
        "url": reverse("members:evidence-detail", args=[file.public_id]),
        "second": second,
        "status": status,
        "tag": tag,
    }


class EvidenceCreate(ForThoseWhoSeeAll, FormView):
    form_class = EvidenceForm
    template_name = "members/evidence_form.html"

    def form_valid(self, form):
        file = form.save(by=self.request.user)
        return redirect("members:evidence-detail", file.public_id)


class EvidenceDetail(ForThoseWhoSeeAll, DetailView):
    """A file to take away, or how far its making has come."""

    template_name = "members/evidence_detail.html"
    slug_field = slug_url_kwarg = "public_id"
    queryset = EvidenceFile.objects.select_related("asked_by", "pdf", "csv")

    def get_context_data(self, **kwargs):
        job = None if self.object.made_at else services.evidence_jobs(self.object).first()
        return super().get_context_data(**kwargs) | {
            "label": Period.parse(self.object.year).label,
            "facts": facts_of(self.object),
            "pdf_size": size(self.object.pdf.size) if self.object.pdf else "",
            "csv_size": size(self.object.csv.size) if self.object.csv else "",
            "job": job,
            "progress": progress_of(job, self.object) if job else None,
        }


def facts_of(file):
    asked = [{"label": "Asked for", "value": f"{moment(file.asked_at)} by {file.asked_by.name}"}]
    if not file.made_at:
        return asked
    return [
        *asked,
        {"label": "Made", "value": moment(file.made_at)},
        {"label": "Record", "value": file.head},
        {"label": "sha256 of the PDF", "value": file.pdf.sha256},
    ]


def progress_of(job, file):
    """Arguments of components/progress.html."""
    return progress.progress_of(
        job,
        label="Making the evidence file",
        url=reverse("members:evidence-detail", args=[file.public_id]),
        progress_url=reverse("members:evidence-progress", args=[file.public_id]),
        next_label="See the file",
    )


class EvidenceProgress(ForThoseWhoSeeAll, DetailView):
    """The moving part of the page alone, fetched every few seconds."""

    template_name = "components/progress.html"
    slug_field = slug_url_kwarg = "public_id"
    model = EvidenceFile

    def get_context_data(self, **kwargs):
        return progress_of(get_object_or_404(services.evidence_jobs(self.object)[:1]), self.object)


@require_POST
def evidence_make(request, public_id):
    """Ask again for a file whose making failed."""
    rules.check_can_see_all_duties(request.standing)
    file = get_object_or_404(EvidenceFile, public_id=public_id)
    if file.made_at:
        messages.info(request, "This file is made already.")
    else:
        services.ask_for_evidence(year=file.year, by=request.user, at=timezone.now())
    return redirect("members:evidence-detail", file.public_id)


class EvidenceDownload(ForThoseWhoSeeAll):
    """One form of a file that is made, byte for byte as it was."""

    form: str
    content_type: str

    def get(self, request, public_id):
        file = get_object_or_404(EvidenceFile.objects.select_related(self.form), public_id=public_id)
        stored = getattr(file, self.form)
        if stored is None:
            raise Http404
        headers = {
            "Content-Disposition": f'attachment; filename="duties-{file.year}.{self.form}"',
            "Content-Security-Policy": "sandbox",
        }
        return HttpResponse(stored.path.read_bytes(), content_type=self.content_type, headers=headers)


class EvidencePdf(EvidenceDownload):
    form, content_type = "pdf", "application/pdf"


class EvidenceCsv(EvidenceDownload):
    form, content_type = "csv", "text/csv; charset=utf-8"

"""Files that bring figures in: upload, look, take in or drop. For performance officers and the administrator."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, FormView, View
from django_filters.views import FilterView

from corpparent import exports, uploads
from corpparent.models import Job
from reports.indicators import rules, services
from reports.indicators.files.problems import FileRefused
from reports.indicators.filters import ImportFilter
from reports.indicators.forms import ImportForm
from reports.indicators.models import Import
from reports.indicators.showing import downloads, listings, previews


class ForImporters(View):
    """Whoever may not bring in figures is told so, whatever the address."""

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_import(request.standing)
        return super().dispatch(request, *args, **kwargs)


class OfAnImport(ForImporters, DetailView):
    slug_field = slug_url_kwarg = "public_id"

    def get_queryset(self):
        return Import.objects.visible_to(self.request.standing).select_related("uploaded_by")

    def get_job(self) -> Job | None:
        return Job.objects.about("import", self.object.public_id).first()


class ImportList(ForImporters, FilterView):
    """Every file that ever came, newest first."""

    filterset_class = ImportFilter
    template_name = "indicators/import_list.html"
    paginate_by = 25

    def get_queryset(self):
        return Import.objects.visible_to(self.request.standing).select_related("uploaded_by").defer("problems")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {
            "rows": listings.rows_of_imports(context["page_obj"].object_list),
            "is_filtered": any(self.request.GET.get(name) for name in ImportFilter.Meta.fields),
        }


class ImportCreate(ForImporters, FormView):
    form_class = ImportForm
    template_name = "indicators/import_form.html"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"refusal": uploads.too_large(self.request)}

    def form_valid(self, form):
        try:
            return redirect(form.save(by=self.request.user))
        except FileRefused as refusal:
            form.add_error("file", str(refusal))
            return self.form_invalid(form)
        except services.AlreadyTakenIn as earlier:
            messages.info(self.request, str(earlier))
            return redirect(earlier.file)


class ImportDetail(OfAnImport):
    """An import as it stands: being read, waiting to be looked at, being taken in, or what came of it."""

    template_name = "indicators/import_detail.html"

    def get_context_data(self, **kwargs):
        job = self.get_job()
        stage = previews.stage_of(self.object, job)
        context = super().get_context_data(**kwargs) | {"stage": stage, "job": job}
        if job and stage == "moving":
            return context | {"progress": previews.progress_of(job, self.object)}
        return context | previews.of(self.object, self.request.standing)


class ImportProgress(OfAnImport):
    """The moving part of the page alone, fetched every few seconds."""

    template_name = "components/progress.html"

    def get_context_data(self, **kwargs):
        return previews.progress_of(
            get_object_or_404(Job.objects.about("import", self.object.public_id)[:1]), self.object
        )


class ImportProblems(OfAnImport):
    """The list of things to mend, as CSV, for whoever mends them."""

    def get(self, request, *args, **kwargs):
        file = self.get_object()
        return exports.csv_file(f"to-mend-{file.public_id}.csv", downloads.PROBLEMS_HEAD, downloads.problems(file))


@require_POST
def import_confirm(request, public_id):
    rules.check_can_import(request.standing)
    file = get_object_or_404(Import.objects.visible_to(request.standing), public_id=public_id)
    confirm = services.confirm_return if file.kind == Import.Kind.RETURN else services.confirm
    confirm(file=file, by=request.user, at=timezone.now())
    return redirect(file)


@require_POST
def import_drop(request, public_id):
    rules.check_can_import(request.standing)
    file = get_object_or_404(Import.objects.visible_to(request.standing), public_id=public_id)
    services.drop(file=file, by=request.user, at=timezone.now())
    messages.info(request, "The file was dropped. Nothing of it was kept.")
    return redirect(file)

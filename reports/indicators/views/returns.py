"""The statutory return: its files are summed inside the request that brings them, and only ever in memory."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView

from corpparent import exports, uploads
from reports.indicators import returns, services
from reports.indicators.files.problems import FileRefused
from reports.indicators.forms import ReturnForm
from reports.indicators.showing import returns as showing
from reports.indicators.views.imports import ForImporters, OfAnImport


@method_decorator(uploads.in_memory(each=returns.MOST_EACH, together=returns.MOST_TOGETHER), name="dispatch")
@method_decorator(sensitive_post_parameters(), name="dispatch")
class ReturnCreate(ForImporters, FormView):
    form_class = ReturnForm
    template_name = "indicators/return_form.html"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"refusal": uploads.refusal(self.request)}

    def form_valid(self, form):
        try:
            return redirect(form.save(by=self.request.user))
        except FileRefused as refusal:
            form.add_error("tables", str(refusal))
            return self.form_invalid(form)
        except services.AlreadyTakenIn as earlier:
            messages.info(self.request, str(earlier))
            return redirect(earlier.file)


class ImportFindings(OfAnImport):
    """What to mend in a return, as CSV, for whoever mends it: rows and columns, never a child."""

    def get(self, request, *args, **kwargs):
        file = self.get_object()
        return exports.csv_file(f"findings-{file.public_id}.csv", showing.FINDINGS_HEAD, showing.findings(file))

"""The council's own figures: a template to fill in, and one figure typed in."""

from django.contrib import messages
from django.shortcuts import redirect
from django.views.generic import FormView

from corpparent import exports
from reports.indicators import scorecard_template, services
from reports.indicators.files.problems import FileRefused
from reports.indicators.forms import OwnFigureForm
from reports.indicators.views.imports import ForImporters


class ScorecardTemplate(ForImporters):
    """The scorecard to be filled in, as a workbook or as CSV."""

    def get(self, request, form):
        if form == "csv":
            return exports.download("scorecard.csv", "text/csv; charset=utf-8", scorecard_template.template_csv())
        return exports.download("scorecard.xlsx", exports.WORKBOOK_TYPE, scorecard_template.template_xlsx())


class OwnFigureCreate(ForImporters, FormView):
    """One figure, typed in: it is read and looked at like a file of one row."""

    form_class = OwnFigureForm
    template_name = "indicators/own_form.html"

    def get_initial(self):
        return {"indicator": self.request.GET.get("figure", "")}

    def form_valid(self, form):
        try:
            return redirect(form.save(by=self.request.user))
        except FileRefused as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        except services.AlreadyTakenIn as earlier:
            messages.info(self.request, str(earlier))
            return redirect(earlier.file)

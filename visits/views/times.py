"""How the scheme of visits works."""

from django.contrib import messages
from django.urls import reverse_lazy
from django.views.generic import FormView

from visits.forms.times import TimesForm
from visits.models import VisitSettings
from visits.rules import times as rules


class TimesUpdate(FormView):
    form_class = TimesForm
    template_name = "visits/times_form.html"
    success_url = reverse_lazy("visits:times-update")

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_set_times(request.standing)
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"scheme": VisitSettings.current()}

    def form_valid(self, form):
        form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, "Kept. What begins from now on follows it.")
        return super().form_valid(form)

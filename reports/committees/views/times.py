"""How committees work here, for administrators."""

from django.contrib import messages
from django.urls import reverse_lazy
from django.views.generic import FormView

from reports.committees.forms.times import TimesForm
from reports.committees.models import CommitteeSettings
from reports.committees.rules.meetings import check_can_set


class TimesUpdate(FormView):
    form_class = TimesForm
    template_name = "committees/times_form.html"
    success_url = reverse_lazy("committees:times-update")

    def dispatch(self, request, *args, **kwargs):
        check_can_set(request.standing)
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"kept": CommitteeSettings.current()}

    def form_valid(self, form):
        form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, "Kept. What was published keeps the days it was counted by.")
        return super().form_valid(form)

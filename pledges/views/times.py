"""How long things may take in this council."""

from django.contrib import messages
from django.urls import reverse_lazy
from django.views.generic import FormView

from pledges.forms.times import TimesForm
from pledges.models import PledgeSettings
from pledges.rules import times as rules


class TimesUpdate(FormView):
    form_class = TimesForm
    template_name = "pledges/times_form.html"
    success_url = reverse_lazy("pledges:times-update")

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_set_times(request.standing)
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"times": PledgeSettings.current()}

    def form_valid(self, form):
        if form.save(by=self.request.user) is None:
            return self.form_invalid(form)
        messages.success(self.request, "Kept. What is raised from now on follows these times.")
        return super().form_valid(form)

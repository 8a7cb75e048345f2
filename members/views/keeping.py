"""Forms whose services may still refuse: what they say stands at the field, with what was typed."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.views.generic import FormView

from members.forms.versions import refuse


class KeepingForm(FormView):
    """`form.save(by=)` calls the service and returns what it `saved`; `done` is said on the next page."""

    done = ""

    def form_valid(self, form):
        try:
            self.saved = form.save(by=self.request.user)
        except ValidationError as problem:
            refuse(form, problem)
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return super().form_valid(form)

"""Handing over: what is open, to whom, and then all of it at once."""

from django.contrib import messages

from members.forms.handover import HandoverForm
from members.handing_over import open_of
from members.views.deeds import DeedView, OfOnePerson, path_of


class PersonHandover(OfOnePerson, DeedView):
    """Looked at by GET; a `successor` in the address asks for the confirmation; POST hands over."""

    form_class = HandoverForm
    template_name = "members/handover_form.html"

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs() | {"person": self.person}
        if self.request.method == "GET" and "successor" in self.request.GET:
            kwargs["data"] = self.request.GET
        return kwargs

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        form = context["form"]
        successor = form.cleaned_data.get("successor") if form.is_bound and form.is_valid() else None
        things = open_of(self.person)
        return context | {
            "person": self.person,
            "heading": heading(len(things), self.person.name),
            "lead": "Choose who takes them on. You are asked once more before anything moves." if things else "",
            "open_things": things,
            "successor": successor,
        }

    def done(self, moved):
        if moved:
            things = "One thing was" if moved == 1 else f"{moved} things were"
            messages.success(self.request, f"{things} handed over.")
        else:
            messages.info(self.request, f"{self.person.name} had nothing open any more.")
        return path_of(self.person)


def heading(things: int, name: str) -> str:
    """What is so: "Two things are open in the name of Cllr Amina Yusuf"."""
    if not things:
        return f"{name} has nothing open"
    return f"{'One thing is' if things == 1 else f'{things} things are'} open in the name of {name}"

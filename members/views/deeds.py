"""What the administrator's pages about people share: who may, whom it is about, and what is done once it is saved."""

from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import FormView

from members import rules
from members.getting_in.fresh import FreshSignIn
from members.models import Person


def path_of(person: Person) -> str:
    return reverse("members:person-detail", args=[person.public_id])


class OfOnePerson:
    """A page about the person whose public id is in its address."""

    @cached_property
    def person(self) -> Person:
        return get_object_or_404(Person, public_id=self.kwargs["public_id"])

    def get_object(self, queryset=None) -> Person:
        return self.person


class DeedView(FreshSignIn, FormView):
    """A form of the administrator's whose `save(by=)` is one service call; `done(result)` says so and where to go on.

    A refused deed has put its reason into the form, which is shown again with everything that was typed.
    """

    extra_context = {"person": None, "kicker": "", "lead": ""}

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_appoint(request.standing)
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form):
        result = form.save(by=self.request.user)
        return self.form_invalid(form) if form.errors else redirect(self.done(result))

"""What must not be wiped, whatever its age: the list, placing a hold, lifting it."""

from uuid import UUID

from django.contrib import messages
from django.db.models import F
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse_lazy
from django.utils.functional import cached_property
from django.views.generic import FormView, ListView

from corpparent.models import LegalHold
from corpparent.references import KINDS, Reference
from members.forms.retention import HoldForm, LiftForm
from members.getting_in.fresh import FreshSignIn
from members.showing import retention as showing
from members.views.retention import WiperOnly


class HoldList(WiperOnly, ListView):
    """Holds in force first, then those that were lifted."""

    template_name = "members/hold_list.html"
    paginate_by = 50

    def get_queryset(self):
        return LegalHold.objects.order_by(F("lifted_at").desc(nulls_first=True), "-placed_at", "-pk")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"rows": showing.of_holds(context["page_obj"].object_list)}


class HoldCreate(FreshSignIn, WiperOnly, FormView):
    """Hold a person; or with `?kind=…&id=…` the one thing that these name."""

    form_class = HoldForm
    template_name = "members/hold_form.html"
    success_url = reverse_lazy("members:hold-list")

    @cached_property
    def subject(self) -> Reference | None:
        asked = self.request.GET
        if "kind" not in asked and "id" not in asked:
            return None
        found = resolved(asked.get("kind", ""), asked.get("id", ""))
        if found is None:
            raise Http404
        return found.reference

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"subject": self.subject}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"held": self.subject.label if self.subject else ""}

    def form_valid(self, form):
        hold = form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, f"Held: {hold.label}. Nothing about it is wiped until the hold is lifted.")
        return super().form_valid(form)


def resolved(kind: str, public_id: str):
    """The row that a kind and a public id name, as they stand in an address; None for nonsense and for nothing."""
    try:
        return Reference(kind, UUID(public_id), "").resolve() if kind in KINDS else None
    except ValueError:
        return None


class HoldLift(FreshSignIn, WiperOnly, FormView):
    """Why the hold is lifted, asked before it is."""

    form_class = LiftForm
    template_name = "members/hold_lift.html"
    success_url = reverse_lazy("members:hold-list")

    @cached_property
    def hold(self) -> LegalHold:
        return get_object_or_404(LegalHold, public_id=self.kwargs["public_id"], lifted_at__isnull=True)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"hold": self.hold}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"hold": self.hold}

    def form_valid(self, form):
        form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        messages.info(self.request, f"The hold on {self.hold.label} was lifted.")
        return super().form_valid(form)

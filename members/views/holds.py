"""What must not be wiped, whatever its age: the list, placing a hold, lifting it."""

from uuid import UUID

from django.contrib import messages
from django.db.models import F
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, FormView, ListView

from corpparent.models import LegalHold
from corpparent.references import KINDS, Reference
from members import rules, services
from members.forms.retention import HoldForm
from members.getting_in.fresh import FreshSignIn, needs_fresh_sign_in
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


class HoldConfirm(FreshSignIn, WiperOnly, DetailView):
    """Asked before a hold is lifted."""

    template_name = "members/hold_confirm.html"
    slug_field = slug_url_kwarg = "public_id"
    queryset = LegalHold.objects.filter(lifted_at__isnull=True)
    context_object_name = "hold"


@require_POST
@needs_fresh_sign_in
def hold_lift(request, public_id):
    rules.check_can_wipe(request.standing)
    hold = get_object_or_404(LegalHold, public_id=public_id)
    services.lift_hold(hold=hold, by=request.user, at=timezone.now())
    messages.info(request, f"The hold on {hold.label} was lifted.")
    return redirect("members:hold-list")

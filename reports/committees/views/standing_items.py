"""The standing items of a body: a list, and every deed to a line of it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, FormView

from members.models import Body
from pledges.views.pressing import press
from reports.committees import services
from reports.committees.facts.standing_items import own_items, usual_items
from reports.committees.forms.standing_items import StandingItemForm
from reports.committees.models import StandingItem
from reports.committees.rules.agendas import check_can_prepare
from reports.committees.showing.standing_items import rows_of


class StandingItemList(DetailView):
    """In order, each with its buttons; before the first change those that every body begins with."""

    template_name = "committees/standing_item_list.html"
    model = Body
    context_object_name = "body"

    def get_queryset(self):
        check_can_prepare(self.request.standing)
        return super().get_queryset()

    def get_context_data(self, **kwargs):
        own = own_items(self.object)
        return super().get_context_data(**kwargs) | {
            "rows": rows_of(own or usual_items(self.object), is_own=bool(own)),
            "is_own": bool(own),
        }


class Writing(FormView):
    form_class = StandingItemForm
    template_name = "committees/standing_item_form.html"
    item: StandingItem | None = None

    def dispatch(self, request, *args, **kwargs):
        check_can_prepare(request.standing)
        if "public_id" in kwargs:
            self.item = found(kwargs["public_id"])
        self.body = self.item.body if self.item else get_object_or_404(Body, slug=kwargs["slug"])
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"body": self.body, "item": self.item}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"body": self.body, "item": self.item}

    def form_valid(self, form):
        form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, "Kept. Agendas of meetings that you plan from now on begin with it.")
        return redirect("committees:standing-item-list", self.body.slug)


class StandingItemCreate(Writing):
    pass


class StandingItemUpdate(Writing):
    item: StandingItem

    def get_initial(self):
        return {"title": self.item.title, "kind": self.item.kind, "purpose": self.item.purpose}


def found(public_id) -> StandingItem:
    return get_object_or_404(StandingItem.objects.select_related("body"), public_id=public_id)


@require_POST
def standing_item_begin(request, slug):
    check_can_prepare(request.standing)
    body = get_object_or_404(Body, slug=slug)
    services.begin_standing_items(body=body, by=request.user, at=timezone.now())
    messages.success(request, "These are this body’s own now: change them as you like.")
    return redirect("committees:standing-item-list", slug)


@require_POST
def standing_item_move(request, public_id):
    """`to`: the new position; `seen`: where the page showed it."""
    check_can_prepare(request.standing)
    item = found(public_id)
    to, seen = number_in(request, "to"), number_in(request, "seen")
    press(
        request,
        lambda: services.move_standing_item(item=item, to=to, seen=seen, by=request.user, at=timezone.now()),
        f"“{item.title}” is number {to} now.",
    )
    return redirect("committees:standing-item-list", item.body.slug)


@require_POST
def standing_item_remove(request, public_id):
    check_can_prepare(request.standing)
    item = found(public_id)
    services.remove_standing_item(item=item, by=request.user, at=timezone.now())
    messages.success(request, f"“{item.title}” is not a standing item any more. Agendas that have it keep it.")
    return redirect("committees:standing-item-list", item.body.slug)


def number_in(request, name: str) -> int:
    """A small whole number that was posted; 0, which no position is, where it is missing or something else."""
    given = request.POST.get(name, "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 5 else 0

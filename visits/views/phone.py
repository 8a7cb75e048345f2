"""The visit form where there is no signal: the page that a phone keeps, what keeps it, and what the phone sends later.

The page is open and the same for everybody: questions, and the numbers to call. Who writes about which home is known to
the phone alone.
"""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView, View

from corpparent.rules import NotAllowed
from corpparent.versions import Stale
from visits import services
from visits.facts.phone import came_back_since
from visits.forms.phone import Arrival, PhonePartForm, PhonePointForm
from visits.models import RotaSlot, Visit
from visits.questions import parts
from visits.rules import reports as rules
from visits.showing.reports import steps_at, why_not_sent

CAME_BACK = (
    "Your report came back to be amended, and this phone did not know. Look at it in the portal, and send it there."
)


@method_decorator(login_not_required, name="dispatch")
class PhoneDetail(TemplateView):
    """All parts of the form at once; the phone shows one of them at a time."""

    template_name = "visits/phone_detail.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"pages": list(pages()), "point_form": PhonePointForm()}


def pages() -> Iterator[dict[str, Any]]:
    """Each part with its form, as the form with signal shows it."""
    order = list(parts().values())
    for number, part in enumerate(order):
        yield {
            "part": part,
            "form": PhonePartForm(part=part),
            "kicker": f"Part {number + 1} of {len(order)}",
            "steps": steps_at(number, len(order)),
            "needed": rules.needed_in(part),
        }


@method_decorator(login_not_required, name="dispatch")
class WorkerDetail(TemplateView):
    """The service worker: for the whole portal, so that any page without signal leads to the form."""

    template_name = "visits/service_worker.js"
    content_type = "text/javascript"

    def render_to_response(self, context, **kwargs):
        return super().render_to_response(context, headers={"Cache-Control": "no-cache"}, **kwargs)


class TokenDetail(View):
    """Who is signed in here, and a fresh token: what a phone asks for before it sends."""

    def get(self, request):
        return JsonResponse({"token": get_token(request), "person": str(request.user.public_id)})


@require_POST
def visit_sync(request, public_id):
    """Take in what a phone wrote of a visit, and send the report where its author said so. Answers JSON:

    {"state": kept | sent | unsent | stale | refused | closed, "words": [sentence], …}. After the last three nothing of
    it was saved, and the phone keeps it.
    """
    slot = get_object_or_404(RotaSlot.objects.filter(turns__person=request.user).distinct(), public_id=public_id)
    try:
        arrival = Arrival(request.body)
    except ValidationError as problem:
        return JsonResponse({"state": "closed", "words": problem.messages}, status=400)
    if arrival.problems:
        return JsonResponse({"state": "refused", "problems": arrival.problems})
    is_over = came_back_since(slot, arrival.written.version)
    try:
        visit = services.take_in(slot=slot, written=arrival.written, by=request.user, at=timezone.now())
    except Stale as stale:
        return JsonResponse({"state": "stale", "version": stale.version})
    except ValidationError as problem:
        return JsonResponse({"state": "refused", "problems": [["", "", said] for said in problem.messages]})
    except NotAllowed as no:
        return JsonResponse({"state": "closed", "words": [str(no)]}, status=403)
    if arrival.is_sent:
        state, words = ("unsent", [CAME_BACK]) if is_over else sent(request, visit, arrival)
    else:
        state, words = "kept", []
    visit.refresh_from_db()
    return JsonResponse({"state": state, "words": words, "version": visit.version} | where(request, visit))


def sent(request, visit, arrival) -> tuple[str, list[str]]:
    """Send the report; what stands in the way in sentences."""
    if not arrival.is_private:
        return "unsent", ["Confirm that nobody can be recognised, then send it."]
    try:
        explained = arrival.names_explained
        services.send_visit(visit=visit, by=request.user, at=timezone.now(), names_explained=explained)
    except ValidationError as problem:
        return "unsent", why_not_sent(problem)
    except NotAllowed as no:
        return "unsent", [str(no)]
    return "sent", []


def where(request, visit) -> dict[str, str]:
    """The page on which its author goes on; none for who may enter no page any more."""
    if not request.standing.is_member:
        return {"url": ""}
    name = "visits:visit-detail" if visit.status == Visit.Status.SUBMITTED else "visits:visit-check"
    return {"url": reverse(name, args=[visit.public_id])}

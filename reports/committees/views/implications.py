"""The register of decision reports and what they mean for children in care. Members only."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, FormView, ListView, View

from corpparent.exports import csv_file
from corpparent.rules import NotAllowed, why_not
from pledges.views.pressing import press, version_seen
from reports.committees import services
from reports.committees.facts import implications as facts
from reports.committees.forms import implications as forms
from reports.committees.rules import implications as rules
from reports.committees.showing import implications as showing


def register_of(request):
    """What the reader may see. Raises NotAllowed for who has no appointment."""
    if not request.standing.is_member:
        raise NotAllowed("Only people with an appointment see the register of decision reports.")
    return facts.visible_to(request.standing)


def visible_implication(request, public_id):
    found = register_of(request).select_related("signed_off_by")
    return get_object_or_404(found, public_id=public_id)


class ImplicationList(ListView):
    template_name = "committees/implication_list.html"
    paginate_by = 50

    def get_queryset(self):
        return register_of(self.request)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        shares = facts.shares(self.get_queryset())
        return context | {
            "rows": [showing.row_of(one) for one in context["page_obj"].object_list],
            "shares": [{"share": one, "words": showing.share_in_words(one)} for one in shares],
            "may_enter": rules.enters(self.request.standing),
        }


class ImplicationFigures(View):
    """The register as the reader may see it, as CSV."""

    def get(self, request):
        return csv_file("decision-reports.csv", showing.HEAD, showing.csv_rows(register_of(request).iterator()))


class ImplicationDetail(DetailView):
    template_name = "committees/implication_detail.html"
    context_object_name = "implication"

    def get_object(self, queryset=None):
        return visible_implication(self.request, self.kwargs["public_id"])

    def get_context_data(self, **kwargs):
        one, who = self.object, self.request.standing
        reader = facts.reader_of(one, who.person_id)
        is_draft = one.has_section and not one.signed_off_at
        return super().get_context_data(**kwargs) | {
            "facts": showing.facts_of(one),
            "answers": showing.answers_of(one),
            "tag": showing.tag_of(one),
            "may_change": rules.enters(who) and not one.signed_off_at,
            "asks_sign_off": is_draft and rules.enters(who),
            "why_no_sign_off": why_not(rules.check_can_sign_off, who, one) if is_draft else "",
            "may_share": rules.enters(who) and one.signed_off_at and not one.shared_at,
            "may_read": one.shared_at and who.level > 0 and not (reader and reader.read_at),
            "has_read": reader is not None and reader.read_at is not None,
        }


class ImplicationForm(FormView):
    """What the service refuses is said at its field, and nothing is lost."""

    template_name = "committees/implication_form.html"
    form_class = forms.ImplicationForm
    heading = ""

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_enter(request.standing)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"heading": self.heading}

    def form_valid(self, form):
        saved = form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, "Kept.")
        return redirect("committees:implication-detail", saved.public_id)


class ImplicationCreate(ImplicationForm):
    heading = "Enter a decision report"


class ImplicationUpdate(ImplicationForm):
    heading = "Change this entry"

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_enter(request.standing)
        rules.check_is_draft(self.implication)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def implication(self):
        return visible_implication(self.request, self.kwargs["public_id"])

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"implication": self.implication}

    def get_initial(self):
        return forms.implication_shown(self.implication)


@require_POST
def implication_sign_off(request, public_id):
    """Put a second name to it, as it was read."""
    rules.check_can_enter(request.standing)
    one, version, by = visible_implication(request, public_id), version_seen(request), request.user
    press(
        request,
        lambda: services.sign_off_implication(implication=one, version=version, by=by, at=timezone.now()),
        "Signed off. It can be shared now.",
    )
    return redirect("committees:implication-detail", public_id)


@require_POST
def implication_share(request, public_id):
    """Ask every corporate parent to read it."""
    rules.check_can_enter(request.standing)
    one = visible_implication(request, public_id)
    services.share_implication(implication=one, by=request.user, at=timezone.now())
    messages.success(request, "Shared. Every corporate parent gets a note.")
    return redirect("committees:implication-detail", public_id)


@require_POST
def implication_read(request, public_id):
    one = visible_implication(request, public_id)
    services.read_implication(implication=one, by=request.user, at=timezone.now())
    messages.success(request, "Thank you. It stands in your duties.")
    return redirect("committees:implication-detail", public_id)

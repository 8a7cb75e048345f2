"""Pledges: the list, a pledge's page, and the verbs on its way from a draft to one that is retired."""

from collections import defaultdict

from django.contrib import messages
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, FormView
from django_filters.views import FilterView

from corpparent.identifiers.forms import REASON
from corpparent.rules import why_not
from members.getting_in.fresh import FreshSignIn
from pledges import services
from pledges.facts import pledges as facts
from pledges.facts import progress as progress_facts
from pledges.filters import PledgeFilter
from pledges.forms.pledges import ConsultForm, EndorseForm, PledgeForm, PublishForm, SignatureForm
from pledges.models import Measure, Pledge
from pledges.rules import pledges as rules
from pledges.showing import pledges as showing
from reports.indicators import audiences


class PledgeList(FilterView):
    """Every pledge, for everybody with an appointment."""

    template_name = "pledges/pledge_list.html"
    filterset_class = PledgeFilter
    queryset = Pledge.objects.annotate(number_of_promises=Count("promises")).order_by("-starts_on", "title", "pk")
    paginate_by = 25
    strict = False

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {
            "rows": [showing.row_of(one, localdate()) for one in context["page_obj"].object_list],
            "is_filtered": any(self.request.GET.get(name) for name in PledgeFilter.Meta.fields),
            "why_not_write": why_not(rules.check_can_write, self.request.standing),
        }


class PledgeDetail(DetailView):
    template_name = "pledges/pledge_detail.html"
    slug_field = slug_url_kwarg = "public_id"
    context_object_name = "pledge"
    queryset = Pledge.objects.select_related("endorsed_by", "before", "after")

    def get_context_data(self, **kwargs):
        pledge, who = self.object, self.request.standing
        status, tag = showing.tag_of(pledge, localdate())
        return super().get_context_data(**kwargs) | {
            "status": status,
            "tag": tag,
            "lead": f"Made to {pledge.get_group_display().lower()}, {showing.span(pledge)}.",
            "steps": showing.steps(pledge),
            "after": getattr(pledge, "after", None),
            "signatures": pledge.signatures.select_related("person"),
            "tables": pledge.imports.filter(status="ready") if not why_not(rules.check_can_keep, who) else [],
            "doings": showing.doings(pledge, who, why_not_publish=why_not_publish(pledge, who)),
            "can_write": not why_not(rules.check_can_write, who) and pledge.status != Pledge.Status.RETIRED,
            "can_review": pledge.status == Pledge.Status.LIVE and not why_not(rules.check_can_keep, who),
            "can_renew": pledge.status in rules.RENEWED and not why_not(rules.check_can_write, who),
            **promised(pledge, who),
        }


def why_not_publish(pledge: Pledge, who) -> str:
    """Why this reader cannot publish it now; "" where they can, and where it is not asked."""
    if pledge.status not in (Pledge.Status.ENDORSED, Pledge.Status.UNDER_REVIEW) or who.public_id is None:
        return ""

    def check() -> None:
        rules.check_can_publish(who)
        rules.check_another_person(has_written=facts.has_written(who.public_id, pledge))
        facts.check_can_go_live(pledge)

    return why_not(check)


def promised(pledge: Pledge, who) -> dict[str, object]:
    """What the council and its partners promise, each with what was last said of it."""
    promises = list(pledge.promises.select_related("owner_role", "partner").order_by("number"))
    commitments = list(pledge.commitments.select_related("pledge", "partner", "promise__owner_role"))
    standings = progress_facts.standings(promises)
    measures = Measure.objects.filter(promise__in=promises, removed_at__isnull=True).order_by("pk")
    figures = progress_facts.figures_of(measures, audiences.on_screen(who))
    by_promise = defaultdict(list)
    for one in measures:
        by_promise[one.promise_id].append((one, figures.get(one.pk)))
    return {
        "promises": showing.promise_rows(promises, standings, by_promise, facts.holders_of(promises, localdate())),
        "told": progress_facts.standing_of_pledge(standings),
        "commitments": showing.commitment_rows(commitments, progress_facts.standings_of_commitments(commitments), who),
    }


class PledgeFormView(FormView):
    """A form of those whom `check` lets through; of the pledge in the address, where there is one."""

    check = staticmethod(rules.check_can_write)
    template_name = "pledges/pledge_form.html"
    heading = lead = done = ""

    def dispatch(self, request, *args, **kwargs):
        type(self).check(request.standing)
        self.pledge = get_object_or_404(Pledge, public_id=kwargs["public_id"]) if "public_id" in kwargs else None
        if self.pledge:
            self.check_pledge(self.pledge)
        return super().dispatch(request, *args, **kwargs)

    def check_pledge(self, pledge: Pledge) -> None:
        """What the pledge must be before the form is worth filling in. Raises NotAllowed."""

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"pledge": self.pledge}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "pledge": self.pledge,
            "kicker": self.pledge.title if self.pledge else "",
            "heading": self.heading,
            "lead": self.lead,
        }

    def form_valid(self, form):
        self.saved = form.save(by=self.request.user)
        if self.saved is None:
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return redirect(self.get_success_url())

    def get_success_url(self):
        return reverse("pledges:pledge-detail", args=[(self.pledge or self.saved).public_id])


class PledgeCreate(PledgeFormView):
    form_class = PledgeForm
    heading = "Begin a pledge"
    lead = "A draft that only the council sees. Promises come next, in the words of young people."
    done = "The draft is begun. Add its promises, or bring them as a table."


class PledgeUpdate(PledgeFormView):
    form_class = PledgeForm
    heading = "Change this pledge"
    done = "Changes kept."

    def check_pledge(self, pledge):
        rules.check_words_can_change(pledge)

    def get_initial(self):
        return {name: getattr(self.pledge, name) for name in (*PledgeForm.base_fields, REASON)}


class PledgeConsult(PledgeFormView):
    form_class = ConsultForm
    heading = "Young people were asked"
    lead = "Promises can still be reworded afterwards, until a body endorses them. None can be taken out."
    done = "Written down: young people were asked."

    def check_pledge(self, pledge):
        rules.check_can_move(pledge, Pledge.Status.CONSULTED)


class PledgeEndorse(PledgeFormView):
    check = staticmethod(rules.check_can_keep)
    form_class = EndorseForm
    heading = "It was endorsed"
    lead = "From then on its words stay as they were agreed."
    done = "Written down: the pledge is endorsed. Signatures come next."

    def check_pledge(self, pledge):
        rules.check_can_move(pledge, Pledge.Status.ENDORSED)


class SignatureCreate(PledgeFormView):
    check = staticmethod(rules.check_can_keep)
    form_class = SignatureForm
    heading = "Write a signature down"
    lead = "Members and officers sign by office and name, young people as a group or a seat."
    done = "The signature is written down."

    def check_pledge(self, pledge):
        rules.check_can_be_signed(pledge)


class PledgePublish(PledgeFormView, FreshSignIn, FormView):
    """Whoever may not publish is told so before anybody is asked for a fresh sign-in."""

    check = staticmethod(rules.check_can_publish)
    form_class = PublishForm
    heading = "Publish this pledge?"
    lead = "Everybody can read it at once, with what officers and young people say of each promise."
    done = "Published. Everybody can read the pledge now."

    def check_pledge(self, pledge):
        rules.check_can_move(pledge, Pledge.Status.LIVE)
        rules.check_another_person(has_written=facts.has_written(self.request.standing.public_id, pledge))
        facts.check_can_go_live(pledge)


@require_POST
def pledge_review(request, public_id):
    pledge = get_object_or_404(Pledge, public_id=public_id)
    services.review_pledge(pledge=pledge, by=request.user, at=timezone.now())
    messages.success(request, "It is under review. It stays public meanwhile.")
    return redirect("pledges:pledge-detail", public_id)


class PledgeConfirm(DetailView):
    """Asks before a pledge is retired."""

    template_name = "pledges/pledge_confirm.html"
    slug_field = slug_url_kwarg = "public_id"
    context_object_name = "pledge"
    queryset = Pledge.objects.all()

    def get_context_data(self, **kwargs):
        rules.check_can_keep(self.request.standing)
        return super().get_context_data(**kwargs) | {
            "why_not": why_not(rules.check_can_move, self.object, Pledge.Status.RETIRED)
        }


@require_POST
def pledge_retire(request, public_id):
    pledge = get_object_or_404(Pledge, public_id=public_id)
    services.retire_pledge(pledge=pledge, by=request.user, at=timezone.now())
    messages.success(request, "The pledge is retired. What was promised and said stays readable here.")
    return redirect("pledges:pledge-detail", public_id)


@require_POST
def pledge_renew(request, public_id):
    pledge = get_object_or_404(Pledge, public_id=public_id)
    after = services.renew_pledge(pledge=pledge, by=request.user, at=timezone.now())
    messages.success(request, "This is the draft that comes after it, with the same promises. Ask what should change.")
    return redirect("pledges:pledge-detail", after.public_id)

"""Offers for those who write, publish, confirm and withdraw them."""

from functools import partial

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, FormView, ListView

from corpparent.rules import why_not
from members.models import Person
from pledges import services
from pledges.facts import offers as facts
from pledges.filters import OfferFilter
from pledges.forms.offers import OfferForm, shown
from pledges.models import Offer, PledgeSettings
from pledges.rules import offers as rules
from pledges.showing import offers as showing
from pledges.views.pressing import press, version_seen

WITH = ("owner_role", "partner", "written_by", "confirmed_by")


class OfferList(ListView):
    template_name = "pledges/offer_list.html"
    paginate_by = 50

    def get_queryset(self):
        rules.check_can_see_offers(self.request.standing)
        self.times, self.today = PledgeSettings.current(), timezone.localdate()
        due = facts.to_confirm(self.today, self.times)
        self.waiting = facts.for_confirmer(due, self.request.standing).count()
        self.filter = OfferFilter(self.request.GET, Offer.objects.all(), due=due)
        return self.filter.qs

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {
            "rows": [showing.row(offer, self.times, self.today) for offer in context["page_obj"]],
            "filter": self.filter,
            "is_filtered": any(self.request.GET.get(name) for name in self.filter.filters),
            "waiting": self.waiting,
            "why_not_write": why_not(rules.check_can_write_offers, self.request.standing),
        }


class OfferDetail(DetailView):
    template_name = "pledges/offer_detail.html"
    slug_field = slug_url_kwarg = "public_id"
    context_object_name = "offer"

    def get_queryset(self):
        rules.check_can_see_offers(self.request.standing)
        return Offer.objects.select_related(*WITH)

    def get_context_data(self, **kwargs):
        offer, who, today, times = self.object, self.request.standing, timezone.localdate(), PledgeSettings.current()
        tone, tag = showing.standing(offer, times, today)
        events = list(facts.record_of(offer))
        people = Person.objects.filter(public_id__in=[event.actor_id for event in events])
        return super().get_context_data(**kwargs) | {
            "tone": tone,
            "tag": tag,
            "sentence": showing.sentence(offer, times, today),
            "facts": showing.facts_of(offer),
            "history": showing.history(events, dict(people.values_list("public_id", "name"))),
            "is_public": offer.is_for_leavers and facts.public_offers(today, times).filter(pk=offer.pk).exists(),
            "why_not_write": why_not(rules.check_can_write_offers, who),
            "why_not_publish": why_not(rules.check_can_publish_offer, who, offer),
            "why_not_confirm": why_not(rules.check_can_confirm_offer, who, offer),
            "why_not_withdraw": why_not(rules.check_can_withdraw_offer, who, offer),
        }


class Writing(FormView):
    """A refused form is shown again with what was typed."""

    form_class = OfferForm
    template_name = "pledges/offer_form.html"
    offer: Offer | None = None

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_write_offers(request.standing)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"offer": self.offer}

    def form_valid(self, form):
        offer = form.save(by=self.request.user)
        if offer is None:
            return self.form_invalid(form)
        messages.success(self.request, "Kept. Everybody can read it once somebody else has read and published it.")
        return redirect("pledges:offer-detail", offer.public_id)


class OfferCreate(Writing):
    pass


class OfferUpdate(Writing):
    def get_form_kwargs(self):
        found = Offer.objects.select_related("partner", "owner_role")
        offer = self.offer = get_object_or_404(found, public_id=self.kwargs["public_id"])
        return super().get_form_kwargs() | {"offer": offer, "initial": shown(offer)}


@require_POST
def offer_publish(request, public_id):
    publish = partial(services.publish_offer, version=version_seen(request))
    return done(request, public_id, publish, "Published. Everybody can read it now.")


@require_POST
def offer_confirm(request, public_id):
    return done(request, public_id, services.confirm_offer, "Confirmed. Thank you.")


@require_POST
def offer_withdraw(request, public_id):
    return done(request, public_id, services.withdraw_offer, "Withdrawn. Nobody is sent there any more.")


def done(request, public_id, deed, said):
    """Do one deed to the offer in the address, and go back to its page."""
    rules.check_can_see_offers(request.standing)
    offer = get_object_or_404(Offer, public_id=public_id)
    press(request, lambda: deed(offer=offer, by=request.user, at=timezone.now()), said)
    return redirect("pledges:offer-detail", public_id)

"""The local offer for care leavers: what do you need, what is there, how to get it. No account, no script."""

from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.generic import DetailView, ListView

from pledges.facts import offers as facts
from pledges.filters import LocalOfferFilter
from pledges.models import Offer
from pledges.showing import offers as showing
from pledges.views.public import Open

MOST = 100  # on one page, so that all of one need prints at once


class LocalOffer(Open, ListView):
    """First the question; with a need or an age in the address, what is there for it."""

    template_name = "pledges/local_offer.html"
    paginate_by = MOST

    def get_queryset(self):
        self.filter = LocalOfferFilter(self.request.GET, facts.local_offer(timezone.localdate()))
        return self.filter.qs

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        is_asked = any(name in self.request.GET for name in self.filter.filters)
        need = self.request.GET.get("need", "")
        return context | {
            "filter": self.filter,
            "is_asked": is_asked,
            "needs": Offer.Need.choices,
            "heading": Offer.Need(need).label if need in Offer.Need.values else "All the help there is",
            "rows": [(offer, showing.ages(offer)) for offer in context["page_obj"]] if is_asked else [],
        }


class LocalOfferDetail(Open, DetailView):
    template_name = "pledges/local_offer_detail.html"
    context_object_name = "offer"

    def get_object(self, queryset=None):
        found = facts.local_offer(timezone.localdate()).select_related("partner")
        return get_object_or_404(found, slug=self.kwargs["slug"])

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "ages": showing.ages(self.object),
            "dialled": self.object.phone.replace(" ", ""),
        }

"""The local offer for care leavers: what do you need, what is there, how to get it. No account, no script."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.generic import DetailView, TemplateView

from corpparent.remembered import as_recorded
from pledges.facts import offers as facts
from pledges.filters import LocalOfferFilter
from pledges.models import Offer
from pledges.showing import offers as showing
from pledges.views.public import Open

SHOWN = ("slug", "title", "for_whom", "from_age", "to_age", "run_by", "phone")
MOST = 100  # on one page, so that all of one need prints at once


class LocalOffer(Open, TemplateView):
    """First the question; with a need or an age in the address, what is there for it."""

    template_name = "pledges/local_offer.html"

    def get_context_data(self, **kwargs):
        asked = self.request.GET
        chosen = LocalOfferFilter(asked, Offer.objects.all())
        need = asked.get("need", "")
        context = super().get_context_data(**kwargs) | {
            "filter": chosen,
            "is_asked": any(name in asked for name in chosen.filters),
            "needs": Offer.Need.choices,
            "heading": Offer.Need(need).label if need in Offer.Need.values else "All the help there is",
        }
        if not context["is_asked"]:
            return context
        # One need only is remembered, so that what is remembered stays little.
        is_one_need = list(asked) == ["need"] and need in ["", *Offer.Need.values]
        return context | (as_recorded(f"{self.request.path}{need}", self.told) if is_one_need else self.told())

    def told(self) -> dict[str, object]:
        """A page of what is there, and its place among them."""
        offers = LocalOfferFilter(self.request.GET, facts.local_offer(timezone.localdate())).qs.only(*SHOWN)
        found = Paginator(offers, MOST)
        page = found.get_page(self.request.GET.get("page"))
        return {
            "page_obj": Paginator(range(found.count), MOST).page(page.number),
            "rows": [showing.offered(offer) for offer in page],
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

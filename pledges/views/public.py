"""Pages for everybody: what was promised, whether it was kept, what was said and done, and where help is now."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.generic import TemplateView, View

from corpparent import exports
from corpparent.remembered import as_recorded
from pledges.facts import easy, public, voices
from pledges.facts.progress import history
from pledges.filters import SaidFilter
from pledges.models import Pledge, Promise
from pledges.showing import public as showing
from pledges.showing import public_data
from pledges.showing.public_feeds import ProgressFeed, SaidFeed

KEPT = 60  # seconds a page may be kept by whoever fetched it
SAID_BESIDE = 3  # of what was said, beside the promises
SAID_A_PAGE = 20


@method_decorator(login_not_required, name="dispatch")
class Open(View):
    """For everybody, and light: who is not signed in may keep the page for a minute."""

    def dispatch(self, request, *args, **kwargs):
        answer = super().dispatch(request, *args, **kwargs)
        if not request.user.is_authenticated and answer.status_code == 200:
            answer.headers["Cache-Control"] = f"public, max-age={KEPT}"
        return answer


class OurPledge(Open, TemplateView):
    """To whom the promises are made: straight to them where there is one pledge."""

    template_name = "pledges/public/pledge_choice.html"

    def get(self, request, *args, **kwargs):
        self.pledges = list(public.live_pledges())
        if len(self.pledges) == 1:
            return redirect("pledges:our-pledge-of", self.pledges[0].group)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        rows = [{"pledge": one, "years": showing.years(one.starts_on, one.ends_on)} for one in self.pledges]
        return super().get_context_data(**kwargs) | {"rows": rows}


class Remembered(Open, TemplateView):
    """A page whose `told()`, all that it says, is worked out once for each state of the record."""

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | as_recorded(self.request.path, self.told)


class OfGroup(Remembered):
    """Pages of the live pledge of one group; where there is none, a sentence that says so."""

    def get_context_data(self, **kwargs):
        if self.kwargs["group"] not in Pledge.Group.values:
            raise Http404
        return super().get_context_data(**kwargs)

    def told(self):
        found = public.promises_of(self.kwargs["group"])
        pledge = found[0].pledge if found else None
        told = {"pledge": pledge, "group_label": Pledge.Group(self.kwargs["group"]).label.lower()}
        if pledge is None:
            return told
        easy_read = getattr(pledge, "easy_read", None)
        return told | {
            "years": showing.years(pledge.starts_on, pledge.ends_on),
            "easy_read": easy_read if easy.is_shown(easy_read) else None,
            **self.more(pledge, found),
        }

    def more(self, pledge: Pledge, promises: list[Promise]) -> dict[str, object]:
        return {}


class OurPledgeOf(OfGroup):
    template_name = "pledges/public/pledge.html"

    def more(self, pledge, promises):
        standings = public.standings(promises, "promise")
        beside = public.beside(pledge)
        cards = [showing.promise_card(one, standings[one.pk], beside.figures) for one in promises]
        return {
            "summary": showing.summary(standings.values()),
            "period": showing.one_period(cards),
            "cards": cards,
            "reds": [card for one, card in zip(promises, cards, strict=True) if standings[one.pk].is_red],
            "signed": showing.signed(pledge, beside.signed, timezone.localdate()),
            "has_partners": promises[0].has_commitments,
            "said": said(voices.said_and_done(SAID_BESIDE)),
        }


class OurPledgePartners(OfGroup):
    """What partners promised beside the council, told in the same two voices."""

    template_name = "pledges/public/partners.html"

    def more(self, pledge, promises):
        commitments = public.commitments_of(pledge.group)
        standings = public.standings(commitments, "commitment")
        return {"cards": [showing.commitment_card(one, standings[one.pk]) for one in commitments]}


class OurPledgeEasy(OfGroup):
    template_name = "pledges/public/easy.html"

    def more(self, pledge, promises):
        return {"promises": easy.easy_promises(pledge)}


class PromisePublic(Remembered):
    """One promise: both voices in their own words, and every period before."""

    template_name = "pledges/public/promise.html"

    def told(self):
        rows = Promise.objects.filter(pledge__status__in=public.LIVE).select_related("pledge", "owner_role", "partner")
        promise = get_object_or_404(rows, public_id=self.kwargs["public_id"])
        chapters = history(promise)
        standing = public.standing_of_chapters(promise, chapters)
        return {
            "promise": promise,
            "pledge": promise.pledge,
            "card": showing.promise_card(promise, standing, public.beside(promise.pledge).figures),
            "told": standing,
            "periods": [showing.period_row(chapter) for chapter in chapters[1:]],
            "said": said(voices.public().filter(promises=promise)[:SAID_BESIDE]),
        }


class YouSaid(Open, TemplateView):
    template_name = "pledges/public/you_said.html"

    def get_context_data(self, **kwargs):
        chosen = SaidFilter(self.request.GET, queryset=voices.public())
        return super().get_context_data(**kwargs) | {
            "filter": chosen,
            "is_filtered": bool(self.request.GET.get("theme")),
            # The first page only is remembered, so that what is remembered stays little.
            **(self.told(chosen) if self.request.GET else as_recorded(self.request.path, lambda: self.told(chosen))),
        }

    def told(self, chosen: SaidFilter) -> dict[str, object]:
        """A page of what was said, and its place among them."""
        found = Paginator(voices.as_read(chosen.qs), SAID_A_PAGE)
        page = found.get_page(self.request.GET.get("page"))
        return {
            "page_obj": Paginator(range(found.count), SAID_A_PAGE).page(page.number),
            "said": said(page.object_list),
        }


class HelpNow(Open, TemplateView):
    template_name = "pledges/public/help_now.html"


class OurPledgeFeed(Open):
    def get(self, request):
        return ProgressFeed()(request)


class SaidFeedPage(Open):
    def get(self, request):
        return SaidFeed()(request)


class ProgressData(Open):
    """What is said last of each promise and period, as a table. It holds ratings and words, and no counts of people."""

    def get(self, request):
        return exports.csv_file("pledge-progress.csv", public_data.HEAD, public_data.rows(public.public_progress()))


def said(found):
    today = timezone.localdate()
    return [showing.heard(voice, today) for voice in found]

"""Published figures: the list, the page of one, its download. Members look at their own council's, or another's."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.generic import DetailView, View
from django_filters.views import FilterView

from corpparent import exports
from corpparent.rules import why_not
from members.models import Council
from reports.indicators import audiences, beside, rules, services
from reports.indicators.facts.areas import councils
from reports.indicators.filters import IndicatorFilter
from reports.indicators.forms import CouncilForm
from reports.indicators.models import Area, Indicator
from reports.indicators.showing import downloads, listings
from reports.indicators.showing.figure_page import FigurePage, definition_of
from reports.indicators.showing.own import Own, own_of, owns_of


class OfACouncil(View):
    """Whose figures: `?council=CODE` of any council there are figures of, or our own. Three queries."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.areas = dict(councils().values_list("code", "name"))
        own = Council.current().area_code
        asked = request.GET.get("council", "")
        code = asked if asked in self.areas else own
        self.area = Area.objects.select_related("region").filter(code=code).first()
        self.other = code if code != own else ""

    def page_of(self, indicator: Indicator, middle: str = "") -> FigurePage | None:
        """What is known of `indicator`; None before any figures of the council were taken in."""
        if self.area is None:
            return None
        return FigurePage.of(indicator, self.area, middle=middle, is_other=bool(self.other))

    def own_of(self, indicator: Indicator) -> Own | None:
        """Our own count of `indicator`, as this reader may see it; nothing of another council."""
        if self.area is None or self.other:
            return None
        return own_of(indicator, self.area, audiences.on_screen(self.request.standing))


class IndicatorList(OfACouncil, FilterView):
    """Each indicator with its newest figure, by theme. The number of queries does not depend on that of figures."""

    filterset_class = IndicatorFilter
    template_name = "indicators/indicator_list.html"
    paginate_by = 25

    def get_queryset(self):
        self.newest = listings.newest_of(self.area) if self.area else {}
        self.own = self.get_own()
        return Indicator.objects.current().filter(code__in={*self.newest, *self.own})

    def get_own(self):
        """Our own count of every figure there is one of."""
        if self.area is None or self.other:
            return {}
        return owns_of(self.area, audiences.on_screen(self.request.standing))

    def get_filterset_kwargs(self, filterset_class):
        kwargs = super().get_filterset_kwargs(filterset_class)
        return kwargs | {"areas": self.areas, "statuses": listings.statuses(self.newest)}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {
            "rows": listings.rows_of_figures(context["page_obj"].object_list, self.newest, self.own, self.other),
            "area": self.area,
            "is_other": bool(self.other),
            "are_any": bool(self.areas),
            "has_figures": bool(self.newest or self.own),
            "has_own": bool(self.own),
            "is_filtered": any(self.request.GET.get(name) for name in IndicatorFilter.Meta.fields),
            "why_not_import": why_not(rules.check_can_import, self.request.standing),
        }


class IndicatorDetail(OfACouncil, DetailView):
    template_name = "indicators/indicator_detail.html"
    slug_field = slug_url_kwarg = "code"

    def get_queryset(self):
        return Indicator.objects.current()

    def get_context_data(self, **kwargs):
        own = self.own_of(self.object)
        return super().get_context_data(**kwargs) | {
            "page": self.page_of(self.object, middle=self.request.GET.get("middle", "")),
            "own": own,
            "comment_url": own and self.comment_url(own),
            "definition": definition_of(self.object),
            "links": [] if self.other else beside.links_of(self.object, self.request.standing),
            "area": self.area,
            "is_other": bool(self.other),
            "council_form": CouncilForm(initial={"council": self.area and self.area.code}, areas=self.areas),
            "why_not_import": why_not(rules.check_can_import, self.request.standing),
        }

    def comment_url(self, own: Own) -> str:
        """Where to write about the newest figure of our own; "" for who may not."""
        target = services.answerable_in(self.object.code, own.newest)
        if why_not(rules.check_can_comment, self.request.standing, target.answerable_id if target else None):
            return ""
        return reverse("indicators:commentary-create", args=[self.object.code, own.newest.code])


class IndicatorDownload(OfACouncil):
    """Every published figure of one indicator for a council and those it is compared with, as CSV."""

    def get(self, request, code):
        indicator = get_object_or_404(Indicator.objects.current(), code=code)
        page = self.page_of(indicator)
        if page is None:
            raise Http404("No figures of the council have been taken in.")
        return exports.csv_file(f"{code}-{page.those.area.code}.csv", downloads.HEAD, downloads.rows(page))

"""Published figures: the list, the page of one, its download. Members look at their own council's, or another's."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.generic import DetailView, View
from django_filters.views import FilterView

from corpparent import exports
from corpparent.rules import why_not
from members.models import Council
from reports.indicators import rules
from reports.indicators.filters import IndicatorFilter
from reports.indicators.forms import CouncilForm
from reports.indicators.models import Area, Indicator
from reports.indicators.showing import downloads, listings
from reports.indicators.showing.figure_page import FigurePage, definition_of


class OfACouncil(View):
    """Whose figures: `?council=CODE` of any council there are figures of, or our own. Three queries."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.areas = listings.councils()
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


class IndicatorList(OfACouncil, FilterView):
    """Each indicator with its newest figure, by theme. The number of queries does not depend on that of figures."""

    filterset_class = IndicatorFilter
    template_name = "indicators/indicator_list.html"
    paginate_by = 25

    def get_queryset(self):
        self.newest = listings.newest_of(self.area) if self.area else {}
        return Indicator.objects.current().filter(code__in=self.newest)

    def get_filterset_kwargs(self, filterset_class):
        kwargs = super().get_filterset_kwargs(filterset_class)
        return kwargs | {"areas": self.areas, "statuses": listings.statuses(self.newest)}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {
            "rows": listings.rows_of_figures(context["page_obj"].object_list, self.newest, self.other),
            "area": self.area,
            "is_other": bool(self.other),
            "are_any": bool(self.areas),
            "has_figures": bool(self.newest),
            "is_filtered": any(self.request.GET.get(name) for name in IndicatorFilter.Meta.fields),
            "why_not_import": why_not(rules.check_can_import, self.request.standing),
        }


class IndicatorDetail(OfACouncil, DetailView):
    template_name = "indicators/indicator_detail.html"
    slug_field = slug_url_kwarg = "code"

    def get_queryset(self):
        return Indicator.objects.current()

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "page": self.page_of(self.object, middle=self.request.GET.get("middle", "")),
            "definition": definition_of(self.object),
            "area": self.area,
            "is_other": bool(self.other),
            "council_form": CouncilForm(initial={"council": self.area and self.area.code}, areas=self.areas),
            "why_not_import": why_not(rules.check_can_import, self.request.standing),
        }


class IndicatorDownload(OfACouncil):
    """Every published figure of one indicator for a council and those it is compared with, as CSV."""

    def get(self, request, code):
        indicator = get_object_or_404(Indicator.objects.current(), code=code)
        page = self.page_of(indicator)
        if page is None:
            raise Http404("No figures of the council have been taken in.")
        return exports.csv_file(f"{code}-{page.those.area.code}.csv", downloads.HEAD, downloads.rows(page))

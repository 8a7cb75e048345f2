"""The council's own figures as files: protected as for everybody, whoever asks."""

from django.http import Http404
from django.views.generic import View

from corpparent import exports
from members.models import Council
from reports.indicators.models import Area
from reports.indicators.showing import opendata, own_rows


class OwnRows(View):
    """Every figure of our own, every period. Small numbers are hidden here from officers too: a file travels."""

    def rows(self) -> list[opendata.Row]:
        area = Area.objects.select_related("region").filter(code=Council.current().area_code).first()
        found = own_rows.of(area) if area else []
        if not found:
            raise Http404("No figures of the council’s own have been taken in.")
        return found


class OwnOpenData(OwnRows):
    """CSVs with their companions in the DfE's form, one pair for each kind of period, in a zip."""

    def get(self, request):
        return exports.zip_file("our-own-figures.zip", opendata.files("our-own-figures", self.rows()))


class OwnWorkbook(OwnRows):
    """The same rows as a workbook, a sheet for each kind of period."""

    def get(self, request):
        return exports.xlsx_file("our-own-figures.xlsx", opendata.sheets(self.rows()))

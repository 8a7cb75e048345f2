from datetime import date

import django_filters
from django.utils.timezone import localdate

from reports.packs.models import Pack


def years(today: date) -> list[tuple[str, str]]:
    """The last ten financial years as choices, newest first."""
    last = today.year if today.month >= 4 else today.year - 1
    codes = [f"{year}-{(year + 1) % 100:02}" for year in range(last, last - 10, -1)]
    return [(code, code.replace("-", " to ")) for code in codes]


class PackFilter(django_filters.FilterSet):
    year = django_filters.ChoiceFilter(
        field_name="period",
        lookup_expr="startswith",
        label="Financial year",
        choices=lambda: years(localdate()),
        empty_label="All years",
    )

    class Meta:
        model = Pack
        fields = ["year"]

from typing import Any

from reports.indicators.files.problems import count_of
from reports.indicators.management.importing import ImportCommand
from reports.indicators.models import Import


class Command(ImportCommand):
    help = "Take in a list of statistical neighbours (CSV or XLSX). Take in the published figures first."
    kind = Import.Kind.NEIGHBOURS

    def summary(self, counts: dict[str, Any]) -> str:
        """How many councils have how many neighbours."""
        councils = count_of(counts["councils"], "council", "councils")
        return f"{count_of(counts['neighbours'], 'neighbour', 'neighbours')} of {councils}."

from reports.indicators.management.importing import ImportCommand
from reports.indicators.models import Import


class Command(ImportCommand):
    help = "Take in the council's own figures (CSV or XLSX). Take in the published figures first: they bring the areas."
    kind = Import.Kind.SCORECARD

from pathlib import Path

from django.core.management.base import CommandParser

from reports.indicators.management.importing import ImportCommand
from reports.indicators.models import Import


class Command(ImportCommand):
    help = "Take in a DfE open-data CSV: every figure in it that the portal knows."
    kind = Import.Kind.STATISTICS

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--meta", type=Path, metavar="FILE.meta.csv", help="the companion that says what columns are"
        )

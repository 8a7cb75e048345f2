"""The scorecard to be filled in: a row for every figure that the council can count itself, without any number yet."""

import csv
import io
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from corpparent.exports import safe_cell
from reports.indicators import registry
from reports.indicators.definition import Definition
from reports.indicators.files.scorecard_heading import COLUMNS
from reports.indicators.files.scorecard_rows import STATUSES

OWN_SOURCES = (
    "The council's own records",
    "The virtual school's records",
    "DfE, Children looked after in England including adoptions",  # made from the council's return
)
MEANING = ("Code", "Title", "What is counted", "Out of", "Unit", "Which way is better")
GUIDE = (
    ("One row", "One figure of one indicator for one period. Rows without any number are passed over."),
    ("indicator", "The code, or the exact title, from the sheet “Indicators”."),
    ("period", "A month 2025-M10 (or October 2025), a quarter 2025-26-Q2 or a year 2024-25. It must be over."),
    ("as_at", "The day on which you counted, like 31/10/2025. Empty: the last day of the period."),
    ("numerator", "How many of them: the sum for the whole council, without commas. Empty where there is no “Out of”."),
    (
        "denominator",
        "Out of how many. The portal works out the percentage or rate. Of an average: of how many children it is, or "
        "only officers see it.",
    ),
    (
        "value",
        "Only for a number, a score, days, weeks or months. Write x for “not available”, z for “does not apply”.",
    ),
    ("status", "“provisional” or “final”. Empty: provisional. A later file corrects it; what was said before is kept."),
    ("Children", "Only sums for the whole council: never a row, a name, a number or a date of birth of a child."),
)
TEXT = "@"  # the number format in which a spreadsheet leaves 2009-10 and 2025-M10 as they were written
SPARE_ROWS = 500  # below those of the template, prepared in the same way


def kept_by_councils() -> list[Definition]:
    """The indicators that the template has a row for."""
    return [each for each in registry.load() if each.source in OWN_SOURCES and not each.detail]


def template_csv() -> bytes:
    """UTF-8 with a byte-order mark, as spreadsheets expect."""
    text = io.StringIO()
    csv.writer(text).writerows([COLUMNS, *rows()])
    return text.getvalue().encode("utf-8-sig")


def template_xlsx() -> bytes:
    """Three sheets: the figures, what each indicator means, and how to fill them in."""
    book = Workbook()
    figures = book.worksheets[0]
    figures.title = "Scorecard"
    fill(figures, COLUMNS, rows(), widths=(48, 16, 14, 14, 14, 14, 14))
    prepare(figures)
    fill(book.create_sheet("Indicators"), MEANING, map(meaning, registry.load()), widths=(48, 60, 70, 60, 18, 44))
    fill(book.create_sheet("How to fill it in"), ("Column", "What to write"), GUIDE, widths=(16, 100))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def rows() -> list[tuple[str, ...]]:
    """The rows below the heading: a code, and nothing yet."""
    return [(each.code, *[""] * (len(COLUMNS) - 1)) for each in kept_by_councils()]


def meaning(definition: Definition) -> tuple[str, ...]:
    """One row of the sheet “Indicators”."""
    return (
        definition.code,
        definition.title,
        definition.numerator,
        definition.denominator,
        str(definition.unit.label),
        str(definition.polarity.label),
    )


def fill(sheet: Worksheet, head: Sequence[str], rows: Iterable[Sequence[str]], *, widths: Sequence[int]) -> None:
    """A heading that stays in sight and rows of plain text that wrap, none of which a spreadsheet would run."""
    for row in (head, *rows):
        sheet.append([safe_cell(text) or None for text in row])
    for position, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(position)].width = width
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"


def prepare(sheet: Worksheet) -> None:
    """Periods stay as they are typed, days are days, and the status is chosen from a list."""
    last = sheet.max_row + SPARE_ROWS
    for row in range(2, last + 1):
        sheet.cell(row, COLUMNS.index("period") + 1).number_format = TEXT
        sheet.cell(row, COLUMNS.index("as_at") + 1).number_format = "dd/mm/yyyy"
    choice = DataValidation(type="list", formula1=f'"{",".join(STATUSES)}"', allow_blank=True, showErrorMessage=True)
    choice.errorTitle, choice.error = "Status", "Choose provisional or final."
    column = get_column_letter(COLUMNS.index("status") + 1)
    choice.add(f"{column}2:{column}{last}")
    sheet.add_data_validation(choice)

"""The return as one XML file: the same tables, folded into each child's element.

EXPSSDA903 > CHILD > HEADER (with groups such as AREVIEW and OC2 inside it) and EPISODE, one or many. A row's number is
the line on which its element begins. A file that declares entities is refused: none needs any.
"""

from collections import defaultdict
from xml.parsers import expat

import polars as pl

from reports.indicators.files.problems import FileRefused
from reports.indicators.ssda903.cleaning import tidy
from reports.indicators.ssda903.modules import MODULES

ROOT = "EXPSSDA903"
GROUPS = {
    "EPISODE": "episodes",
    "AREVIEW": "reviews",
    "PERMANENCE": "prev_perm",
    "OC2": "oc2",
    "AMISSING": "missing",
    "AD_PLACED": "placed_adoption",
}
IN_HEADER = {"uasc": "DUC", "oc3": "IN_TOUCH", "ad1": "DATE_INT"}  # table -> the element of HEADER that says it came
OTHER_NAMES = {"CHILDID": "CHILD", "PL": "PLACE"}
STARTS = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<", b"\xfe\xff\x00<")

Row = dict[str, str]


def is_xml(content: bytes) -> bool:
    return content[:100].lstrip(b" \r\n\t").startswith(STARTS)


def tables_of(content: bytes) -> dict[str, pl.DataFrame]:
    """Tables by module, their cells as tidy text in capitals, and `row`. Raises FileRefused."""
    folded = Folded()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = lambda name, _: folded.start(name.upper(), parser.CurrentLineNumber)
    parser.CharacterDataHandler = folded.text
    parser.EndElementHandler = lambda name: folded.end(name.upper())
    try:
        parser.Parse(content, True)
    except expat.ExpatError as problem:
        raise FileRefused(
            f"The XML breaks off or is damaged in line {problem.lineno:,}. Send it again, whole."
        ) from None
    except LookupError:
        raise FileRefused("The XML names an encoding that nobody knows. Save it as UTF-8 and send it again.") from None
    return {key: frame_of(key, rows) for key, rows in folded.tables.items()}


def refuse(*_: object) -> None:
    raise FileRefused("The XML declares entities or a document type, which a return never needs.")


def frame_of(key: str, rows: list[tuple[int, Row]]) -> pl.DataFrame:
    columns = MODULES[key].columns
    data = {name: [row.get(name) for _, row in rows] for name in columns}
    schema = {"row": pl.UInt32} | dict.fromkeys(columns, pl.String)
    return tidy(pl.DataFrame({"row": [line for line, _ in rows]} | data, schema=schema))


class Folded:
    """Takes the elements one by one; `tables` fills whenever a child's element ends."""

    def __init__(self) -> None:
        self.tables: dict[str, list[tuple[int, Row]]] = defaultdict(list)
        self.path: list[str] = []
        self.cell = ""
        self.header: tuple[int, Row] = (0, {})
        self.groups: list[tuple[str, int, Row]] = []

    def start(self, name: str, line: int) -> None:
        """Raises FileRefused where the file is some other XML."""
        if not self.path and name != ROOT:
            raise FileRefused("This is a web page or another XML file, not the XML of the return.")
        self.path.append(name)
        self.cell = ""
        if name == "CHILD":
            self.header, self.groups = (line, {}), []
        elif name == "HEADER":
            self.header = (line, {})
        elif name in GROUPS and self.path[-2] != name:
            self.groups.append((GROUPS[name], line, {}))

    def text(self, text: str) -> None:
        self.cell += text

    def end(self, name: str) -> None:
        self.path.pop()
        parent = self.path[-1] if self.path else ""
        if parent in GROUPS and name not in GROUPS:
            self.groups[-1][2][OTHER_NAMES.get(name, name)] = self.cell.upper()
        elif parent == "HEADER" and name not in GROUPS:
            self.header[1][OTHER_NAMES.get(name, name)] = self.cell.upper()
        elif name == "CHILD":
            self.fold_out()
        self.cell = ""

    def fold_out(self) -> None:
        """The child's rows in every table, each with CHILD, SEX and DOB."""
        line, header = self.header
        own = {name: header.get(name, "") for name in ("CHILD", "SEX", "DOB")}
        self.tables["header"].append((line, header))
        for key, sign in IN_HEADER.items():
            if header.get(sign, "").strip() or (key == "uasc" and header.get("UASC", "").strip() == "1"):
                self.tables[key].append((line, header))
        for key, began, row in self.groups:
            self.tables[key].append((began, own | row))

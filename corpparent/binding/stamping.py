"""Words stamped onto pages as artifacts: upright and in sight, however the page is turned, cut or scaled."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from pikepdf import Array, Object

from corpparent.binding.fonts import written

SIZE = 9  # points, on A4 or smaller
FROM_EDGE = 9  # points between the edge that is seen and the line the letters stand on
ORDINARY = 595  # points, the shorter side of A4
BEFORE = b"q\n"
UPRIGHT = {0: "1 0 0 1", 90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}


class Edge(StrEnum):
    """The edge of the page that a stamp stands at, as its artifact's subtype calls it."""

    TOP = "Header"
    FOOT = "Footer"


@dataclass(frozen=True)
class Place:
    """What is seen of a page, in its own units: the box, how far it is turned (degrees), units to a point."""

    box: tuple[float, float, float, float]
    turned: int
    unit: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as they are seen."""
        left, bottom, right, top = self.box
        wide, high = right - left, top - bottom
        return (high, wide) if self.turned in (90, 270) else (wide, high)

    @property
    def origin(self) -> tuple[float, float]:
        """The corner that is seen at the bottom left."""
        left, bottom, right, top = self.box
        return {0: (left, bottom), 90: (right, bottom), 180: (right, top), 270: (left, top)}[self.turned]


def place_of(page: Object) -> Place:
    """Where on `page` there is something to see. Source: ISO 32000-1, 7.7.3.3 and 14.11.2."""
    media = edges(page.get("/MediaBox")) or (0.0, 0.0, 595.0, 842.0)
    box = media
    if cut := edges(page.get("/CropBox")):
        inner = (max(media[0], cut[0]), max(media[1], cut[1]), min(media[2], cut[2]), min(media[3], cut[3]))
        box = inner if inner[0] < inner[2] and inner[1] < inner[3] else media
    unit, turned = page.get("/UserUnit", 1), page.get("/Rotate", 0)
    scale = float(unit) if not isinstance(unit, Object) and unit > 0 else 1.0
    turn = int(turned) % 360 if not isinstance(turned, Object) else 0
    return Place(box, turn if turn in UPRIGHT else 0, 1 / scale)


def edges(box: Object | None) -> tuple[float, float, float, float] | None:
    """Left, bottom, right and top of a rectangle, whichever corners it is given by; None where it is none."""
    if not isinstance(box, Array) or len(box) != 4:
        return None
    try:
        one, two, three, four = (float(edge) for edge in box)
    except (TypeError, ValueError):
        return None
    found = (min(one, three), min(two, four), max(one, three), max(two, four))
    return found if found[0] < found[2] and found[1] < found[3] else None


def stamp(words: str, place: Place, edge: Edge, fonts: Sequence[str]) -> bytes:
    """What draws `words` in the middle of an edge, and first ends what `BEFORE` began.

    The letters stand on white, so that they can be read on a scan. `fonts` are what the page calls the faces.
    """
    wide, high = place.size
    line = written(words)
    size = SIZE * place.unit * max(1.0, min(wide, high) / place.unit / ORDINARY)
    size = min(size, 900 * wide / max(line.width, 1), high / 2)
    width = line.width * size / 1000
    across = (wide - width) / 2
    away = FROM_EDGE / SIZE * size
    up = max(high - away - size * 0.7, 0) if edge == Edge.TOP else min(away, high / 4)
    x, y = place.origin
    plate = [across - size / 3, up - size / 3, width + size / 1.5, size * 1.3]
    shown = " ".join(f"{fonts[face]} {size:.3f} Tf <{glyphs}> Tj" for face, glyphs in line.runs)
    return (
        f"\nQ\n/Artifact <</Type /Pagination /Subtype /{edge}>> BDC\n"
        f"q {UPRIGHT[place.turned]} {x:.3f} {y:.3f} cm 1 g {' '.join(f'{side:.3f}' for side in plate)} re f\n"
        f"0 g BT {across:.3f} {up:.3f} Td {shown} ET Q\nEMC\n"
    ).encode()

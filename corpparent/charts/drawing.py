"""The strokes that trends and bars are drawn with. Colours, dashes and marks: LOOK, "comparators"."""

from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import wrap

from django.utils.html import escape
from django.utils.safestring import SafeString

from corpparent.charts.values import Role

FONT = "Atkinson Hyperlegible Next, system-ui, sans-serif"
SIZE = 15
LINE = 18
INK = "#1C2B2E"
SOFT = "#48595D"
HAIRLINE = "#D3DCDA"
STRONG = "#75868A"
PALE = "#B9C7C5"
# Widths in parts of the type size, a little over the typeface's own so that a fallback face fits as well.
WIDTH, WIDTH_BOLD, WIDER = 0.56, 0.6, 0.4
WIDE_LETTERS = frozenset("%@&MWmw")


@dataclass(frozen=True)
class Hand:
    """How a role's line is drawn; `mark` names the shape at its end."""

    colour: str
    dash: str
    thick: float
    mark: str


HANDS: dict[Role, Hand] = {
    "us": Hand("#15494E", "", 3, "circle"),
    "england": Hand("#3F4B50", "7 4", 1.8, "square"),
    "region": Hand("#5B4A9A", "9 4 2 4", 1.8, "triangle"),
    "neighbours": Hand("#A85400", "2 3.5", 2, "diamond"),
    "target": Hand(SOFT, "1.5 4", 1.8, "bar"),
}


def svg(sentence: str, width: float, height: float, parts: Iterable[str]) -> SafeString:
    """Return a whole drawing. Its `title` is its name: the one text of it that reaches a PDF's alternative text."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {width:g} {height:g}" width="100%" '
        f'font-family="{FONT}" font-size="{SIZE}" fill="{INK}"><title>{escape(sentence)}</title>'
    )
    return SafeString(head + "".join(parts) + "</svg>")


def text(
    x: float, y: float, words: str, *, colour: str = INK, anchor: str = "start", bold: bool = False, lead: str = ""
) -> str:
    """Return `words` whose line has its middle at `y`; `lead` is set bold before them."""
    strong = f'<tspan font-weight="700">{escape(lead)}</tspan>{" " if words else ""}' if lead else ""
    weight = ' font-weight="700"' if bold else ""
    place = "" if anchor == "start" else f' text-anchor="{anchor}"'
    base = y + SIZE * 0.34
    return f'<text x="{x:.1f}" y="{base:.1f}" fill="{colour}"{place}{weight}>{strong}{escape(words)}</text>'


def line(x1: float, y1: float, x2: float, y2: float, colour: str = HAIRLINE) -> str:
    """Return a thin rule."""
    return f'<path d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" stroke="{colour}" fill="none"/>'


def rules(left: float, right: float, heights: Iterable[float]) -> str:
    """Return level hairlines, all in one path: on paper each element of a drawing costs time."""
    path = "".join(f"M{left:.1f} {y:.1f}H{right:.1f}" for y in heights)
    return f'<path d="{path}" stroke="{HAIRLINE}" fill="none"/>'


def stretch(points: list[tuple[float, float]], hand: Hand) -> str:
    """Return one unbroken stretch of a role's line."""
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    dash = f' stroke-dasharray="{hand.dash}"' if hand.dash else ""
    return (
        f'<path d="M{path}" stroke="{hand.colour}" stroke-width="{hand.thick}"{dash} fill="none" '
        'stroke-linejoin="round"/>'
    )


def dots(points: Iterable[tuple[float, float]], hand: Hand) -> str:
    """Return a dot at each point, all in one path: lines without length whose round ends are seen."""
    path = "".join(f"M{x:.1f} {y:.1f}h0" for x, y in points)
    return f'<path d="{path}" stroke="{hand.colour}" stroke-width="7" stroke-linecap="round" fill="none"/>'


def mark(x: float, y: float, size: float, hand: Hand) -> str:
    """Return a role's mark about `x`, `y`; `size` is half its width."""
    if hand.mark == "circle":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:g}" fill="{hand.colour}"/>'
    corners = {
        "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
        "diamond": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
        "triangle": ((0, -1.2), (1.2, 1), (-1.2, 1)),
        "bar": ((-1.2, -0.25), (1.2, -0.25), (1.2, 0.25), (-1.2, 0.25)),
    }[hand.mark]
    path = "L".join(f"{x + dx * size:.1f} {y + dy * size:.1f}" for dx, dy in corners)
    return f'<path d="M{path}Z" fill="{hand.colour}"/>'


def hatched(x: float, y: float, width: float, height: float) -> str:
    """Return a hatched box: slanting lines cut where they meet its sides, so that no pattern with an `id` is needed."""
    slants = range(6, int(width + height), 6)
    path = "".join(
        f"M{x + max(0, k - height):g} {y + min(k, height):g}L{x + min(k, width):g} {y + max(0, k - width):g}"
        for k in slants
    )
    box = f'<path d="M{x:g} {y:g}h{width:g}v{height:g}h{-width:g}Z" fill="#fff" stroke="{STRONG}"/>'
    return f'{box}<path d="{path}" stroke="{STRONG}" fill="none"/>'


def width_of(words: str, *, bold: bool = False) -> float:
    """Return about how wide `words` will be; seldom less than they are."""
    wide = sum(letter in WIDE_LETTERS for letter in words)
    return (len(words) * (WIDTH_BOLD if bold else WIDTH) + wide * WIDER) * SIZE


def lines_of(words: str, width: float, *, bold: bool = False) -> list[str]:
    """Return `words` cut into lines of about `width`, none of them broken inside a word unless it is longer."""
    letters = int(width / SIZE / (WIDTH_BOLD if bold else WIDTH))
    return wrap(words, max(letters, 1)) or [""]

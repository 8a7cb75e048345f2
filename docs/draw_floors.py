"""Draw the floors of the house from the import contracts in pyproject.toml, so that the drawing cannot lie.

`python docs/draw_floors.py` writes docs/reference/floors.svg; with `--check` it only says whether that is fresh.
"""

import sys
import tomllib
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DRAWING = ROOT / "docs" / "reference" / "floors.svg"
WIDTH, FLOOR, GAP, LEFT = 560, 44, 14, 20
ARROW_X = WIDTH - 190


def contract(name: str) -> dict:
    """The import contract with the id `name`. Raises StopIteration where there is none."""
    tool = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]
    return next(contract for contract in tool["importlinter"]["contracts"] if contract["id"] == name)


def rooms() -> list[str]:
    """Layers inside an app from top to bottom, without the brackets that mean "where there is one"."""
    return [layer.replace("(", "").replace(")", "").replace(" | ", " or ") for layer in contract("rooms")["layers"]]


def box(top: int, label: str, fill: str, ink: str) -> str:
    return (
        f'<rect x="{LEFT}" y="{top}" width="250" height="{FLOOR}" rx="6" fill="{fill}"/>'
        f'<text x="{LEFT + 16}" y="{top + 28}" fill="{ink}">{escape(label)}</text>'
    )


def storey(top: int, name: str) -> str:
    """One floor; in brackets, as the contracts write it, is one that is planned and not built."""
    if name.startswith("("):
        return box(top, f"{name.strip('()')}, to come", "#F3F6F5", "#48595D")
    return box(top, name, "#15494E", "#FFFFFF")


def drawing() -> str:
    """The floors as SVG: each app stands on those below it, and imports only from them."""
    floors = contract("floors")["layers"]
    step = FLOOR + GAP
    boxes = [storey(60 + i * step, name) for i, name in enumerate(floors)]
    steps = [f'<text x="{ARROW_X}" y="{88 + i * 30}" fill="#1C2B2E">{name}</text>' for i, name in enumerate(rooms())]
    height = 60 + max(len(floors) * step, len(steps) * 30 + 20) + 36
    names = ", ".join(name.strip("()") for name in floors)
    sentence = (
        f"Floors from top to bottom: {names}. Each imports only from those below it; "
        f"inside an app {', '.join(rooms())} do the same."
    )
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
            'font-family="Atkinson Hyperlegible Next, sans-serif" font-size="17">',
            f"<title>{escape(sentence)}</title>",
            f'<rect width="{WIDTH}" height="{height}" fill="#FFFFFF"/>',
            f'<text x="{LEFT}" y="36" font-weight="700" fill="#1C2B2E">The floors</text>',
            f'<text x="{ARROW_X}" y="36" font-weight="700" fill="#1C2B2E">Inside an app</text>',
            *boxes,
            *steps,
            f'<text x="{LEFT}" y="{height - 14}" font-size="15" fill="#48595D">'
            "What stands higher may import from what stands lower, never the other way.</text>",
            "</svg>",
            "",
        ]
    )


def main() -> int:
    fresh = drawing()
    if "--check" not in sys.argv:
        DRAWING.write_text(fresh)
        print(DRAWING.relative_to(ROOT))
        return 0
    if DRAWING.exists() and DRAWING.read_text() == fresh:
        return 0
    print("docs/reference/floors.svg is not what the import contracts say. Run make floors.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())

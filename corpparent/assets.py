"""Build the one stylesheet: GOV.UK Frontend from npm in our own typeface and colours, then static/css.

Run by the set-up script as `python -m corpparent.assets`; static/build is never committed. GDS Transport and the crown
are for services on gov.uk alone, so the typeface, the crest and the components that carry them do not come along.
"""

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "static" / "build"
GOVUK = ROOT / "node_modules" / "govuk-frontend" / "dist" / "govuk" / "govuk-frontend.min.css"
FONT = (
    ROOT
    / "node_modules/@fontsource-variable/atkinson-hyperlegible-next/files"
    / "atkinson-hyperlegible-next-latin-wght-normal.woff2"
)
OURS = [
    "tokens",
    "type",
    "layout",
    "header",
    "sections",
    "footer",
    "links",
    "tags",
    "panels",
    "lists",
    "forms",
    "choices",
    "account",
    "tables",
    "figures",
    "charts",
    "packs",
    "working",
    "public",
    "pledge",
    "duties",
    "points",
    "briefing",
    "agendas",
    "worried",
    "print",
]

# GOV.UK's palette, said in our tokens; what is not named here (yellow focus, black on paper) stays as it is.
TOKENS = {
    "#0b0c0c": "var(--ink)",
    "#505a5f": "var(--soft)",
    "#1d70b8": "var(--link)",
    "#003078": "var(--ink)",
    "#4c2c92": "var(--link)",
    "#00703c": "var(--pine)",
    "#005a30": "var(--pine-dark)",
    "#004e2a": "var(--pine-dark)",
    "#002d18": "var(--pine-dark)",
    "#b1b4b6": "var(--line)",
    "#f3f2f1": "var(--mist)",
    "#d4351c": "var(--late)",
}
LICENCE = "/* Holds parts of GOV.UK Frontend, MIT licence, copyright Crown (Government Digital Service) */"
UNUSED = "header footer cookie-banner exit-this-page phase-banner service-navigation accordion tabs logo crest"
IS_UNUSED = re.compile(rf"\.govuk-(?:{UNUSED.replace(' ', '|')})(?![a-z])|\.govuk-template--rebranded")
RULE = re.compile(r"(?:^|(?<=[{};]))([^{};@]+)\{[^{}]*\}")
FONT_FACE = re.compile(r"@font-face\{[^{}]*GDS Transport[^{}]*\}")
EMPTY_MEDIA = re.compile(r"@(?:media|supports)[^{}]*\{\}")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SPACE = re.compile(r"\s+")
AROUND_SIGNS = re.compile(r" ?([{};,>]) ?")


def is_unused(selectors: str) -> bool:
    """Whether every selector of a rule belongs to a GOV.UK component that we do not show."""
    return all(IS_UNUSED.search(selector) for selector in selectors.split(","))


def without_unused(css: str) -> str:
    """Return minified `css` without the rules of components that we do not show."""
    kept = RULE.sub(lambda rule: "" if is_unused(rule[1]) else rule[0], css)
    return EMPTY_MEDIA.sub("", kept)


def in_our_hand(css: str) -> str:
    """Return GOV.UK Frontend's `css` in our typeface and colours, with no crown and no GDS Transport."""
    css = FONT_FACE.sub("", COMMENT.sub("", css).removeprefix('@charset "UTF-8";'))
    css = re.sub(r'"?GDS Transport"?,arial,sans-serif', "var(--type)", css)
    for hex_colour, token in TOKENS.items():
        css = css.replace(hex_colour, token)
    return without_unused(css)


def minified(css: str) -> str:
    """Return `css` without comments and needless space."""
    return AROUND_SIGNS.sub(r"\1", SPACE.sub(" ", COMMENT.sub("", css))).strip()


def build(folder: Path = BUILD) -> Path:
    """Write portal.css and the typeface beside it into `folder`; return the stylesheet's path."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(FONT, folder / "atkinson-hyperlegible-next.woff2")
    ours = (ROOT / "static" / "css" / f"{name}.css" for name in OURS)
    sheets = [LICENCE, in_our_hand(GOVUK.read_text()), *(minified(sheet.read_text()) for sheet in ours)]
    stylesheet = folder / "portal.css"
    stylesheet.write_text("\n".join(sheets))
    return stylesheet


if __name__ == "__main__":
    print(build().relative_to(ROOT))

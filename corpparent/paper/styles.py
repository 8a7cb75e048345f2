"""The stylesheet in a paper's head, read once a process with the fonts it names.

Each edition of a version brings the same one: reading it and unpacking its fonts anew took a tenth of a pack's time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from corpparent.paper.assets import Assets, base_of


@dataclass(frozen=True)
class Style:
    """A stylesheet as WeasyPrint reads it, and the fonts that its `@font-face` rules brought."""

    sheet: CSS
    fonts: FontConfiguration


def taken_from(source: HTML, assets: Sequence[Path]) -> Style:
    """Take the `<style>` elements out of the head of `source`; return what they say."""
    head = source.etree_element.find("head")
    elements = head.findall("style")
    for element in elements:
        head.remove(element)
    return read("\n".join(element.text or "" for element in elements), tuple(assets))


@lru_cache(maxsize=8)
def read(css: str, assets: tuple[Path, ...]) -> Style:
    """Read `css`. Not for two threads at once: a worker prints one paper after the other."""
    fonts = FontConfiguration()
    sheet = CSS(string=css, base_url=base_of(assets), url_fetcher=Assets(assets), font_config=fonts)
    return Style(sheet, fonts)

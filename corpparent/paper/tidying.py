"""What WeasyPrint's PDF/UA leaves short, mended in the finished file. Source: ISO 14289-1 (PDF/UA-1), clause 7.

- Running heads and page numbers are marked as content but are in no structure: they become artifacts (7.8).
- A table that runs over pages is one table: its later pieces join the first, and repeated heads become artifacts.
- Head cells get their scope (7.5), figures a box in the page's own coordinates, links words that say where they lead
  (7.18.5). A link is never inside a link.
"""

from pikepdf import Pdf

from corpparent.paper.artifacts import hide
from corpparent.paper.assets import NotPrintable
from corpparent.paper.links import name_links
from corpparent.paper.structure import Tree


def tidy(file: Pdf) -> None:
    """Mend `file` in place. Raises NotPrintable where words are missing that only the HTML can give."""
    if not str(file.Root.get("/Lang", "")):
        raise NotPrintable("The HTML does not say its language. Give <html> a lang.")
    if not str(file.docinfo.get("/Title", "")):
        raise NotPrintable("The HTML has no title. Give it a <title>.")
    name_links(file)
    tree = Tree(file)
    tree.mend()
    hide(file, tree.kept)

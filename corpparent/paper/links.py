"""Link annotations: where they may lead, and the words that say so."""

from urllib.parse import urlsplit

from pikepdf import Object, Pdf, String

from corpparent.paper.assets import NotPrintable

SCHEMES = {"https", "http", "mailto", "tel"}


def name_links(file: Pdf) -> None:
    """Check every link, and describe those within the paper by the page they lead to.

    Raises NotPrintable for a link that would lead into the machine the paper was made on: a relative one does.
    """
    pages = _pages_of_anchors(file)
    for page in file.pages:
        for note in page.get("/Annots", []):
            if "/Dest" in note:
                note.Contents = String(f"Go to page {pages[str(note.Dest)]}")
            elif "/A" in note and urlsplit(str(note.A.get("/URI", ""))).scheme not in SCHEMES:
                raise NotPrintable(f"The link {note.A.get('/URI', '')} must be a whole address.")


def _pages_of_anchors(file: Pdf) -> dict[str, int]:
    """Return the page number of each named place."""
    numbers = {page.obj.objgen: number for number, page in enumerate(file.pages, start=1)}
    if "/Names" not in file.Root or "/Dests" not in file.Root.Names:
        return {}
    names: list[Object] = list(file.Root.Names.Dests.Names)
    return {str(names[i]): numbers[names[i + 1][0].objgen] for i in range(0, len(names), 2)}

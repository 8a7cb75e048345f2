"""Words stamped onto the pages of an open file, and the labels by which readers call its pages."""

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from corpparent.binding import stamping
from corpparent.binding.fonts import faces
from corpparent.binding.trees import listed


class Stamps:
    """Stamps for the pages of `file`; the fonts, and what stands before a page's own content, are shared."""

    def __init__(self, file: Pdf) -> None:
        self.file = file
        self.before = file.make_stream(stamping.BEFORE)
        self.fonts = [face.put(file) for face in faces()]
        self.same: dict[bytes, Stream] = {}

    def put(self, page: Object, words: str, edge: stamping.Edge) -> None:
        """Stamp `words` onto `page`, whatever state its own content leaves behind."""
        drawn = stamping.stamp(words, stamping.place_of(page), edge, self.names(page))
        after = self.same.get(drawn) or self.same.setdefault(drawn, self.file.make_stream(drawn))
        page.Contents = Array([self.before, *contents_of(page), after])

    def names(self, page: Object) -> list[str]:
        """What our fonts are called on `page`; put there where they are missing."""
        resources = page.get("/Resources")
        if not isinstance(resources, Dictionary):
            page.Resources = Dictionary()
            resources = page.Resources
        known = resources.get("/Font")
        if not isinstance(known, Dictionary):
            resources.Font = Dictionary()
            known = resources.Font
        return [name_in(known, font, number) for number, font in enumerate(self.fonts)]


def name_in(known: Object, font: Object, number: int) -> str:
    """The name of `font` in a dictionary of fonts, where another may have taken the one we would choose."""
    name = f"/PackFont{number}"
    while (there := known.get(name)) is not None:
        if there.objgen == font.objgen:
            return name
        name += "x"
    known[name] = font
    return name


def contents_of(page: Object) -> list[Object]:
    """The streams of a page's own content."""
    return [one for one in listed(page.get("/Contents")) if isinstance(one, Stream)]


def label(file: Pdf, first_page: int) -> None:
    """Let readers call the pages by their pack numbers. Source: ISO 32000-1, 12.4.2."""
    file.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D, St=first_page)]))

"""Opening what is to be bound."""

from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, PasswordError, Pdf, PdfError

from corpparent.binding.parts import NotBindable


def opened(content: bytes, title: str) -> Pdf:
    """The PDF in `content`; what was filled into its form is drawn onto its pages. Raises NotBindable, naming it."""
    try:
        file = Pdf.open(BytesIO(content))
        if len(file.pages) == 0:
            raise NotBindable(f"“{title}” has no pages.")
        flatten(file)
    except PasswordError as error:
        raise NotBindable(f"“{title}” has a password. Save it again without one.") from error
    except PdfError as error:
        raise NotBindable(f"“{title}” cannot be read. Save it again as PDF.") from error
    return file


def flatten(file: Pdf) -> None:
    """Draw the fields of a form onto the pages as they look, and drop what draws nothing."""
    if not any(is_field(note) for page in file.pages for note in notes_of(page.obj)):
        if "/AcroForm" in file.Root:
            del file.Root.AcroForm
        return
    if not isinstance(file.Root.get("/AcroForm"), Dictionary):
        file.Root.AcroForm = Dictionary(Fields=Array())
    file.generate_appearance_streams()
    file.flatten_annotations("all")
    for page in file.pages:
        if any(map(is_field, notes_of(page.obj))):
            page.obj.Annots = Array([note for note in notes_of(page.obj) if not is_field(note)])


def is_field(note: Object) -> bool:
    return note.get("/Subtype") == Name.Widget


def had_form(file: Pdf) -> bool:
    """Whether fields were drawn onto the pages of an opened file: what was drawn belongs to no structure."""
    return "/AcroForm" in file.Root


def notes_of(page: Object) -> list[Object]:
    """The annotations of a page: its links, fields and remarks."""
    notes = page.get("/Annots")
    return [note for note in notes if isinstance(note, Dictionary)] if isinstance(notes, Array) else []

"""Checks of PDF/UA-1 (ISO 14289-1) after the Matterhorn protocol: what a machine can see of a file's structure.

`faults` returns sentences, each beginning with the clause it is about; none means that nothing was found, not that a
person would find nothing: whether the words of a picture are the right ones no machine can tell.
"""

from collections.abc import Iterator
from io import BytesIO

from pikepdf import Dictionary, Name, Object, Page, Pdf, Stream, parse_content_stream

from tests.pdfua_fonts import font_faults
from tests.pdfua_structure import LANGUAGE, Tree

PAINTS = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Tj", "TJ", "'", '"', "INLINE IMAGE"}


def faults(content: bytes) -> list[str]:
    """Return what is wrong with the PDF in `content`, in sentences; [] where nothing was found."""
    with Pdf.open(BytesIO(content)) as file:
        found = list(_document(file))
        if "/StructTreeRoot" not in file.Root:
            return [*found, "7.1 The file has no structure."]
        tree = Tree(file)
        checks = (tree.roles, tree.nesting, tree.headings, tree.words, tree.tables, tree.notes)
        for check in checks:
            found += check()
        for number, page in enumerate(file.pages, start=1):
            found += [f"{fault} (page {number})" for fault in (*_content(page, tree), *_annotations(page, tree))]
        for thing in file.objects:
            if isinstance(thing, (Dictionary, Stream)):
                found += _thing(thing)
        return found


def _document(file: Pdf) -> Iterator[str]:
    """Check what the catalogue and the metadata say of the whole."""
    root = file.Root
    if not LANGUAGE.fullmatch(str(root.get("/Lang", ""))):
        yield "7.2 The file does not say its language."
    if not root.get("/MarkInfo", {}).get("/Marked", False):
        yield "7.1 The file is not marked as tagged."
    if root.get("/MarkInfo", {}).get("/Suspects", False):
        yield "7.1 The file doubts its own tags."
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "7.1 The title is not shown in place of the file's name."
    with file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
        if not meta.get("dc:title"):
            yield "7.1 The metadata has no title."
        if meta.get("pdfuaid:part") != "1":
            yield "5 The metadata does not claim PDF/UA-1."
    optional = root.get("/OCProperties", {})
    for config in [*([optional.D] if "/D" in optional else []), *optional.get("/Configs", [])]:
        if not str(config.get("/Name", "")) or "/AS" in config:
            yield "7.10 A configuration of layers has no name, or switches by itself."


def _content(page: Page, tree: Tree) -> Iterator[str]:
    """Check that whatever paints is in the structure or is an artifact."""
    number = int(page.obj.get("/StructParents", -1))
    yield from sorted(set(_stream(page.obj, page.obj.get("/Resources", {}), number, tree, [])))


def _stream(holder: Object, resources: Object, number: int, tree: Tree, around: list[str]) -> Iterator[str]:
    """Check one stream; `around` says what marked content it is drawn within: "artifact", "real" or "none"."""
    marks = list(around)
    forms = resources.get("/XObject", {})
    for font in resources.get("/Font", {}).values():
        yield from font_faults(font)
    for operands, operator in parse_content_stream(holder):
        name = str(operator)
        if name in ("BMC", "BDC"):
            marks.append(_mark(list(operands), resources, number, tree))
            if {"artifact", "real"} <= set(marks):
                yield "7.1 Artifacts and real content are nested."
            if marks[-1] == "lost":
                yield "7.1 Marked content leads nowhere in the structure."
        elif name == "EMC" and len(marks) > len(around):
            marks.pop()
        elif name == "Do" and forms[str(operands[0])].get("/Subtype") == Name.Form:
            form = forms[str(operands[0])]
            yield from _stream(
                form, form.get("/Resources", resources), int(form.get("/StructParents", -1)), tree, marks
            )
        elif (name in PAINTS or name == "Do") and not {"artifact", "real", "lost"} & set(marks):
            yield "7.1 Something is painted that is neither in the structure nor an artifact."


def _mark(operands: list[Object], resources: Object, number: int, tree: Tree) -> str:
    """Return what a piece of marked content is."""
    if str(operands[0]) == "/Artifact":
        return "artifact"
    held = operands[1] if len(operands) > 1 else {}
    if isinstance(held, Name):
        held = resources.get("/Properties", {}).get(str(held), {})
    if "/MCID" not in held:
        return "none"
    return "real" if tree.owns(number, int(held["/MCID"])) else "lost"


def _annotations(page: Page, tree: Tree) -> Iterator[str]:
    """Check that whatever can be pressed or opened is in the structure, in order, and has words."""
    notes = [note for note in page.obj.get("/Annots", []) if not _is_hidden(note)]
    if notes and page.obj.get("/Tabs") != Name.S:
        yield "7.18.3 The tab key does not follow the structure."
    for note in notes:
        kind = str(note.Subtype)[1:]
        owner = tree.parents.get(int(note.get("/StructParent", -1)))
        role = tree.role(owner) if owner is not None and owner.objgen in tree.reachable else "nothing"
        if role != {"Link": "Link", "Widget": "Form"}.get(kind, "Annot"):
            yield f"7.18 A {kind} stands in {role}."
        alternative = str(owner.get("/Alt", "")) if role != "nothing" else ""
        field = note if "/T" in note else note.get("/Parent", note)  # TU belongs to a field, not to its widgets
        words = str(field.get("/TU", "")) if kind == "Widget" else str(note.get("/Contents", ""))
        if not words and (kind == "Link" or not alternative):
            yield f"7.18 A {kind} has no words."
        clip = note.get("/A", {}).get("/R", {}).get("/C", {})
        if clip and not ("/CT" in clip and "/Alt" in clip):
            yield "7.18.6.2 A clip does not say what it is."


def _is_hidden(note: Object) -> bool:
    """Whether a note is hidden, or one that needs no place in the structure."""
    return bool(int(note.get("/F", 0)) & 2) or note.Subtype in (Name.Popup, Name.PrinterMark)


def _thing(thing: Object) -> Iterator[str]:
    """Check what may lie anywhere in the file."""
    if thing.get("/Subtype") == Name.Form and "/Ref" in thing:
        yield "7.20 A drawing refers to another file."
    if "/EF" in thing and not (str(thing.get("/F", "")) and str(thing.get("/UF", ""))):
        yield "7.11 An attached file has no name."

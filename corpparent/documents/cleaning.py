"""A PDF made harmless in place, with pikepdf: what acts, what is attached and what tells of its writer goes.

Kept: pages, structure tree, bookmarks, named places, links to pages and to web addresses, language.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from corpparent.documents.kinds import is_program
from corpparent.documents.refusing import Refused

# Of the catalogue, all that is kept; of its names, the places that links and bookmarks lead to.
IN_CATALOGUE = {
    *("/Type", "/Pages", "/PageLabels", "/Names", "/Dests", "/ViewerPreferences", "/PageLayout", "/PageMode"),
    *("/Outlines", "/StructTreeRoot", "/MarkInfo", "/Lang", "/OCProperties", "/OutputIntents", "/AcroForm"),
}
IN_NAMES = {"/Dests"}

# Keys that go wherever they stand. Not by name alone: a font may be called /AA (`is_resource`).
GO = {
    *("/AA", "/JS", "/JavaScript", "/OpenAction", "/EF", "/RF", "/AF", "/EmbeddedFiles", "/XFA", "/RichMediaContent"),
    *("/RichMediaSettings", "/PresSteps", "/PieceInfo", "/Metadata", "/Thumb", "/Alternates", "/OPI", "/LastModified"),
}
GO_FROM_STREAMS = {"/F", "/FFilter", "/FDecodeParms", "/Ref"}
ACTS = {
    *("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/ResetForm", "/GoToR", "/GoToE", "/Rendition"),
    *("/Movie", "/Sound", "/Hide", "/SetOCGState", "/Trans", "/GoTo3DView", "/RichMediaExecute", "/Thread"),
}
SAFE_ADDRESS = re.compile(r"(https?|mailto):", re.IGNORECASE)
SUSPECT = re.compile(
    "|".join(f"{re.escape(key)}(?![A-Za-z0-9])" for key in sorted(GO | ACTS | {"/URI", "/Sig"})).encode()
)

# Notes that somebody stuck onto the page, and what plays or opens; with the words that are not on the page.
NOT_SHOWN = {"/Text", "/Popup", "/FileAttachment", "/Sound", "/Movie", "/Screen", "/RichMedia", "/3D", "/Projection"}
COMMENTS = {"/Text", "/Popup"}
REMARKS = ("/T", "/Contents", "/RC", "/Popup", "/IRT", "/Subj", "/CreationDate", "/M")
PROGRAMS = {
    ".exe",
    ".bat",
    ".cmd",
    ".com",
    ".scr",
    ".js",
    ".vbs",
    ".ps1",
    ".jar",
    ".msi",
    ".dll",
    ".hta",
    ".lnk",
    ".sh",
}


def clean(pdf: Pdf) -> Counter[str]:
    """Take out of `pdf` what may not stay; how many "scripts", "attachments" and "comments" went.

    Raises Refused: a form that a program draws, a program attached, a passage marked to be blacked out.
    """
    check_forms(pdf)
    gone: Counter[str] = Counter(attachments=attachments_of(pdf))
    keep_only(pdf.trailer, {"/Root", "/Size"})
    opening = pdf.Root.get("/OpenAction")
    gone["scripts"] += isinstance(opening, Dictionary) and is_bad_action(opening)
    keep_only(pdf.Root, IN_CATALOGUE)
    if isinstance(pdf.Root.get("/Names"), Dictionary):
        gone["scripts"] += "/JavaScript" in pdf.Root.Names
        keep_only(pdf.Root.Names, IN_NAMES)
    if pdf.Root.get("/PageMode") == "/UseAttachments":
        del pdf.Root["/PageMode"]
    for one in pdf.objects:
        if isinstance(one, Stream):
            strip_stream(one, gone)
        elif isinstance(one, Dictionary | Array) and SUSPECT.search(one.unparse(resolved=True)):
            strip(one, gone)
    for page in pdf.pages:
        strip_annotations(page.obj, gone)
    return gone


def check_forms(pdf: Pdf) -> None:
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, Dictionary) and "/XFA" in form:
        raise Refused(
            "This is a form that only one maker’s program can draw (XFA). Open it there, print it as PDF and send that."
        )


def attachments_of(pdf: Pdf) -> int:
    """How many files are attached. Raises Refused where one of them is a program."""
    found = [one for one in pdf.objects if isinstance(one, Dictionary) and isinstance(one.get("/EF"), Dictionary)]
    for one in found:
        names = [str(one[key]) for key in ("/F", "/UF") if key in one]
        contents = [content for _, content in one.EF.items() if isinstance(content, Stream)]
        if any(PurePosixPath(name).suffix.lower() in PROGRAMS for name in names) or any(map(runs, contents)):
            raise Refused("A program is attached to this PDF, so it is not taken in. Save the paper again without it.")
    return len(found)


def runs(attached: Stream) -> bool:
    return is_program(attached.read_bytes())


def keep_only(mapping: Object, keys: set[str]) -> None:
    for key in set(mapping.keys()) - keys:
        del mapping[key]


def strip_stream(stream: Stream, gone: Counter[str]) -> None:
    """A stream keeps its bytes; they may not stand in another file, and may not be a program for a printer."""
    for key in GO_FROM_STREAMS & set(stream.keys()):
        del stream[key]
    if Name("/PS") in (stream.get("/Subtype"), stream.get("/Subtype2")):
        stream.write(b"")
    strip_keys(stream, gone)


def strip(one: Object, gone: Counter[str]) -> None:
    """`one` and what is written within it; what it only refers to comes by itself."""
    if isinstance(one, Dictionary):
        if is_bad_action(one) or one.get("/Type") == "/Sig":
            gone["scripts"] += one.get("/Type") != "/Sig"
            keep_only(one, set())
            return
        strip_keys(one, gone)
    elif isinstance(one, Array):
        for part in direct_parts(one):
            strip(part, gone)


def strip_keys(one: Object, gone: Counter[str]) -> None:
    for key in GO & set(one.keys()):
        if not is_resource(one[key]):
            gone["scripts"] += key in ("/AA", "/JS", "/JavaScript", "/OpenAction")
            del one[key]
    for part in direct_parts(one[key] for key in list(one.keys())):
        strip(part, gone)


def direct_parts(values: Iterator[Object] | Array) -> Iterator[Object]:
    for value in values:
        if isinstance(value, Dictionary | Array) and not value.is_indirect:
            yield value


def is_resource(value: Object) -> bool:
    """A font, picture or the like that happens to be called as a key is that would go."""
    if not isinstance(value, Dictionary | Stream):
        return False
    return value.get("/Type") in ("/Font", "/XObject", "/ExtGState", "/Pattern") or value.get("/Subtype") in (
        "/Image",
        "/Form",
    )


def is_bad_action(one: Dictionary) -> bool:
    """An action that does more than go to a page or to a web address. (A structure element has /S, too, and /P.)"""
    does = one.get("/S")
    if does == "/URI":
        return not SAFE_ADDRESS.match(str(one.get("/URI", "")).strip())
    return does in ACTS and not ("/P" in one and one.get("/Type") == "/StructElem")


def strip_annotations(page: Dictionary, gone: Counter[str]) -> None:
    """Of what lies upon a page, what is seen on it stays. Raises Refused for what is to be blacked out."""
    annotations = page.get("/Annots")
    if not isinstance(annotations, Array):
        if annotations is not None:
            del page["/Annots"]
        return
    kept = []
    for one in annotations:
        if not isinstance(one, Dictionary):
            continue
        kind = str(one.get("/Subtype", ""))
        if kind == "/Redact":
            raise Refused(
                "Something in this PDF is marked to be blacked out, and is still there to read. Apply the redaction, "
                "save the paper again and send that."
            )
        if kind in NOT_SHOWN:
            gone["comments"] += kind in COMMENTS and kind != "/Popup"
            keep_only(one, set())
            continue
        tidy(one, kind)
        kept.append(one)
    if kept:
        page["/Annots"] = Array(kept)
    else:
        del page["/Annots"]


def tidy(one: Dictionary, kind: str) -> None:
    """Drop the action that was emptied, and the remarks of reviewers; a link's words are what is read out for it."""
    if isinstance(one.get("/A"), Dictionary) and not one.A.keys():
        del one["/A"]
    if kind not in ("/Link", "/Widget", "/FreeText"):
        for key in set(REMARKS) & set(one.keys()):
            del one[key]

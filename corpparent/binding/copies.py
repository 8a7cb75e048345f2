"""Copies marked for one reader: the marks are appended, so that the bytes of the original can be found in the copy."""

import zlib
from collections.abc import Iterator
from hashlib import md5
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from corpparent.binding.numbering import Stamps
from corpparent.binding.stamping import Edge

END = b"%%EOF"


def personal_copy(content: bytes, words: str) -> bytes:
    """Return the pack in `content` with `words` at the top of every page; it begins with `content`, byte for byte.

    `words` are such as "Copy for Ada Aspenwood, 24 November 2026, not for publication". The marks are artifacts.
    Source: ISO 32000-1, 7.5.6.
    """
    with Pdf.open(BytesIO(content)) as file:
        first_new = int(file.trailer.Size)
        stamps = Stamps(file)
        changed: dict[tuple[int, int], Object] = {}
        for page in file.pages:
            stamps.put(page.obj, words, Edge.TOP)
            changed |= {one.objgen: one for one in touched(page.obj)}
        number = first_new
        while isinstance(one := file.get_object(number, 0), Dictionary | Stream):
            changed[one.objgen] = one
            number += 1
        return content + update(file, changed, number, content, words)


def touched(page: Object) -> Iterator[Object]:
    """What a stamp changes: a page, its resources and its fonts, as far as they stand by themselves."""
    for one in (page, page.Resources, page.Resources.Font):
        if one.is_indirect:
            yield one


def update(file: Pdf, changed: dict[tuple[int, int], Object], size: int, before: bytes, words: str) -> bytes:
    """What is appended: the objects, where they are, and a trailer that leads back to the original's."""
    body = bytearray(b"" if before.endswith(b"\n") else b"\n")
    places: dict[int, tuple[int, int]] = {}
    for (number, generation), one in sorted(changed.items()):
        places[number] = (len(before) + len(body), generation)
        body += b"%d %d obj\n%s\nendobj\n" % (number, generation, written(one))
    start = len(before) + len(body)
    previous = int(before[before.rindex(b"startxref") + 9 : before.rindex(END)])
    trailer = trailer_of(file, size, previous, words)
    if before[previous : previous + 4] == b"xref":
        body += table(places, trailer)
    else:
        places[size] = (start, 0)
        trailer.Size = size + 1
        body += b"%d 0 obj\n%s\nendobj\n" % (size, stream(places, trailer))
    return bytes(body) + b"startxref\n%d\n%s\n" % (start, END)


def written(one: Object) -> bytes:
    """An object as it stands in a file."""
    if not isinstance(one, Stream):
        return one.unparse(resolved=True)
    raw = one.read_raw_bytes()
    one.stream_dict.Length = len(raw)
    return one.stream_dict.unparse(resolved=True) + b"\nstream\n" + raw + b"\nendstream"


def trailer_of(file: Pdf, size: int, previous: int, words: str) -> Dictionary:
    """The trailer of the update: the same document, another edition of it."""
    kept = {key: file.trailer[key] for key in ("/Root", "/Info") if key in file.trailer}
    first = bytes(file.trailer.ID[0]) if "/ID" in file.trailer else b""
    second = md5(first + words.encode(), usedforsecurity=False).digest()
    return Dictionary({"/Size": size, "/Prev": previous, "/ID": Array([String(first), String(second)]), **kept})


def runs(places: dict[int, tuple[int, int]]) -> Iterator[list[int]]:
    """The numbers in `places` in unbroken runs."""
    run: list[int] = []
    for number in sorted(places):
        if run and number != run[-1] + 1:
            yield run
            run = []
        run.append(number)
    yield run


def table(places: dict[int, tuple[int, int]], trailer: Dictionary) -> bytes:
    """Places and trailer as in PDF 1.4."""
    lines = [b"xref\n"]
    for run in runs(places):
        lines.append(b"%d %d\n" % (run[0], len(run)))
        lines += [b"%010d %05d n \n" % places[number] for number in run]
    return b"".join(lines) + b"trailer\n" + trailer.unparse() + b"\n"


def stream(places: dict[int, tuple[int, int]], trailer: Dictionary) -> bytes:
    """Places and trailer as a stream, as in PDF 1.5."""
    rows = b"".join(
        b"\x01" + place.to_bytes(5, "big") + generation.to_bytes(2, "big")
        for _, (place, generation) in sorted(places.items())
    )
    pressed = zlib.compress(rows)
    trailer.Type, trailer.W, trailer.Filter = Name.XRef, Array([1, 5, 2]), Name.FlateDecode
    trailer.Index = Array([one for run in runs(places) for one in (run[0], len(run))])
    trailer.Length = len(pressed)
    return trailer.unparse() + b"\nstream\n" + pressed + b"\nendstream"


def originals_of(content: bytes) -> Iterator[bytes]:
    """Every beginning of `content` that may be a whole file, the shortest first: what ends with an end-of-file mark.

    Each with and without the end of line behind the mark, for either may have been stored.
    """
    at = content.find(END)
    while at >= 0:
        end = at + len(END)
        yield content[:end]
        for line in (b"\r\n", b"\n", b"\r"):
            if content.startswith(line, end):
                yield content[: end + len(line)]
                break
        at = content.find(END, end)

"""The process that opens a stranger's file, and nothing else: python -m corpparent.documents.child FOLDER

FOLDER holds `sent.pdf`; it leaves `clean.pdf`, `text.txt` (pages apart by form feeds; missing where this machine has no
pdftotext) and prints one line of JSON: {"refused": sentence} or {"pages": n, "notes": [sentence]}.
"""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from shutil import which
from subprocess import DEVNULL
from typing import Any

from pikepdf import Array, ObjectStreamMode, PasswordError, Pdf, PdfError, Stream

from corpparent.documents import limits
from corpparent.documents.cleaning import clean
from corpparent.documents.refusing import Refused

MOST_PAGES = 2_000

LOCKED = (
    "This PDF is locked with a password, or against copying, which also stops screen readers. Save it again without "
    "any protection, and send that."
)
DAMAGED = "This PDF is damaged, and its pages cannot be read. Save the paper as PDF again, and send that."
NO_PAGES = "This PDF has no pages. Save the paper as PDF again, and send that."
TOO_LONG = f"This PDF has more than {MOST_PAGES:,} pages. Send it in parts."
TOO_MUCH = "This PDF asks for more memory than the portal gives it. Save the paper as PDF again, and send that."

MENDED = "The file was damaged, and the portal mended it. Look through it: a page or a picture may be missing."


def main(folder: Path) -> dict[str, Any]:
    limits.take_on()
    try:
        return looked_at(folder)
    except Refused as refusal:
        return {"refused": str(refusal)}
    except PasswordError:
        return {"refused": LOCKED}
    except MemoryError:
        return {"refused": TOO_MUCH}
    except Exception:  # of a damaged file anything may come: it says nothing more, and is not kept
        return {"refused": DAMAGED}


def looked_at(folder: Path) -> dict[str, Any]:
    """Raises Refused, and whatever pikepdf raises at a damaged file."""
    with Pdf.open(folder / "sent.pdf") as pdf:
        pages = pages_of(pdf)
        gone = clean(pdf)
        check_streams(pdf)
        is_mended = bool(pdf.get_warnings())
        pdf.save(
            folder / "clean.pdf",
            deterministic_id=True,
            encryption=False,
            object_stream_mode=ObjectStreamMode.generate,
        )
    check_pages(folder / "clean.pdf", pages)
    write_text(folder)
    return {"pages": pages, "notes": [MENDED] * is_mended + said(gone)}


def pages_of(pdf: Pdf) -> int:
    if pdf.is_encrypted:
        raise Refused(LOCKED)
    pages = len(pdf.pages)
    if not pages:
        raise Refused(NO_PAGES)
    if pages > MOST_PAGES:
        raise Refused(TOO_LONG)
    return pages


def check_pages(clean: Path, pages: int) -> None:
    """A page of a damaged file may be none once the file is written: then it could not be bound, either.

    Raises Refused.
    """
    with Pdf.open(clean) as pdf:
        if len(pdf.pages) != pages:
            raise Refused(DAMAGED)


def check_streams(pdf: Pdf) -> None:
    """Raises Refused where something that a page draws cannot be unpacked."""
    for page in pdf.pages:
        contents = page.obj.get("/Contents")
        for part in contents if isinstance(contents, Array) else [contents]:
            try:
                if isinstance(part, Stream):
                    part.read_bytes()
            except PdfError as problem:
                raise Refused(DAMAGED) from problem


def write_text(folder: Path) -> None:
    """The text layer by poppler's own program, within the same limits.

    Raises Refused where it cannot open the file: readers built on it could not, either.
    """
    program = which("pdftotext")
    if program:
        command = [program, "-q", "-enc", "UTF-8", str(folder / "clean.pdf"), str(folder / "text.txt")]
        if subprocess.run(command, check=False, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL).returncode:
            raise Refused(DAMAGED)


def said(gone: Counter[str]) -> list[str]:
    """What was taken out, a sentence each."""
    notes = []
    if gone["scripts"]:
        notes.append("Scripts and buttons that do something were taken out.")
    if gone["attachments"]:
        notes.append(f"Attached files were taken out: {gone['attachments']}. Add each as a paper if it is to be read.")
    if gone["comments"]:
        notes.append(f"Comments stuck onto its pages were taken out: {gone['comments']}.")
    return notes


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))

"""Taking a PDF in: its name and its first bytes here, all else in a process of its own that has little to break."""

import json
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from os import killpg
from pathlib import Path
from typing import Any

from django.conf import settings

from corpparent.documents import limits
from corpparent.documents.kinds import check_kind
from corpparent.documents.names import check_name
from corpparent.documents.refusing import Refused
from corpparent.words import size

# What the other process is given of this one: no secret, no database, no settings.
ENVIRONMENT = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
PACKAGES = Path(__file__).parents[2]

TOO_HARD = (
    "This PDF takes more time or memory to open than the portal gives it. Save the paper as PDF again, and send that."
)
NO_READER = "The text of this paper could not be read here: the portal cannot search it or check it for identifiers."


@dataclass(frozen=True)
class Document:
    """A PDF made harmless: its bytes, how many pages, the text of each page, and what its sender should know."""

    content: bytes
    pages: int
    texts: list[str]
    notes: list[str]


def take_in(content: bytes, name: str) -> Document:
    """The document that was sent as `name`, written anew. Raises Refused with a sentence for whoever sent it."""
    check_size(content)
    check_name(name)
    check_kind(content)
    with tempfile.TemporaryDirectory(dir=quarantine()) as place:
        folder = Path(place)
        (folder / "sent.pdf").write_bytes(content)
        found = looked_at_apart(folder)
        if "refused" in found:
            raise Refused(found["refused"])
        texts = texts_in(folder, found["pages"])
        notes = [*found["notes"], *said_of(texts)]
        return Document((folder / "clean.pdf").read_bytes(), found["pages"], texts, notes)


def check_size(content: bytes) -> None:
    if len(content) > settings.UPLOAD_MAX_BYTES:
        most = size(settings.UPLOAD_MAX_BYTES)
        raise Refused(f"This file is {size(len(content))}. The portal takes papers of up to {most}: send it in parts.")


def quarantine() -> Path:
    """Where a file lies while it is looked at; nothing serves from here, and nothing stays."""
    path = Path(settings.DATA_DIR) / "quarantine"
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    return path


def looked_at_apart(folder: Path) -> dict[str, Any]:
    """What the process says of the file in `folder`. Raises Refused where it came to its limits."""
    child = subprocess.Popen(
        [sys.executable, "-m", "corpparent.documents.child", str(folder)],
        cwd=PACKAGES,
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        answer, _ = child.communicate(timeout=limits.WALL_SECONDS)
    except subprocess.TimeoutExpired as late:
        killpg(child.pid, signal.SIGKILL)
        child.communicate()
        raise Refused(TOO_HARD) from late
    if child.returncode:
        raise Refused(TOO_HARD)
    return json.loads(answer)


def texts_in(folder: Path, pages: int) -> list[str]:
    """The text of each page; empty where this machine has nothing to read it with."""
    path = folder / "text.txt"
    if not path.exists():
        return []
    # A NUL has no meaning in a text, and PostgreSQL keeps none.
    texts = path.read_bytes().decode(errors="replace").replace("\0", "").split("\f")
    return [text.strip() for text in (texts + [""] * pages)[:pages]]


def said_of(texts: list[str]) -> list[str]:
    """What those who cannot see the pages are told: which have nothing that could be read out."""
    if not texts:
        return [NO_READER]
    empty = [page for page, text in enumerate(texts, start=1) if not text]
    if not empty:
        return []
    have, them = ("has", "it") if len(empty) == 1 else ("have", "them")
    return [
        f"{named(empty)} {have} no text: people who cannot see {them} cannot read {them}, "
        f"and the portal cannot search or check {them}."
    ]


def named(pages: list[int]) -> str:
    """[3, 4, 5, 9] as "Pages 3 to 5 and 9"."""
    spans: list[list[int]] = []
    for page in pages:
        if spans and page == spans[-1][1] + 1:
            spans[-1][1] = page
        else:
            spans.append([page, page])
    parts = [str(first) if first == last else f"{first} to {last}" for first, last in spans]
    listed = " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))
    return f"{'Page' if len(pages) == 1 else 'Pages'} {listed}"

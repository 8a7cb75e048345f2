"""Files as they arrive in life: each is taken in or refused in a sentence, in time, and nothing in it acts."""

import csv
import os
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import Dictionary, Pdf

from corpparent.documents import Document, Refused, take_in

SAMPLES = Path(__file__).parents[4] / "shared/data/uploads"
FOLDERS = ["pdf-attachments", "pdf-corrupt", "pdf-encrypted", "pdf-ordinary"]
IN_TIME, IN_MEMORY = 5, 300 * 1024  # seconds; kilobytes
ACTS = {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition", "/RichMediaExecute"}
# Apart from the tests: what a process takes before it becomes another program counts as that program's.
MOST_TAKEN = """
import resource, sys
from pathlib import Path
import django
django.setup()
from corpparent.documents import Refused, take_in
for file in sorted(Path(sys.argv[1]).glob("pdf-*/*.pdf")):
    try:
        take_in(file.read_bytes(), file.name)
    except Refused:
        pass
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
BESIDE = {"/AA", "/JS", "/OpenAction", "/EF", "/EmbeddedFiles", "/AF", "/PieceInfo", "/Metadata", "/Thumb"}


@pytest.fixture(scope="module")
def samples():
    if not SAMPLES.is_dir():
        pytest.skip("The sample uploads are not on this machine.")
    return SAMPLES


def taken(content: bytes, name: str) -> Document | str:
    """The document, or the sentence; within the limits either way."""
    began = time.monotonic()
    try:
        result = take_in(content, name)
    except Refused as refusal:
        result = str(refusal)
        assert result.endswith(".")
    assert time.monotonic() - began <= IN_TIME
    return result


def left_in(content: bytes) -> set[str]:
    """Whatever acts, is attached or tells of its writer in any object of a file."""
    found = set()
    with Pdf.open(BytesIO(content)) as pdf:
        assert not pdf.get_warnings()
        assert "/Info" not in pdf.trailer
        for one in pdf.objects:
            if hasattr(one, "keys"):
                found |= BESIDE & set(one.keys())
                actions = [one, *(one.get(key) for key in ("/A", "/Next"))]
                found |= {str(a.get("/S")) for a in actions if isinstance(a, Dictionary)} & ACTS
    return found


@pytest.mark.parametrize("folder", FOLDERS)
def test_folder_runs_through(folder, samples):
    for file in sorted((samples / folder).glob("*.pdf")):
        result = taken(file.read_bytes(), file.name)
        if isinstance(result, Document):
            assert left_in(result.content) == set(), file.name


def test_none_takes_more_memory_than_it_may(samples):
    told = subprocess.run(
        [sys.executable, "-c", MOST_TAKEN, str(samples)],
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "corpparent.settings"},
        capture_output=True,
        check=True,
        text=True,
    )
    assert 0 < int(told.stdout) <= IN_MEMORY


def test_odd_files_hold_as_their_list_says(samples):
    with (samples / "upload-odd.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    wrong = [row["file"] for row in rows if not holds(row, samples)]
    assert wrong == []


def holds(row: dict[str, str], samples: Path) -> bool:
    """Whether this door does with the file of `row` what is expected. Figures (CSV) have doors of their own."""
    if row["file"].startswith("("):
        content = b"%PDF-1.4\n" + b"A" * (int(row["bytes"]) - 9)
    else:
        content = (samples / row["file"]).read_bytes()
    result, expected = taken(content, row["sent_name"]), row["expected"]
    is_in = isinstance(result, Document)
    if is_in and left_in(result.content):
        return False
    if row["content_type"] == "text/csv":
        return not is_in
    return True if "-or-" in expected else is_in == expected.startswith("accept")

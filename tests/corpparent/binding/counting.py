"""What a PDF holds: counted before and after it is bound."""

import subprocess
from io import BytesIO

from pikepdf import Array, Dictionary, Object, Pdf

from corpparent.binding.trees import pairs


def elements(content):
    """How many structure elements can be reached from the root."""
    with Pdf.open(BytesIO(content)) as file:
        root = file.Root.get("/StructTreeRoot")
        return 0 if root is None else sum(1 for _ in below(root))


def below(element):
    for kid in kids(element):
        yield kid
        yield from below(kid)


def kids(element):
    held = element.get("/K")
    several = list(held) if isinstance(held, Array) else [held]
    return [kid for kid in several if isinstance(kid, Dictionary) and "/S" in kid]


def bookmarks(content):
    """Titles of all bookmarks, as (depth, title), in order."""
    with Pdf.open(BytesIO(content)) as file:
        return list(titles(file.Root.get("/Outlines"), 0))


def titles(holder, depth):
    item = None if holder is None else holder.get("/First")
    while item is not None:
        yield depth, str(item.get("/Title", "Untitled"))
        yield from titles(item, depth + 1)
        item = item.get("/Next")


def places(content):
    """Names of the named places, of the tree and of the dictionary."""
    with Pdf.open(BytesIO(content)) as file:
        tree = file.Root.get("/Names", Dictionary()).get("/Dests")
        return [bytes(name) for name, _ in pairs(tree, "/Names")] + list(file.Root.get("/Dests", Dictionary()).keys())


def pages(content):
    with Pdf.open(BytesIO(content)) as file:
        return len(file.pages)


def links(file: Pdf) -> list[Object]:
    return [note for page in file.pages for note in page.get("/Annots", []) if note.Subtype == "/Link"]


def texts(content):
    """The text of each page, as pdftotext reads it."""
    return run("pdftotext", content, "-").split("\f")[:-1]


def run(command, content, *more):
    """Run a Poppler tool on `content`. What it prints; it may not warn."""
    done = subprocess.run([command, "-", *more], input=content, capture_output=True, timeout=120, check=False)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    return done.stdout.decode()


def is_sound(content, tmp_path):
    """Whether qpdf and pdftoppm have nothing to say against a file."""
    path = tmp_path / "bound.pdf"
    path.write_bytes(content)
    for command in (["qpdf", "--check", path], ["pdftoppm", "-r", "12", path, tmp_path / "page"]):
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        assert "WARNING" not in done.stdout
    return True

"""The floor of an agenda pack: qpdf joins the same files, with no front, number, bookmark or structure of the whole."""

import subprocess
from collections.abc import Sequence
from pathlib import Path


def join(parts: Sequence[Path], pack: Path) -> None:
    """Write the pages of `parts` into the file `pack`."""
    subprocess.run(["qpdf", "--empty", "--pages", *parts, "--", pack], check=True, timeout=120)

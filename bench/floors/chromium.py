"""The floor of a pack: headless Chromium prints the same HTML, from process start to finished file."""

import subprocess
import tempfile
from pathlib import Path

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
]


def print_to_pdf(html: str, assets: Path) -> bytes:
    """Return `html` as Chromium prints it; relative references start at the folder `assets`."""
    with tempfile.TemporaryDirectory() as folder:
        page, paper = Path(folder, "page.html"), Path(folder, "paper.pdf")
        page.write_text(html.replace("<head>", f'<head><base href="{assets.resolve().as_uri()}/">', 1))
        command = ["chromium", *FLAGS, f"--user-data-dir={folder}/user", f"--print-to-pdf={paper}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return paper.read_bytes()

"""The text of a file, whatever encoding it came in; refused where it is no text."""

from reports.indicators.files.problems import FileRefused
from reports.indicators.files.tables import NOT_CSV, SAVE_AS

UTF_16 = (b"\xff\xfe", b"\xfe\xff")
CONTROL = bytes(byte for byte in [*range(32), 127] if byte not in b"\t\n\r")  # never in a table


def text_of(data: bytes) -> str:
    """The text with line feeds alone. UTF-8, UTF-16 with its mark, or Windows' Western European. Raises FileRefused."""
    if not data.strip():
        raise FileRefused("The file is empty.")
    for magic, sentence in NOT_CSV.items():
        if data.startswith(magic):
            raise FileRefused(f"{sentence} {SAVE_AS}")
    text = decoded(data)
    written = text.encode()
    if len(written.translate(None, CONTROL)) < len(written):
        raise FileRefused(f"The file holds bytes that no text has: it is damaged or no table. {SAVE_AS}")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decoded(data: bytes) -> str:
    """Raises FileRefused where no encoding fits."""
    encodings = ("utf-16",) if data.startswith(UTF_16) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FileRefused(f"The letters of the file are in no encoding that can be read. {SAVE_AS}")

"""A zip somebody sent, opened in memory: judged by its list of contents first, then read under a hard limit.

Nothing is written anywhere, and a sentence names a file by its place in the zip, never by its name: a name may be a
child's.
"""

import stat
import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import PurePosixPath, PureWindowsPath

MAGIC = (b"PK\x03\x04", b"PK\x05\x06")  # the second of a zip without a file in it
MAX_FILES = 50
MAX_RATIO = 200  # bytes out for one in; rows of figures give 5 to 50
SMALL = 1024 * 1024  # bytes; how well a small file is packed does not matter
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the others decompress without a limit

LIST_END = struct.Struct("<4s4H2LH")  # the record that ends a zip; PKWARE's APPNOTE, 4.3.16
LARGE_LIST_END = struct.Struct("<4sLQL")  # stands before it where the zip is of the kind for very large files
MAX_LIST_BYTES = MAX_FILES * 1024  # a path and what tools add to it

AGAIN = "Make the zip again from the files alone, or choose the files themselves."
DAMAGED = f"The zip is damaged or cut off, so it could not be opened. {AGAIN}"
READING_FAILS = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError)


class ZipRefused(Exception):
    """The zip will not be opened. The message says why and what to do, to the person who sent it."""


def is_zip(data: bytes) -> bool:
    """By its first bytes; workbooks are zips too."""
    return data.startswith(MAGIC)


def contents(data: bytes, *, most: int) -> list[tuple[str, bytes]]:
    """(path, bytes) of every file in the zip `data`, at most `most` bytes together, in the zip's order.

    Folders and what a Mac hides in a zip are passed over. Raises ZipRefused; no byte is unpacked unless the whole list
    of contents is sound.
    """
    check_list_is_short(data)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            check_members(members, most)
            return read_all(archive, members, most)
    except READING_FAILS:
        pass  # outside, so that no exception that quotes the zip goes along
    raise ZipRefused(DAMAGED)


def check_list_is_short(data: bytes) -> None:
    """Before the list of contents is read, which takes memory by its length."""
    start = len(data) - LIST_END.size
    if not data[max(start, 0) :].startswith(b"PK\x05\x06") or not data.endswith(b"\0\0"):
        start = data.rfind(b"PK\x05\x06", max(0, start - 0xFFFF))
    if start < 0 or len(data) < start + LIST_END.size:
        raise ZipRefused(DAMAGED)
    *_, files, size, _offset, _comment = LIST_END.unpack_from(data, start)
    is_large = data[max(start - LARGE_LIST_END.size, 0) : start].startswith(b"PK\x06\x07")
    if is_large or files > MAX_FILES or size > MAX_LIST_BYTES:
        raise ZipRefused(f"The zip holds more than {MAX_FILES} files. {AGAIN}")


def check_members(members: list[zipfile.ZipInfo], most: int) -> None:
    """What the list of contents says of every file. Raises ZipRefused."""
    if len(members) > MAX_FILES:
        raise ZipRefused(f"The zip holds more than {MAX_FILES} files. {AGAIN}")
    for place, member in enumerate(members, start=1):
        if reason := reason_against(member):
            raise ZipRefused(f"File {place} in the zip {reason}. {AGAIN}")
    if sum(member.file_size for member in members) > most:
        raise ZipRefused(too_much(most))


def reason_against(member: zipfile.ZipInfo) -> str:
    """Why this file is not unpacked, to follow "File 3 in the zip"; "" for a sound one."""
    if climbs(member.orig_filename):
        return "has a path that leads out of the zip"
    if stat.S_ISLNK(member.external_attr >> 16):
        return "is only a link to another place"
    if member.flag_bits & 0x1:
        return "is locked with a password"
    if member.compress_type not in METHODS:
        return "is packed in a way the portal does not open"
    if member.filename.lower().endswith(".zip"):
        return "is a zip itself"
    if member.file_size > max(SMALL, MAX_RATIO * member.compress_size):
        return "would become far too large when unpacked"
    return ""


def climbs(path: str) -> bool:
    """Whether a path is absolute, on a drive, or goes upwards, read as any system might read it."""
    windows = PureWindowsPath(path)
    is_absolute = bool(windows.drive or windows.root) or PurePosixPath(path).is_absolute()
    return is_absolute or ".." in windows.parts or "\0" in path


def read_all(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], most: int) -> list[tuple[str, bytes]]:
    """The files, counted while they are unpacked: the sizes in the list may be a lie. Raises ZipRefused."""
    files, left = [], most
    for place, member in enumerate(members, start=1):
        if member.is_dir() or is_hidden(member.filename):
            continue
        with archive.open(member) as file:
            data = file.read(left + 1)
        left -= len(data)
        if left < 0:
            raise ZipRefused(too_much(most))
        if is_zip(data):
            raise ZipRefused(f"File {place} in the zip is a zip or a workbook itself. {AGAIN}")
        files.append((member.filename, data))
    return files


def is_hidden(path: str) -> bool:
    """What a Mac adds: ".DS_Store", and a "__MACOSX" folder."""
    parts = path.split("/")
    return parts[0] == "__MACOSX" or parts[-1].startswith(".")


def too_much(most: int) -> str:
    return f"The zip holds more than {most // (1024 * 1024)} MB when unpacked. {AGAIN}"

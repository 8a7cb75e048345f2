import io
import random
import struct
import zipfile
import zlib

import pytest

from corpparent.zips import DAMAGED, MAX_FILES, ZipRefused, contents, is_zip

MEGABYTE = 1024 * 1024
HEADER = b"CHILD,SEX,DOB\n1,F,01/01/2010\n"


def zipped(files, method=zipfile.ZIP_DEFLATED):
    """The bytes of a zip of {path or ZipInfo: bytes}."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for path, data in files.items():
            archive.writestr(path, data)
    return made.getvalue()


def in_list(data, offset, packed):
    """`data` with a field of the first entry of its list of contents (46 bytes and a name) overwritten."""
    start = data.index(b"PK\x01\x02") + offset
    return data[:start] + packed + data[start + len(packed) :]


def refusal(data, most=MEGABYTE):
    with pytest.raises(ZipRefused) as refused:
        contents(data, most=most)
    assert refused.value.__context__ is None or not isinstance(refused.value.__context__, zipfile.BadZipFile)
    return str(refused.value)


def test_contents_gives_every_file_in_order():
    assert contents(zipped({"a/header.csv": HEADER, "b.csv": b""}), most=MEGABYTE) == [
        ("a/header.csv", HEADER),
        ("b.csv", b""),
    ]


def test_contents_passes_over_folders_and_what_a_mac_hides():
    files = {"a/": b"", "a/header.csv": HEADER, "a/.DS_Store": b"x", "__MACOSX/a/._header.csv": b"x"}
    assert [path for path, _ in contents(zipped(files), most=MEGABYTE)] == ["a/header.csv"]


def test_contents_of_an_empty_zip_is_nothing():
    assert contents(zipped({}), most=MEGABYTE) == []


@pytest.mark.parametrize(
    "path", ["../a.csv", "a/../../b.csv", "/etc/a.csv", "C:\\a.csv", "..\\a.csv", "\\\\host\\a.csv", "C:a.csv"]
)
def test_contents_refuses_a_path_that_leads_out(path):
    said = refusal(zipped({"header.csv": HEADER, path: HEADER}))
    assert said.startswith("File 2 in the zip has a path that leads out of the zip. Make the zip again")
    assert path not in said


def test_contents_refuses_a_link():
    link = zipfile.ZipInfo("header.csv")
    link.external_attr = 0o120777 << 16
    assert "File 1 in the zip is only a link" in refusal(zipped({link: b"/etc/passwd"}))


def test_contents_refuses_what_is_locked():
    assert "is locked with a password" in refusal(in_list(zipped({"a.csv": HEADER}), 8, b"\x01\x00"))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_contents_refuses_methods_that_unpack_without_a_limit(method):
    assert "is packed in a way the portal does not open" in refusal(zipped({"a.csv": HEADER}, method))


@pytest.mark.parametrize("path", ["more.zip", "header.csv"])
def test_contents_refuses_a_zip_in_a_zip(path):
    assert "File 1 in the zip is a zip" in refusal(zipped({path: zipped({"a.csv": HEADER})}))


def test_contents_refuses_too_many_files():
    said = refusal(zipped({f"{n}.csv": b"" for n in range(MAX_FILES + 1)}))
    assert said.startswith("The zip holds more than 50 files.")


def test_contents_refuses_a_long_list_before_it_is_read():
    files = {f"{n:05}/" + "x" * 2000: b"" for n in range(30)}
    assert refusal(zipped(files)).startswith("The zip holds more than 50 files.")


def test_contents_refuses_a_list_of_the_large_kind():
    data = zipped({"a.csv": HEADER})
    end = data.index(b"PK\x05\x06")
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, end, 1)
    assert refusal(data[:end] + locator + data[end:]).startswith("The zip holds more than 50 files.")


def test_contents_refuses_a_bomb_by_its_list():
    bomb = zipped({"a.csv": b"0" * (40 * MEGABYTE)})
    assert len(bomb) < 100_000
    assert "would become far too large when unpacked" in refusal(bomb, most=60 * MEGABYTE)


def test_contents_refuses_many_files_that_are_too_much_together():
    files = {f"{n}.csv": random.Random(n).randbytes(400_000) for n in range(3)}
    assert refusal(zipped(files)).startswith("The zip holds more than 1 MB when unpacked.")


def test_contents_of_a_list_that_lies_about_sizes_is_never_more_than_it_says():
    """It says 10 bytes where there are many: what is read ends there, and the checksum tells."""
    lying = in_list(zipped({"a.csv": b"0" * MEGABYTE}), 24, struct.pack("<L", 10))
    assert refusal(lying) == DAMAGED


def test_contents_stops_at_the_limit_when_the_same_bytes_are_listed_many_times():
    """Entries that overlap: 40 in the list, one in the file."""
    one = zipped({"a.csv": random.Random(1).randbytes(100_000)})
    first, end = one.index(b"PK\x01\x02"), one.index(b"PK\x05\x06")
    entry = one[first:end]
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 40, 40, 40 * len(entry), first, 0)
    assert refusal(one[:first] + 40 * entry + tail).startswith("The zip ")


@pytest.mark.parametrize("cut", [1, 21, 22, 40, 100])
def test_contents_refuses_a_zip_that_was_cut_off(cut):
    whole = zipped({"header.csv": HEADER * 10})
    assert refusal(whole[:-cut]) == DAMAGED


def test_contents_refuses_damaged_bytes():
    data = bytearray(zipped({"header.csv": random.Random(1).randbytes(1000)}))
    data[100] ^= 0xFF
    assert refusal(bytes(data)) == DAMAGED


@pytest.mark.parametrize("seed", range(300))
def test_contents_of_a_zip_with_flipped_bytes_is_right_or_refused(seed):
    luck = random.Random(seed)
    data = bytearray(zipped({"header.csv": HEADER, "episodes.csv": HEADER * 20}))
    for _ in range(luck.randint(1, 4)):
        data[luck.randrange(len(data))] = luck.randrange(256)
    try:
        files = contents(bytes(data), most=MEGABYTE)
    except ZipRefused:
        return
    assert {zlib.crc32(content) for _, content in files} <= {zlib.crc32(HEADER), zlib.crc32(HEADER * 20)}


def test_is_zip_by_its_first_bytes():
    assert is_zip(zipped({"a.csv": HEADER}))
    assert not is_zip(HEADER)

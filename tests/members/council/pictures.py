"""Pictures made for tests."""

import struct
import zlib
from io import BytesIO

from PIL import Image


def png(width=64, height=64, colour="navy"):
    content = BytesIO()
    Image.new("RGBA", (width, height), colour).save(content, "PNG")
    return content.getvalue()


def jpeg():
    content = BytesIO()
    Image.new("RGB", (8, 8)).save(content, "JPEG")
    return content.getvalue()


def claiming(width, height):
    """A PNG of a few bytes whose head claims `width` by `height` points."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    good = png()
    return good[:12] + head + struct.pack(">I", zlib.crc32(head)) + good[33:]

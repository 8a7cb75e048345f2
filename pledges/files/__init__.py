"""A pledge that comes as a table: its columns, its rows, and what is wrong in them."""

from pledges.files.columns import COLUMNS, EXAMPLE
from pledges.files.reading import FileRefused, read
from pledges.files.rows import Found, Known, PromiseRow

__all__ = ["COLUMNS", "EXAMPLE", "FileRefused", "Found", "Known", "PromiseRow", "read"]

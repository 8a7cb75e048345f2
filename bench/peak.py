"""A process that works out one return, the files in a folder, and nothing else: `python -m bench.peak FOLDER YEAR`.

Prints the most bytes that it has held before, libraries and files among them, and in all.
"""

import sys
from pathlib import Path

from bench.returns import work_out


def most_held() -> int:
    """Bytes; from /proc, because getrusage counts what the parent held when it began this process."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return 1024 * next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))


def main(folder: str, year: str) -> None:
    files = [(path.name, path.read_bytes()) for path in Path(folder).iterdir()]
    before = most_held()
    work_out(files, int(year))
    print(before, most_held())


if __name__ == "__main__":
    main(*sys.argv[1:])

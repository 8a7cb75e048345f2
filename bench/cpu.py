"""CPU time of processes, from /proc."""

import os
from pathlib import Path

TICK = 1 / os.sysconf("SC_CLK_TCK")


def stat(pid: int) -> list[str]:
    """Fields of /proc/<pid>/stat from the third on: the name before them may hold spaces. [] when it has ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []


def family(pid: int) -> list[int]:
    """`pid` and its children."""
    everyone = (int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit())
    return [pid, *(other for other in everyone if (fields := stat(other)) and int(fields[1]) == pid)]


def seconds(pid: int) -> float:
    """CPU seconds of `pid`, of its living children, and of the children it has waited for."""
    ticks = 0
    for member in family(pid):
        if fields := stat(member):
            utime, stime, waited_utime, waited_stime = (int(field) for field in fields[11:15])
            ticks += utime + stime + (waited_utime + waited_stime if member == pid else 0)
    return ticks * TICK

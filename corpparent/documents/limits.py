"""What the process that opens a stranger's file may take of this machine; measured in tests/corpparent/documents."""

import ctypes
import os
import resource

MEMORY = 300 * 1024 * 1024  # bytes of address space, for each of the two programs
SECONDS = 3  # of a processor, for each of the two programs
WRITTEN = 64 * 1024 * 1024  # bytes a file
WALL_SECONDS = 12  # on a machine that is busy with others, for everything
NEW_USER, NEW_NETWORK = 0x10000000, 0x40000000  # <linux/sched.h>


def take_on() -> None:
    """From now on this process and whatever it starts stay within the limits, and see no network."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (WRITTEN, WRITTEN))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    leave_the_network()


def leave_the_network() -> None:
    """Into an empty network of its own, where the machine allows that; neither program asks for one anyway."""
    unshare = getattr(ctypes.CDLL(None), "unshare", None)
    if unshare is not None:
        unshare(NEW_NETWORK if os.geteuid() == 0 else NEW_USER | NEW_NETWORK)

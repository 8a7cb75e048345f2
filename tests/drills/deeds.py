"""Many processes do deeds at once: `python -m tests.drills.deeds PROCESSES EACH`. Prints seconds from first to last."""

import multiprocessing
import sys
import time

import django

django.setup()

from django.db import connections  # noqa: E402
from django.utils import timezone  # noqa: E402

from members import services  # noqa: E402


def do_deeds(process, each, start):
    start.wait()
    for number in range(each):
        email = f"person{process}.{number}@larchford.example"
        services.add_person(name=f"Person {process}.{number}", known_as="", email=email, by=None, at=timezone.now())


def main(processes, each):
    connections.close_all()
    fork = multiprocessing.get_context("fork")
    start = fork.Barrier(processes + 1)
    workers = [fork.Process(target=do_deeds, args=(process, each, start)) for process in range(processes)]
    for worker in workers:
        worker.start()
    start.wait()
    begun = time.monotonic()
    for worker in workers:
        worker.join()
    print(time.monotonic() - begun)
    sys.exit(any(worker.exitcode for worker in workers))


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))

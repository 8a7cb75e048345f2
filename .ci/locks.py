"""Whether the lock files hold what pyproject.toml and package.json ask for; says what they lack."""

import json
import re
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^\s;\\]+)", re.MULTILINE)


def missing_from(lock: str, wanted: list[str]) -> list[str]:
    """Sentences about requirements in `wanted` that the lock file named `lock` does not pin to a fitting version."""
    pinned = {canonicalize_name(name): version for name, version in PINNED.findall((ROOT / lock).read_text())}
    return [
        f"{lock} does not hold {requirement}."
        for requirement in map(Requirement, wanted)
        if not requirement.specifier.contains(pinned.get(canonicalize_name(requirement.name), "0.dev0"))
    ]


def npm_differs() -> list[str]:
    """A sentence when package-lock.json was made for another package.json."""
    asked = json.loads((ROOT / "package.json").read_text())
    locked = json.loads((ROOT / "package-lock.json").read_text())["packages"][""]
    parts = ("dependencies", "devDependencies")
    return [f"package-lock.json was made for other {part}." for part in parts if asked.get(part) != locked.get(part)]


def main() -> int:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    runs, tests = project["project"]["dependencies"], project["dependency-groups"]["dev"]
    problems = [
        *missing_from("requirements.lock", runs),
        *missing_from("requirements-dev.lock", runs + tests),
        *npm_differs(),
    ]
    for problem in problems:
        print(problem, "Run make lock.", file=sys.stderr)
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from corpparent.identifiers.scoring import LEAST_PRECISION, LEAST_RECALL, Score, is_good_enough, scores

FILE_REFUSED = 2


class Command(BaseCommand):
    help = (
        "Print recall and precision of the identifier check on marked sentences: lines of "
        '{"text": "...", "spans": [{"kind": "phone", "start": 8, "end": 20}]}. Names are counted apart.'
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE.jsonl")
        parser.add_argument("--json", action="store_true", help="print the figures as JSON")

    def handle(self, *, file: Path, json: bool, **options: Any) -> None:
        """Ends with 0 when structured kinds are found well enough, 1 when not, 2 when the file cannot be read."""
        found = scores_of(file)
        self.stdout.write(as_json(found) if json else as_table(found))
        if not is_good_enough(found["structured"]):
            raise CommandError(
                f"For structured kinds recall must be at least {LEAST_RECALL} and precision {LEAST_PRECISION}."
            )


def scores_of(file: Path) -> dict[str, Score]:
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
        return scores(json.loads(line) for line in lines if line.strip())
    except (OSError, UnicodeDecodeError) as fault:
        raise CommandError(f"{file.name} cannot be read.", returncode=FILE_REFUSED) from fault
    except (KeyError, TypeError, json.JSONDecodeError) as fault:
        # Without what stood in the line: the sentences hold identifiers.
        raise CommandError(
            f"{file.name} is no file of marked sentences: each line must be JSON with “text” and “spans”.",
            returncode=FILE_REFUSED,
        ) from fault


def as_json(found: dict[str, Score]) -> str:
    figures = {
        kind: score._asdict() | {"recall": round(score.recall, 4), "precision": round(score.precision, 4)}
        for kind, score in found.items()
    }
    return json.dumps(figures, indent=1)


def as_table(found: dict[str, Score]) -> str:
    lines = [f"{'kind':<12}{'marked':>8}{'found':>8}{'right':>8}{'recall':>9}{'precision':>11}"]
    for kind, score in found.items():
        lines.append(
            f"{kind:<12}{score.marked:>8,}{score.found:>8,}{score.right:>8,}{score.recall:>9.3f}{score.precision:>11.3f}"
        )
    return "\n".join(lines)

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

MARKED = Path(__file__).parents[4] / "shared" / "data" / "privacy" / "identifiers.jsonl"
RIGHT = {"text": "ring 07700 900571", "spans": [{"kind": "phone", "start": 5, "end": 17}]}
MISSED = {"text": "ring the mother", "spans": [{"kind": "phone", "start": 5, "end": 15}]}


@pytest.fixture
def file(tmp_path):
    """Writes sentences, or text, to a file and gives its path."""

    def write(*sentences):
        path = tmp_path / "lines.jsonl"
        path.write_text("\n".join(one if isinstance(one, str) else json.dumps(one) for one in sentences))
        return str(path)

    return write


def test_check_identifiers_on_the_marked_sentences(capsys):
    if not MARKED.exists():
        pytest.skip("The marked sentences (../shared/data/privacy/identifiers.jsonl) are not here.")
    call_command("check_identifiers", str(MARKED))
    assert capsys.readouterr().out.splitlines()[0].split() == [
        "kind",
        "marked",
        "found",
        "right",
        "recall",
        "precision",
    ]


def test_check_identifiers_as_json(file, capsys):
    call_command("check_identifiers", file(RIGHT), json=True)
    figures = json.loads(capsys.readouterr().out)
    assert figures["phone"] == {"marked": 1, "found": 1, "right": 1, "recall": 1.0, "precision": 1.0}
    assert figures["structured"]["recall"] == 1.0


def test_check_identifiers_not_good_enough_ends_with_1(file, capsys):
    with pytest.raises(CommandError, match=r"recall must be at least 0\.97 and precision 0\.95") as raised:
        call_command("check_identifiers", file(RIGHT, MISSED))
    assert raised.value.returncode == 1
    assert "0.500" in capsys.readouterr().out


@pytest.mark.parametrize("line", ["no json", '{"text": "07700 900571"}', "[1]"])
def test_check_identifiers_of_another_file_ends_with_2_and_repeats_nothing(file, line):
    with pytest.raises(CommandError, match="each line must be JSON with “text” and “spans”") as raised:
        call_command("check_identifiers", file(line))
    assert raised.value.returncode == 2
    assert "900571" not in str(raised.value)


def test_check_identifiers_without_the_file_ends_with_2(tmp_path):
    with pytest.raises(CommandError, match=r"none\.jsonl cannot be read") as raised:
        call_command("check_identifiers", str(tmp_path / "none.jsonl"))
    assert raised.value.returncode == 2

"""What a newcomer meets first says what is so: the sample of the environment, the list of targets, the documents."""

import re
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
READ = re.compile(r"""(?:env\.\w+|required_in_production)\(\s*"([A-Z_]+)\"""")
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


def variables_of_settings():
    sources = [ROOT / "corpparent" / "settings.py", ROOT / "corpparent" / "environment.py"]
    return {name for source in sources for name in READ.findall(source.read_text())}


def variables_of_compose():
    return set(re.findall(r"\$\{([A-Z_]+)", (ROOT / "docker-compose.yml").read_text()))


def test_dotenv_sample_lists_every_variable_and_no_other():
    listed = re.findall(r"^#?([A-Z_]+)=", (ROOT / "dotenv-sample").read_text(), re.MULTILINE)
    assert sorted(listed) == sorted(variables_of_settings() | variables_of_compose())


def test_environment_page_explains_every_variable():
    text = (ROOT / "docs" / "reference" / "environment.md").read_text()
    assert {name for name in variables_of_settings() | variables_of_compose() if f"`{name}`" not in text} == set()


def test_make_help_lists_every_target():
    makefile = (ROOT / "Makefile").read_text()
    targets = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)[1].split()
    said = subprocess.run(["make", "help"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert re.findall(r"^  make (\w+) +\w", said, re.MULTILINE) == targets


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_of_a_document_lead_somewhere(document):
    links = LINK.findall(document.read_text())
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_lock_files_name_no_address():
    locks = ["requirements.lock", "requirements-dev.lock", ".ci/node.lock", "package-lock.json"]
    assert [lock for lock in locks if "://" in (ROOT / lock).read_text()] == []

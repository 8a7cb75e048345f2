import hashlib
import re
import time
from collections import Counter
from pathlib import Path

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.management import CommandError, call_command

from corpparent import jobs
from corpparent.models import ChainHead, Event, Job
from members.invented import ACTORS, email_of
from members.models import Appointment, Council, Person
from reports.indicators.models import Area, Import, NeighbourSet, Observation
from reports.packs import proof, seed
from reports.packs.models import Edition, Leaf, Pack
from tests.factories.corpparent import EventFactory
from tests.factories.indicators import AreaFactory, ImportFactory
from tests.factories.members import AppointmentFactory, CouncilFactory
from tests.factories.packs import EditionFactory, LeafFactory, publish
from visits.models import Home, Point, RotaSlot, Turn, Visit

pytestmark = pytest.mark.django_db


def build_pack(*arguments):
    call_command("build_pack", *arguments)


def refusal(*arguments):
    with pytest.raises(CommandError) as refused:
        call_command(*arguments)
    return str(refused.value)


def test_build_pack_writes_the_pdf_without_a_broker(larchford, dentist, tmp_path, capsys):
    output = tmp_path / "larchford.pdf"
    build_pack("--period=2022-23", f"--output={output}")
    edition = Edition.objects.get(audience="public")
    assert hashlib.sha256(output.read_bytes()).hexdigest() == edition.sha256
    said = capsys.readouterr().out.splitlines()
    assert said[0] == f"{edition}: {edition.pages} pages, sha256 {edition.sha256}"
    assert said[-1] == str(output)


def test_build_pack_again_uses_what_is_there(larchford, dentist, tmp_path, capsys):
    for name in ("first.pdf", "second.pdf"):
        build_pack("--period=2022-23", "--edition=exempt", f"--output={tmp_path / name}")
    assert (tmp_path / "first.pdf").read_bytes() == (tmp_path / "second.pdf").read_bytes()
    assert (Pack.objects.count(), Job.objects.count()) == (1, 1)


def test_build_pack_without_output_names_the_stored_file(larchford, dentist, capsys):
    build_pack("--period=2022-23-Q4")
    assert Path(capsys.readouterr().out.splitlines()[-1]).read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["--period=2023"],
            "“2023” is not a period. Write a year like 2022-23, or a quarter like 2025-26-Q2. "
            "A month is written 2025-M10 or October 2025.",
        ),
        (
            ["--period=2098-99"],
            "April 2098 to March 2099 has not ended yet. Its pack can be built from the day after.",
        ),
        (
            ["--period=2022-23", "--council=E99999999"],
            "No council with the code “E99999999” is known. Look at the code.",
        ),
        (
            ["--period=2022-23"],
            "No figures for Larchford up to 31 March 2023 have been taken in. Load them first, then ask again.",
        ),
    ],
)
def test_build_pack_says_why_not(larchford, arguments, sentence):
    assert refusal("build_pack", *arguments) == sentence


def test_build_pack_before_any_figures():
    assert refusal("build_pack", "--period=2022-23", "--council=E08000030") == (
        "No council with the code “E08000030” is known. Take its figures in first, with import_statistics."
    )


def test_build_pack_on_a_portal_of_no_council():
    assert refusal("build_pack", "--period=2022-23") == (
        "This portal belongs to no council yet: name one with --council CODE."
    )


def test_build_pack_of_a_region_is_refused(larchford):
    assert "No council with the code" in refusal("build_pack", "--period=2022-23", f"--council={larchford.region.code}")


@pytest.mark.parametrize(("where", "why"), [("missing/x.pdf", "No such file or directory"), ("", "Is a directory")])
def test_build_pack_that_cannot_write(larchford, dentist, tmp_path, where, why):
    output = tmp_path / where
    said = refusal("build_pack", "--period=2022-23", f"--output={output}")
    assert said == f"{output} could not be written: {why}."
    assert Edition.objects.count() == 2


@pytest.fixture
def edition(council):
    """Published, with a file of its own and the head of the record printed in it."""
    EventFactory()
    return recorded(EditionFactory(pack__area=AreaFactory(name="Larchford"), head=ChainHead.printed()))


def recorded(edition):
    """`edition` with a page, as the record says it was built, and published."""
    LeafFactory(edition=edition)
    details = {edition.audience: proof.details_of(edition)}
    EventFactory(type="pack-built", about=edition.pack.reference, details=details)
    return publish(edition)


def test_verify_pack_names_the_edition(edition, capsys):
    call_command("verify_pack", str(edition.file.path))
    assert capsys.readouterr().out.splitlines() == [
        f"{edition.file.path.name} is: Larchford, April 2022 to March 2023: Public edition, 24 pages, "
        "published on 4 November 2024.",
        "The record still holds the head printed in it, 1.",
    ]


@pytest.mark.parametrize("audience", Edition.Audience.values)
def test_verify_pack_names_every_edition_that_was_built(larchford, dentist, audience, capsys):
    build_pack("--period=2022-23", f"--edition={audience}")
    path = capsys.readouterr().out.splitlines()[-1]
    call_command("verify_pack", path)
    label = Edition.Audience(audience).label
    said = capsys.readouterr().out
    assert f"is: Larchford, April 2022 to March 2023: {label}, " in said
    assert "pages, not published." in said


def test_verify_pack_of_a_changed_file(edition, tmp_path):
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(edition.file.path.read_bytes() + b" ")
    assert re.fullmatch(
        r"changed\.pdf is no edition of this portal, or was changed\. Its sha256 is [0-9a-f]{64}\.",
        refusal("verify_pack", str(changed)),
    )


@pytest.mark.parametrize(("where", "why"), [("none.pdf", "No such file or directory"), ("", "Is a directory")])
def test_verify_pack_of_what_cannot_be_read(db, tmp_path, where, why):
    assert refusal("verify_pack", str(tmp_path / where)) == f"{tmp_path / where} could not be read: {why}."


def test_verify_pack_tells_when_the_record_lost_its_head(council):
    edition = recorded(EditionFactory(head=f"9:{'a' * 64}"))
    said = refusal("verify_pack", str(edition.file.path))
    assert said == f"The head {edition.head} is not in this record: events were cut off or written again."


def test_verify_pack_tells_when_the_record_never_heard_of_it(council):
    edition = EditionFactory()
    assert refusal("verify_pack", str(edition.file.path)) == (
        "The pages of this edition, or its fingerprint, are not those that the record says were built."
    )


def counts():
    models = [Council, Person, Appointment, Area, Import, NeighbourSet, Observation, Pack, Edition, Leaf, Job, Event]
    models += [Home, RotaSlot, Turn, Visit, Point]
    return {model.__name__: model.objects.count() for model in models}


@pytest.fixture
def with_a_worker(monkeypatch):
    """`seed` waits for a worker in another process; here the same function works when the pack is asked for."""
    ask = seed.ask_for_pack

    def ask_and_work(by):
        pack = ask(by)
        jobs.work()
        return pack

    monkeypatch.setattr(seed, "ask_for_pack", ask_and_work)


def test_seed_makes_the_invented_council_and_again_changes_nothing(with_a_worker, capsys):
    call_command("seed")
    first, said = counts(), capsys.readouterr().out
    call_command("seed")
    assert counts() == first
    assert capsys.readouterr().out.splitlines()[-1] == said.splitlines()[-1]
    assert Path(said.splitlines()[-1]).name == "larchford-2025-26-public.pdf"
    assert Path(said.splitlines()[-1]).read_bytes().startswith(b"%PDF")
    assert said.count("@larchford.example") == len(ACTORS)
    assert Council.current().is_invented
    assert Edition.objects.published().count() == 2
    assert Counter(Event.objects.values_list("type", flat=True))["edition-published"] == 2


def test_code_beside_a_name_is_that_of_this_half_minute():
    """One of the half minute before would run out while it is typed."""
    email = email_of(ACTORS[4])
    AppointmentFactory(person__email=email, role__slug="administrator")
    before = time.time() // 30
    (line,) = seed.sign_ins()
    now = {format_hotp_value(hotp_value(seed.secret_of(email), int(one))) for one in (before, time.time() // 30)}
    assert line.split()[3] in now


def test_seed_leaves_a_real_council_alone():
    CouncilFactory(name="Ashby Council", is_invented=False)
    assert refusal("seed") == ("This installation belongs to Ashby Council. The invented council needs one of its own.")
    assert not Person.objects.exists()
    assert not ImportFactory._meta.model.objects.exists()

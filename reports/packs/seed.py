"""The invented council: its people, its figures and its pack, made through the services like anybody's."""

import hashlib
import hmac
import shutil
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from corpparent.periods import Period
from members import services as members
from members.models import Council, Person
from members.roles import ADMINISTRATOR, COUNCILLOR, DCS, LEAD_MEMBER, PERFORMANCE_OFFICER
from reports.indicators import invented
from reports.indicators import services as figures
from reports.indicators.models import Area, Import, Indicator, Observation
from reports.packs import services
from reports.packs.models import Edition, Pack

PERIOD = Period.parse("2025-26")
SINCE = date(2025, 5, 8)

PEOPLE = [
    ("Cllr Amina Yusuf", "Amina", [COUNCILLOR, "visiting-councillor"]),
    ("Cllr Peter Oyelaran", "Peter", [COUNCILLOR, LEAD_MEMBER]),
    ("Ruth Castellane", "Ruth", [DCS]),
    ("Priya Hartnell", "Priya", [PERFORMANCE_OFFICER]),
    ("Joan Bexford", "Joan", [ADMINISTRATOR]),
    ("Tomas Wendlebury", "Tomas", ["committee-member"]),
]


def email_of(known_as: str) -> str:
    return f"{known_as.lower()}@larchford.example"


def password_of(email: str) -> str:
    """The same on every run of one installation, and of no use on another: made from its secret key."""
    digest = hmac.new(settings.SECRET_KEY.encode(), email.encode(), hashlib.sha256).hexdigest()
    return f"{digest[:4]}-{digest[4:8]}-{digest[8:12]}-{digest[12:16]}"


def council() -> Council:
    """Larchford. Its telephone numbers are from the range kept for drama."""
    fields = {
        "name": "Larchford Council",
        "short_name": "Larchford",
        "area_code": invented.COUNCIL.code,
        "is_invented": True,
        "help_email": "portal@larchford.example",
        "worried_phone": "01632 960123",
        "advocacy_phone": "01632 960777",
    }
    now = Council.current()
    if all(getattr(now, name) == value for name, value in fields.items()):
        return now
    return members.set_up_council(by=None, at=timezone.now(), **fields)


def people() -> Iterator[tuple[Person, str]]:
    """Everybody with their password; who is there already is left as they are."""
    for name, known_as, roles in PEOPLE:
        email, at = email_of(known_as), timezone.now()
        person = Person.objects.filter(email=email).first()
        person = person or members.add_person(name=name, known_as=known_as, email=email, by=None, at=at)
        standing = person.standing_on(timezone.localdate())
        for role in roles:
            if not standing.has(role):
                members.appoint(person=person, role=role, starts_on=SINCE, by=None, at=at)
        if not person.check_password(password_of(email)):
            person.set_password(password_of(email))
            person.save(update_fields=["password"])
        yield person, password_of(email)


def take_in_figures(by: Person) -> list[Import]:
    """Write the invented England as files and take them in by the same road as real ones."""
    with tempfile.TemporaryDirectory() as folder:
        return [_take_in(path, by, kind_of(path)) for path in invented.write(Path(folder))]


def take_in_scorecard(by: Person) -> Import:
    """What the invented council counts itself."""
    with tempfile.TemporaryDirectory() as folder:
        return _take_in(invented.scorecard(Path(folder) / "larchford_scorecard.csv"), by, Import.Kind.SCORECARD)


def set_targets(by: Person, answerable: Person) -> None:
    """What the invented council wants of its own figures, and the words of whoever answers for them."""
    indicators = {one.code: one for one in Indicator.objects.current()}
    for code, period, value, tolerance in invented.targets():
        figures.set_target(
            indicator=indicators[code],
            period=period,
            value=value,
            tolerance=tolerance,
            answerable=answerable,
            by=by,
            at=timezone.now(),
        )
    for code, text in invented.SAID.items():
        rows = Observation.objects.filter(indicator__code=code, origin=Observation.Origin.OWN, is_current=True)
        figures.write_commentary(observation=rows.latest("ends_on"), text=text, by=answerable, at=timezone.now())


def kind_of(path: Path) -> Import.Kind:
    return Import.Kind.NEIGHBOURS if "neighbours" in path.name else Import.Kind.STATISTICS


def _take_in(path: Path, by: Person, kind: Import.Kind) -> Import:
    with path.open("rb") as file:
        return figures.take_in(file=file, name=path.name, kind=kind, by=by, at=timezone.now(), is_invented=True).file


def ask_for_pack(by: Person) -> Pack:
    area = Area.objects.get(code=invented.COUNCIL.code)
    return services.ask_for_pack(area=area, period=PERIOD, by=by, at=timezone.now())


def publish(pack: Pack, by: Person) -> Path:
    """Publish both editions where they are not yet; a copy of the public PDF under a name that says what it is."""
    for edition in pack.editions.filter(status=Edition.Status.DRAFT):
        services.publish(edition=edition, by=by, at=timezone.now())
    public = pack.editions.select_related("file").get(audience=Edition.Audience.PUBLIC)
    copy = Path(settings.DATA_DIR) / f"larchford-{pack.period}-public.pdf"
    shutil.copyfile(public.file.path, copy)
    return copy

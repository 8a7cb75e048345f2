"""The invented council: its people, its figures and its pack, made through the services like anybody's."""

import base64
import hashlib
import hmac
import shutil
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from allauth.mfa import app_settings as mfa
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings
from django.utils import timezone

from corpparent.periods import Period
from members import invented as invented_members
from members import rules
from members import services as members
from members.models import Council, Person
from reports.indicators import invented
from reports.indicators import services as figures
from reports.indicators.models import Area, Import, Indicator, Observation
from reports.packs import services
from reports.packs.models import Edition, Pack

PERIOD = Period.parse("2025-26")


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
        "region": invented.COUNCIL.region[1],
        "help_email": "portal@larchford.example",
        "worried_phone": "01632 960123",
        "worried_phone_night": "01632 960124",
        "advocacy_phone": "01632 960777",
    }
    now = Council.current()
    if all(getattr(now, name) == value for name, value in fields.items()):
        return now
    began_on = timezone.localdate() - timedelta(days=invented_members.FIRST)
    return members.set_up_council(by=None, at=timezone.now(), began_on=began_on, **fields)


def secret_of(email: str) -> str:
    """What an app makes codes from (base32), made in the same way."""
    digest = hmac.new(settings.SECRET_KEY.encode(), f"codes of {email}".encode(), hashlib.sha256).digest()
    return base64.b32encode(digest[:20]).decode()


def people() -> Iterator[tuple[Person, str]]:
    """Everybody who can sign in, with their password, and behind them the whole council; see members.invented."""
    for person in invented_members.people():
        password = password_of(person.email)
        if not person.check_password(password):
            person.set_password(password)
            person.save(update_fields=["password"])
        if has_codes(person):
            members.give_codes(person=person, secret=secret_of(person.email))
        yield person, password


def has_codes(person: Person) -> bool:
    """Whether `person` must prove more than a password."""
    return rules.needs_second_factor(person.standing_on(timezone.localdate()))


def sign_ins() -> Iterator[str]:
    """A line for everybody who can sign in: e-mail, password, the secret of their codes, the code of this half minute
    (both - where none is needed), and who they are.
    """
    counter = int(time.time()) // mfa.TOTP_PERIOD
    for person in Person.objects.filter(email__in=map(invented_members.email_of, invented_members.ACTORS)):
        secret = secret_of(person.email) if has_codes(person) else "-"
        code = format_hotp_value(hotp_value(secret, counter)) if has_codes(person) else "-"
        held = person.appointments.current(timezone.localdate()).select_related("role")
        roles = ", ".join(dict.fromkeys(appointment.role.name for appointment in held))
        yield f"{person.email:28} {password_of(person.email)}  {secret:32} {code:6}  {person.name}: {roles}"


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

"""The registry's definitions as rows."""

from collections.abc import Iterable

from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone

from members.models import Reading
from members.services import announce_definitions
from reports.indicators import registry
from reports.indicators.definition import Definition
from reports.indicators.models import Indicator

# What a figure means; the other fields of a definition are only how it is said.
MEANING = ("numerator", "denominator", "unit", "decimals", "polarity", "frequency", "source")
SAYING = ("title", "sentence", "theme", "reference", "rank", "is_detail", "small_cohort")


class DefinitionChanged(Exception):
    """A definition in the registry means something else than the stored one of the same version."""


@transaction.atomic
def sync_registry(definitions: Iterable[Definition] | None = None) -> None:
    """Write what is new in the registry, and have it announced; run after every migrate. Raises DefinitionChanged.

    The first ever time nothing is announced: nobody has read a figure by another definition. Where the library has no
    table yet (the other apps were migrated alone), what has to be announced waits for the next migrate.
    """
    stored = {(row.code, row.version): row for row in Indicator.objects.select_for_update().all()}
    wanted = {(d.code, d.version): _indicator(d) for d in (definitions if definitions is not None else registry.load())}
    for key, row in wanted.items():
        if key in stored:
            _check_same_meaning(stored[key], row)
    fresh = [row for key, row in wanted.items() if key not in stored]
    if stored and fresh and not _has_library():
        return
    Indicator.objects.filter(pk__in=[stored[key].pk for key in stored if key not in wanted]).update(is_current=False)
    Indicator.objects.bulk_create(fresh)
    for key in stored.keys() & wanted.keys():
        _say_as(stored[key], wanted[key])
    if stored and fresh:
        _announce(fresh, known={code for code, _ in stored})


def _has_library() -> bool:
    return Reading._meta.db_table in connection.introspection.table_names()


def _announce(fresh: list[Indicator], known: set[str]) -> None:
    """Ask Lead Member and Director to know of these definitions (SP5): one reading for all of them."""
    announce_definitions(
        new=[row.title for row in fresh if row.code not in known],
        changed=[row.title for row in fresh if row.code in known],
        link=reverse("indicators:indicator-list"),
        at=timezone.now(),
    )


def _indicator(definition: Definition) -> Indicator:
    fields = ("code", "version", *MEANING, *SAYING)
    return Indicator(**{name: getattr(definition, "detail" if name == "is_detail" else name) for name in fields})


def _check_same_meaning(stored: Indicator, wanted: Indicator) -> None:
    changed = [name for name in MEANING if getattr(stored, name) != getattr(wanted, name)]
    if changed:
        raise DefinitionChanged(
            f"The definition of “{stored.code}” has changed ({', '.join(changed)}) and its version is still "
            f"{stored.version}. Raise the version in reports/indicators/definitions; old figures keep the old one."
        )


def _say_as(stored: Indicator, wanted: Indicator) -> None:
    changed = [name for name in SAYING if getattr(stored, name) != getattr(wanted, name)]
    for name in changed:
        setattr(stored, name, getattr(wanted, name))
    if changed or not stored.is_current:
        stored.is_current = True
        stored.save(update_fields=[*changed, "is_current"])

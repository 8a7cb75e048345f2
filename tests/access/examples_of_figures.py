"""Figures and packs as they stand when somebody comes."""

from members.models import Council
from reports.indicators.models import Import
from tests.access.examples import example, of
from tests.factories.corpparent import JobFactory
from tests.factories.indicators import AreaFactory, ImportFactory, ObservationFactory, OwnFactory, TargetFactory
from tests.factories.packs import EditionFactory, LeafFactory, PackFactory, publish


def own_area():
    council = Council.current()
    return AreaFactory(code=council.area_code, name=council.short_name)


@example("indicators:indicator-detail", "indicators:indicator-download")
def figure():
    return {"code": ObservationFactory(area=own_area()).indicator.code}


@example("indicators:own-open-data", "indicators:own-workbook")
def own_figures():
    OwnFactory(area=own_area())
    return {}


@example("indicators:commentary-create")
def own_figure():
    observation = OwnFactory(area=own_area())
    return {"code": observation.indicator.code, "period": observation.period.lower()}


@example("indicators:target-confirm", "indicators:target-remove")
def target():
    return of(TargetFactory())


@example("indicators:import-detail", "indicators:import-problems", "indicators:import-findings")
def import_done():
    return of(ImportFactory())


@example("indicators:import-confirm", "indicators:import-drop")
def import_ready():
    return of(ImportFactory(status=Import.Status.READY, ended_at=None))


@example("indicators:import-progress")
def import_moving():
    file = ImportFactory()
    JobFactory(subject_kind="import", subject_id=file.public_id)
    return of(file)


@example("packs:pack-detail")
def pack_published():
    return of(published().pack)


@example("packs:pack-build")
def pack_asked_for():
    return of(PackFactory())


@example("packs:pack-progress", "packs:pack-stop")
def pack_moving():
    pack = PackFactory()
    JobFactory(kind="build-pack", subject_kind="pack", subject_id=pack.public_id)
    return of(pack)


@example("packs:edition-detail", "packs:edition-pdf", "packs:edition-figures")
def edition_published():
    return of(published())


@example("packs:edition-confirm", "packs:edition-publish")
def edition_draft():
    return of(EditionFactory())


@example("packs:leaf-detail")
def leaf_published():
    return of(published()) | {"slug": "health"}


def published():
    edition = EditionFactory()
    LeafFactory(edition=edition, slug="health")
    return publish(edition)

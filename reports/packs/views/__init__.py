from reports.packs.views.editions import (
    EditionConfirm,
    EditionDetail,
    EditionFigures,
    EditionPdf,
    LeafDetail,
    edition_publish,
)
from reports.packs.views.packs import PackCreate, PackDetail, PackList, PackProgress, pack_build, pack_stop

__all__ = [
    "EditionConfirm",
    "EditionDetail",
    "EditionFigures",
    "EditionPdf",
    "LeafDetail",
    "PackCreate",
    "PackDetail",
    "PackList",
    "PackProgress",
    "edition_publish",
    "pack_build",
    "pack_stop",
]

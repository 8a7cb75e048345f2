from reports.indicators.views.figures import IndicatorDetail, IndicatorDownload, IndicatorList
from reports.indicators.views.imports import (
    ImportCreate,
    ImportDetail,
    ImportList,
    ImportProblems,
    ImportProgress,
    import_confirm,
    import_drop,
)

__all__ = [
    "ImportCreate",
    "ImportDetail",
    "ImportList",
    "ImportProblems",
    "ImportProgress",
    "IndicatorDetail",
    "IndicatorDownload",
    "IndicatorList",
    "import_confirm",
    "import_drop",
]

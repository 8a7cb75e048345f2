from reports.indicators.views.commentaries import CommentaryCreate
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
from reports.indicators.views.open_data import OwnOpenData, OwnWorkbook
from reports.indicators.views.returns import ImportFindings, ReturnCreate
from reports.indicators.views.scorecards import OwnFigureCreate, ScorecardTemplate
from reports.indicators.views.targets import TargetConfirm, TargetCreate, TargetList, target_remove

__all__ = [
    "CommentaryCreate",
    "ImportCreate",
    "ImportDetail",
    "ImportFindings",
    "ImportList",
    "ImportProblems",
    "ImportProgress",
    "IndicatorDetail",
    "IndicatorDownload",
    "IndicatorList",
    "OwnFigureCreate",
    "OwnOpenData",
    "OwnWorkbook",
    "ReturnCreate",
    "ScorecardTemplate",
    "TargetConfirm",
    "TargetCreate",
    "TargetList",
    "import_confirm",
    "import_drop",
    "target_remove",
]

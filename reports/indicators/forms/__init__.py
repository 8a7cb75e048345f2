from reports.indicators.forms.commentaries import CommentaryForm
from reports.indicators.forms.imports import CouncilForm, ImportForm
from reports.indicators.forms.own import OwnFigureForm
from reports.indicators.forms.returns import ReturnForm
from reports.indicators.forms.targets import TargetForm

__all__ = ["CommentaryForm", "CouncilForm", "ImportForm", "OwnFigureForm", "ReturnForm", "TargetForm"]

from reports.indicators.models.area import Area
from reports.indicators.models.commentary import Commentary
from reports.indicators.models.importing import Import
from reports.indicators.models.indicator import Indicator
from reports.indicators.models.neighbours import Neighbour, NeighbourSet
from reports.indicators.models.observation import Observation
from reports.indicators.models.target import Target

__all__ = ["Area", "Commentary", "Import", "Indicator", "Neighbour", "NeighbourSet", "Observation", "Target"]

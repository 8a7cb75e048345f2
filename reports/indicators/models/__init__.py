from reports.indicators.models.area import Area
from reports.indicators.models.importing import Import
from reports.indicators.models.indicator import Indicator
from reports.indicators.models.neighbours import Neighbour, NeighbourSet
from reports.indicators.models.observation import Observation

__all__ = ["Area", "Import", "Indicator", "Neighbour", "NeighbourSet", "Observation"]

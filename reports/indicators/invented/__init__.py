"""An England that does not exist, written as files in the DfE's form, so that the demonstration takes the same road in
as real figures do. Everything is made up; the same seed gives the same files.
"""

from reports.indicators.invented.areas import COUNCIL
from reports.indicators.invented.files import write
from reports.indicators.invented.own import SAID, scorecard, targets

__all__ = ["COUNCIL", "SAID", "scorecard", "targets", "write"]

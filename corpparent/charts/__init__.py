"""Charts as SVG text: values in, a drawing and a sentence out. No query, no clock, no settings.

A chart serves page and paper alike, so it is drawn with presentation attributes alone: the Content-Security-Policy
refuses `style`, and on paper a page's stylesheet does not reach inside a drawing. It carries no `id`, so any number
of charts may stand in one page.
"""

from corpparent.charts.bars import bars
from corpparent.charts.trend import trend
from corpparent.charts.values import Bar, Chart, Role, Series

__all__ = ["Bar", "Chart", "Role", "Series", "bars", "trend"]

"""What a figure says of itself, on its own page and in a pack alike."""

from reports.indicators.showing import drawings, sentences
from reports.indicators.showing.shown import Shown


class Told:
    """The words around a figure. Whoever inherits says which figure, and what its years are."""

    shown: Shown
    when: str  # "year ending March"

    @property
    def small_line(self) -> str:
        """Which way is better, what the number is made of, a caution."""
        said = (sentences.polarity(self.shown), sentences.parts(self.shown), sentences.small_cohort(self.shown))
        return " ".join(filter(None, said))

    @property
    def comparison(self) -> str:
        return sentences.comparison(self.shown)

    @property
    def tag(self) -> sentences.Tag | None:
        return sentences.tag(self.shown)

    @property
    def table_label(self) -> str:
        """ "Children missing, in every 10,000 children: year ending March"."""
        unit = drawings.unit_of(self.shown)
        return f"{self.shown.title}{f', {unit}' if unit not in ('', '%') else ''}: {self.when}"

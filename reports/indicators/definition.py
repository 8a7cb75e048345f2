"""What one indicator means: a versioned definition, and the feed that says where a DfE file holds it."""

from dataclasses import dataclass, field

from reports.indicators.kinds import Frequency, Polarity, Unit


@dataclass(frozen=True)
class Feed:
    """Where a figure stands in an open-data file.

    `where` filters the rows (column: text). `value`, `numerator` and `denominator` name columns of that row. With
    `whole`, the denominator is instead the numerator of the row of the same area, time and filters in which these
    columns differ (the group's total). `category` is a column whose texts split the figure; `category_all` is the
    text for all of them. `form` is how the value is written: "number", or "years-months" ("01:07" is 19 months).
    `calendar` is "as-said" (by time_identifier) or "mid-year" (an estimate for 30 June of that year).
    """

    where: dict[str, str]
    value: str
    numerator: str = ""
    denominator: str = ""
    whole: dict[str, str] = field(default_factory=dict)
    category: str = ""
    category_all: str = ""
    form: str = "number"
    calendar: str = "as-said"

    @property
    def filters(self) -> set[str]:
        """The columns that say which row it is."""
        return {*self.where, *self.whole, *({self.category} - {""})}

    @property
    def columns(self) -> set[str]:
        """Every column the file must have for this feed to be looked for."""
        return self.filters | ({self.value, self.numerator, self.denominator} - {""})


@dataclass(frozen=True)
class Definition:
    """One indicator as a councillor reads it.

    `sentence` follows the value: "68%" + "of our children ...". `small_cohort` is the denominator below which no
    judgement is drawn. `rank` orders the headline figures of a theme (0: not a headline). `reference` is the old code.
    """

    code: str
    title: str
    sentence: str
    numerator: str
    unit: Unit
    polarity: Polarity
    frequency: Frequency
    source: str
    theme: str
    denominator: str = ""
    decimals: int = 0
    reference: str = ""
    rank: int = 0
    detail: bool = False
    small_cohort: int = 20
    version: int = 1
    feed: Feed | None = None

    @property
    def is_headline(self) -> bool:
        return self.rank > 0

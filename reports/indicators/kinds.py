"""The words that definitions, observations and readers share. No tables here."""

from django.db.models import TextChoices


class Unit(TextChoices):
    PERCENT = "percent", "per cent"
    RATE_PER_10000 = "rate-per-10000", "in every 10,000"
    COUNT = "count", "number"
    RATIO = "ratio", "for each"
    MONTHS = "months", "months"
    WEEKS = "weeks", "weeks"
    DAYS = "days", "days"
    SCORE = "score", "score"


# What numerator / denominator is multiplied by to give the value; other units are not worked out by division.
MULTIPLIER = {Unit.PERCENT: 100, Unit.RATE_PER_10000: 10_000, Unit.RATIO: 1}


class Polarity(TextChoices):
    """Which way is better."""

    HIGH = "high", "higher is better"
    LOW = "low", "lower is better"
    CONTEXT = "context", "neither way is better; it says how things are"


class Frequency(TextChoices):
    MONTHLY = "monthly", "every month"
    QUARTERLY = "quarterly", "every quarter"
    TERMLY = "termly", "every school term"
    ANNUAL = "annual", "every year"


class Symbol(TextChoices):
    """What stands in a cell instead of a number; never zero, never a gap.

    Source: Government Statistical Service, symbols in tables; `k` from the DfE's own files; `~` and `:` are older.
    """

    NOT_APPLICABLE = "z", "does not apply"
    NOT_AVAILABLE = "x", "not available"
    CONFIDENTIAL = "c", "hidden, too few children"
    BELOW_HALF = "k", "more than none, but rounds to 0"
    LOW = "low", "rounds to 0"
    NEGLIGIBLE = "~", "so small that it rounds to 0"
    MISSING = ":", "not available (older sign)"


class Level(TextChoices):
    """What kind of area a figure is for."""

    NATIONAL = "national", "England"
    REGION = "region", "Region"
    SUB_REGION = "sub-region", "Part of London"
    COUNCIL = "council", "Council"

"""One episode after another: no gap, no overlap, and a reason that fits what changed."""

from functools import partial

import polars as pl

from reports.indicators.ssda903.quality import words
from reports.indicators.ssda903.quality.rule import rule
from reports.indicators.ssda903.quality.words import YEAR_STARTS, among, blank, given

PLACE = ("PLACE", "PLACE_PROVIDER", "PL_POST", "URN")  # what makes one placement
LEGAL_ONLY, PLACEMENT_ONLY, BOTH = ("L",), ("P", "T"), ("B", "U")

about = partial(rule, "One episode after another", "episodes")


def follows_as(reasons: tuple[str, ...]) -> pl.Expr:
    """Whether the episode goes on, for one of the reasons, from the day on which the one before ended."""
    return among("RNE", reasons) & (pl.col("DECOM") == pl.col("previous_DEC"))


def is_legal_change() -> pl.Expr:
    return pl.col("LS").ne_missing(pl.col("previous_LS"))


def is_move() -> pl.Expr:
    return pl.any_horizontal(pl.col(each).ne_missing(pl.col(f"previous_{each}")) for each in PLACE)


@about("142", "DEC", "The child's next episode has begun but this one has not ended. Enter when and why it ended.")
def not_ended() -> pl.Expr:
    return blank("DEC") & given("next_DECOM")


@about("501", "DECOM", "The episode began before the child's previous one had ended. Mend one of the two days.")
def overlaps() -> pl.Expr:
    return (pl.col("DECOM") < pl.col("previous_DEC")) & (pl.col("DECOM") > pl.col("previous_DECOM"))


@about("P2", "DECOM", "Two episodes of this child began on the same day. Keep the one that is right.")
def begins_twice() -> pl.Expr:
    return pl.col("DECOM") == pl.col("previous_DECOM")


@about(
    "357", "RNE", "The child's first episode in the year is no start of care. Add the one before it, or code a start."
)
def first_is_no_start() -> pl.Expr:
    return pl.col("is_first") & (pl.col("RNE") != words.STARTS) & (pl.col("DECOM") > YEAR_STARTS)


@about("388", "REC", "The episode ended because another began, but none follows. Add it, or say why care ended.")
def nothing_follows() -> pl.Expr:
    starts_anew = (pl.col("next_RNE") == words.STARTS) & (pl.col("next_DECOM") > pl.col("DEC"))
    return (pl.col("REC") == words.CONTINUES) & given("DEC") & (pl.col("is_last") | starts_anew)


@about(
    "431", "RNE", "Care is said to start, but the child's previous episode ended that day. Say what changed instead."
)
def starts_while_in_care() -> pl.Expr:
    return (pl.col("RNE") == words.STARTS) & (pl.col("DECOM") == pl.col("previous_DEC"))


@about("432", "RNE", "The child had left care before this episode, but it is not coded as a start. Code a start.")
def returns_without_start() -> pl.Expr:
    left = pl.col("previous_REC") != words.CONTINUES
    return left & (pl.col("RNE") != words.STARTS) & (pl.col("DECOM") >= pl.col("previous_DEC"))


@about("433", "DECOM", "The episode goes on from the one before, but days lie between them. Mend one of the two days.")
def gap() -> pl.Expr:
    goes_on = (pl.col("RNE") != words.STARTS) & (pl.col("previous_REC") == words.CONTINUES)
    return goes_on & (pl.col("DECOM") > pl.col("previous_DEC"))


@about("437", "REC", "Care ended by death or at 18, but the child has a later episode. Mend the reason or the episode.")
def goes_on_after_the_end() -> pl.Expr:
    return among("REC", ("E2", "E15")) & ~pl.col("is_last")


@about("434", "RNE", "Only the legal status is said to change, but the two episodes show otherwise. Mend one of them.")
def not_only_legal() -> pl.Expr:
    return follows_as(LEGAL_ONLY) & (~is_legal_change() | is_move())


@about("435", "RNE", "Only the placement is said to change, but the two episodes show otherwise. Mend one of them.")
def not_only_placement() -> pl.Expr:
    return follows_as(PLACEMENT_ONLY) & (is_legal_change() | ~is_move())


@about(
    "436",
    "RNE",
    "Legal status and placement are said to change, but the two episodes show otherwise. Mend one of them.",
)
def not_both() -> pl.Expr:
    return follows_as(BOTH) & ~(is_legal_change() & is_move())


RULES = [
    not_ended,
    overlaps,
    begins_twice,
    first_is_no_start,
    nothing_follows,
    starts_while_in_care,
    returns_without_start,
    gap,
    goes_on_after_the_end,
    not_only_legal,
    not_only_placement,
    not_both,
]

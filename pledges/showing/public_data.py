"""Progress as open data: one row for each promise, period and voice."""

from collections.abc import Iterable, Iterator

from pledges.models import Progress

HEAD = (
    "pledge",
    "made_to",
    "promise_number",
    "promise",
    "partner",
    "theme",
    "principle",
    "period",
    "starts_on",
    "ends_on",
    "voice",
    "rating",
    "words",
    "how_young_people_were_asked",
    "recorded_on",
)


def rows(progress: Iterable[Progress]) -> Iterator[tuple[object, ...]]:
    """Cells under HEAD. `promise_number` is empty and `partner` filled in for what a partner commits to."""
    for one in progress:
        told = one.promise or one.commitment
        assert told is not None  # a constraint of the table
        yield (
            told.pledge.title,
            told.pledge.get_group_display(),
            one.promise.number if one.promise else "",
            told.wording,
            one.commitment.partner.name if one.commitment else "",
            told.get_theme_display(),
            told.principle,
            one.period,
            one.starts_on.isoformat(),
            one.ends_on.isoformat(),
            one.get_voice_display(),
            one.get_rating_display(),
            one.words,
            one.heard_how,
            one.recorded_at.date().isoformat(),
        )

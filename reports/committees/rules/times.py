"""What a council may set of how its committees work: least and most of each number, and its choices."""

SPANS = {
    "informal_days": (0, 60),
    "notice_days": (1, 90),
    "minutes_days": (1, 90),
    "answer_days": (1, 90),
    "absent_months": (1, 24),
    "absent_warn_days": (0, 180),
}
CHOICES = ("counts_notice_by_calendar", "needs_legal", "needs_finance")

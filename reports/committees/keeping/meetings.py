"""What of meetings is kept for good, and why (corpparent.retention)."""

from corpparent.retention import keep


def register_all() -> None:
    """Called once, by AppConfig.ready."""
    keep("Meetings and their agendas", "Who met, when, and about what is the council’s own history.", *MEETINGS)
    keep("Who came to meetings, and interests declared", "They stand in the minutes, which are public.", *ATTENDING)
    keep(
        "Minutes, decisions and what came of them",
        "Minutes are the council’s record. Inquiries ask decades later what was decided, and whether it was done.",
        *DECIDED,
    )
    keep("Forward plan and notices of meetings in private", "They were published, and say nothing of a person.", *PLAN)
    keep(
        "What decisions mean for our children, and plans that reflect their needs",
        "Who said what a decision means, and who read it, proves a duty.",
        *IMPLICATIONS,
    )
    keep("How committees work here", "One row, which the council changes.", "committees.CommitteeSettings")


MEETINGS = (
    "committees.Meeting",
    "committees.BusyDay",
    "committees.StandingItem",
    "committees.AgendaItem",
    "committees.Publication",
    "committees.WorkProgrammeItem",
)
ATTENDING = ("committees.Attendance", "committees.Interest")
DECIDED = (
    "committees.Minutes",
    "committees.Minute",
    "committees.MinuteChange",
    "committees.Decision",
    "committees.Question",
)
PLAN = ("committees.ForwardPlanEntry", "committees.PrivateNotice")
IMPLICATIONS = ("committees.Implication", "committees.ImplicationReader", "committees.Plan")

from members.rules.people import check_can_appoint, check_can_end, check_can_enter

__all__ = ["check_can_appoint", "check_can_end", "check_can_enter"]

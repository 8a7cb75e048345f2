"""Every write that means something about people: one module a subject, all to be had from here."""

from members.services.appointments import appoint, end_appointment, sync_roles
from members.services.council import set_up_council
from members.services.people import add_person

__all__ = ["add_person", "appoint", "end_appointment", "set_up_council", "sync_roles"]

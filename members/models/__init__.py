from members.models.appointment import Appointment
from members.models.council import Council
from members.models.person import Person
from members.models.role import Level, Role

__all__ = ["Appointment", "Council", "Level", "Person", "Role"]

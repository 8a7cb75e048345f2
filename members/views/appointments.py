"""Appointing somebody, changing an appointment, ending it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property

from members.forms.appointments import AppointmentChangeForm, AppointmentEndForm, AppointmentForm
from members.handing_over import open_of
from members.models import Appointment
from members.views.deeds import DeedView, OfOnePerson, path_of
from members.words import say


class AppointmentCreate(OfOnePerson, DeedView):
    form_class = AppointmentForm
    template_name = "members/appointment_form.html"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"person": self.person}

    def get_initial(self):
        return {"role": self.request.GET.get("role", ""), "starts_on": self.request.standing.on}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "person": self.person,
            "heading": f"Appoint {self.person.name}",
            "lead": "Both days count. Powers and duties begin with the first day and end after the last.",
        }

    def done(self, appointment):
        messages.success(self.request, f"{self.person.name} is appointed: {say(appointment.role.name)}.")
        return path_of(self.person)


class OfOneAppointment(DeedView):
    """A form about the appointment whose public id is in the address."""

    @cached_property
    def appointment(self) -> Appointment:
        found = Appointment.objects.select_related("person", "role", "body")
        return get_object_or_404(found, public_id=self.kwargs["public_id"])

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"row": self.appointment}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "person": self.appointment.person,
            "kicker": self.appointment.person.name,
            "heading": f"{self.verb}: {say(self.appointment.role.name)}",
        }


class AppointmentUpdate(OfOneAppointment):
    form_class = AppointmentChangeForm
    template_name = "members/appointment_form.html"
    verb = "Change"

    def done(self, appointment):
        messages.success(self.request, "Changes kept.")
        return path_of(appointment.person)


class AppointmentEnd(OfOneAppointment):
    form_class = AppointmentEndForm
    template_name = "members/appointment_form.html"
    verb = "End"

    def done(self, appointment):
        person = appointment.person
        messages.success(
            self.request,
            f"{say(appointment.role.name)}: the last day of {person.name} is {appointment.ends_on:%-d %B %Y}.",
        )
        if len(open_of(person)):
            messages.info(self.request, f"{person.name} has work open. You can hand it over from this page.")
        return path_of(person)

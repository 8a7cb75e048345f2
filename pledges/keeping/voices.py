"""How long what was heard is kept (corpparent.retention)."""

from corpparent.keeping import delete
from corpparent.retention import Rule
from corpparent.words import day
from pledges.models import Voice

VOICES = Rule(
    kind="voice",
    title="What children, carers and parents said",
    basis="It is written without a name, so that the council remembers what it was told. Six years after it was "
    "heard nobody asks any more what became of it (Limitation Act 1980).",
    months=72,
    least=24,
    covers=("pledges.Voice",),
    find=lambda before: Voice.objects.filter(recorded_at__lt=before),
    since="recorded_at",
    wipe=delete,
    held_by=("public_id", "recorded_by__public_id", "body__public_id"),
    # What was said is for the page of it, not for the list of what is wiped.
    label=lambda voice: f"{voice.get_kind_display()}, written down on {day(voice.recorded_at)}",
)

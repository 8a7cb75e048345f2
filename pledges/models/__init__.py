from pledges.models.action import Action, ActionNote, Shortfall
from pledges.models.importing import PledgeImport
from pledges.models.offer import Offer, PledgeSettings
from pledges.models.pledge import Pledge, Signature
from pledges.models.progress import Evidence, Progress
from pledges.models.promise import Commitment, Drawing, EasyRead, Measure, Promise
from pledges.models.voice import Voice

__all__ = [
    "Action",
    "ActionNote",
    "Commitment",
    "Drawing",
    "EasyRead",
    "Evidence",
    "Measure",
    "Offer",
    "Pledge",
    "PledgeImport",
    "PledgeSettings",
    "Progress",
    "Promise",
    "Shortfall",
    "Signature",
    "Voice",
]

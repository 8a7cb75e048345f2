"""The council's own words in a pack: frozen with it, whatever it says afterwards."""

from members.words import DEFAULTS
from reports.packs.v1.pack import Pack
from tests.factories.packs import frozen


def test_pack_says_the_words_that_were_frozen_with_it():
    pack = Pack(
        frozen() | {"words": DEFAULTS | {"our-children": "our young people", "corporate-parenting": "being family"}}
    )
    assert pack.words["corporate_parenting"] == "being family"
    assert pack.parts[0].theme.about == "Where our young people live, how near, and how long they stay."


def test_pack_of_before_there_were_words_says_the_portals_own():
    old = frozen()
    old.pop("words", None)
    assert Pack(old).words["corporate_parenting"] == "corporate parenting"
    assert Pack(old).parts[0].theme.about == "Where our children live, how near, and how long they stay."

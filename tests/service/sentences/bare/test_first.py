"""Of several sentences that say what a bare question asks, the one on the subject as a whole stands first."""

from __future__ import annotations

import re

from corpus.glossary import shipped_glossary
from service.sentences.bare import Bare
from service.sentences.bare.ask import Ask
from tests.service.sentences.single import candidate

GLOSSARY = shipped_glossary()
TREATED = Ask(
    "treated",
    frozenset({"condition"}),
    re.compile("treated"),
    lambda said: "treated" in said.text,
    "how {} is treated",
    lambda said: -said.fewer,
)
OTHER = candidate("Ascites is found by ultrasound.", source="other")
REFRACTORY = candidate("Refractory ascites is treated with paracentesis.", source="refractory")
WHOLE = candidate("Ascites is treated with spironolactone.", source="whole")


def _bare(ask: Ask) -> Bare:
    subject = GLOSSARY.get("ascites")
    assert subject is not None
    return Bare(ask, subject, GLOSSARY)


def test_what_is_likelier_and_says_it_of_a_narrower_kind_does_not_stand_first() -> None:
    assert _bare(TREATED).first(REFRACTORY, [REFRACTORY], [OTHER, WHOLE]) is WHOLE


def test_what_says_it_of_a_narrower_kind_stands_first_where_nothing_else_says_it() -> None:
    assert _bare(TREATED).first(OTHER, [REFRACTORY], [OTHER]) is REFRACTORY


def test_the_likeliest_stays_first_where_nothing_says_it() -> None:
    assert _bare(TREATED).first(OTHER, [], []) is OTHER

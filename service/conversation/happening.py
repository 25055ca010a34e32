"""What may happen on a drug, or comes of it: "and if she bleeds?", "what if he gets a rash", "DKA risk?".

The illness that the drug is given for is left out: who asks what is done when something happens on rivaroxaban asks the
same whatever it is given for.
"""

from __future__ import annotations

import re

from corpus.glossary import Glossary
from service.analysis.question import Question
from service.analysis.wording import capital
from service.conversation.before import Before
from service.conversation.topic import topic_of

_SOMEBODY = r"(?:s?he|they|i|we|you|it|someone|somebody|(?:the|my|our|this|a) (?:patient|pt|man|woman|lady|child|baby))"
_THEN = r"(?:[\s,.;:?!–-]+(?:and |so )?(?:what|now what)(?: then| now| next| do i do| should i do| to do)*)?"
_SUPPOSED = re.compile(
    rf"^\W*(?:(?:and|but|so|ok|okay|or)\s+)*(?:what (?:do i do |should i do |to do )?)?(?:if|when)\s+{_SOMEBODY}(?:'s|’s|s| is| are|'re|’re)?\s+"
    r"(?:(?:now|then|still|suddenly|also|really)\s+)*"
    rf"(?P<what>[^.;?!]{{3,50}}?){_THEN}\W*$",
    re.I,
)
_BEGINS = re.compile(r"^(?:starts?|begins?|started) (?:to )?(?=\w)", re.I)
_GETS = re.compile(
    r"^(?:gets?|got|develop(?:s|ed|ing)?|becom(?:es?|ing)|comes? out in|breaks? out in|notic(?:es?|ed)|goes into|having|ends? up with) (?:an? |some |more |very )?(?P<what>.+)$",
    re.I,
)
# What somebody does who has it, and how it is called.
_CALLED = (
    (re.compile(r"^(?:re-?)?bleed(?:s|ing)?\b(?P<where>.*)$", re.I), "bleeding"),
    (re.compile(r"^(?:fits?|fitting|seiz(?:es?|ing)|convuls(?:es?|ing))$", re.I), "seizure"),
    (re.compile(r"^(?:vomits?|vomiting|throws? up|throwing up)$", re.I), "vomiting"),
    (re.compile(r"^(?:faints?|fainting|passes out|collaps(?:es?|ing))$", re.I), "fainting"),
    (re.compile(r"^coughs?$", re.I), "cough"),
    (re.compile(r"^itch(?:es|ing)?$", re.I), "itching"),
)
_NO_HARM = re.compile(
    r"\b(?:pregnan\w*|better|worse|older|used to|well|surgery|operated|discharged|admitted|home)\b", re.I
)
_RISK = re.compile(
    r"^\W*(?:(?:and|but|so|what about|how about|any|is there(?: an?)?|what(?:'s| is)? the|what)\s+)*"
    r"(?:(?P<before>[\w -]{2,40}?) risks?|(?:risks?|chance|likelihood|danger) of (?:an? |getting |having )?(?P<behind>[\w -]{2,40}?))\W*$",
    re.I,
)
_ASKED_RISK = re.compile(r"^What is the risk of [^,?]+ with (?P<drug>[^,?]+)\?$")
_WHERE = re.compile(
    r"^\W*(?:(?:and|but|so|what about)\s+)*(?P<where>(?:before|after|during|around) (?:an? |the |his |her )?[\w -]{4,30}?)\W*$",
    re.I,
)
_ANTICOAGULANTS = ("anticoagulant", "direct oral anticoagulant")
_MOST_WORDS = 4


def happening(plain: str, before: Before, previous: Question, glossary: Glossary) -> str | None:
    """What is done when what ``plain`` supposes happens on the drug in hand, or how likely it makes what ``plain`` names;
    None where it does neither, or no one drug is in hand.
    """
    if (asked := _ASKED_RISK.match(previous.text)) is not None and (where := _WHERE.match(plain)) is not None:
        return capital(f"{asked['drug']} {where['where']}?")  # "before surgery?": the drug, not the risk
    harm, supposed = _harm_in(plain, glossary)
    if not harm or len(harm.split()) > _MOST_WORDS:
        return None
    drugs = topic_of(previous, before)[0]
    given = [name for name in drugs if (entry := glossary.get(name)) is not None and entry.kind == "drug"]
    named = [mention.entry for mention in glossary.find(harm)]
    ill = {entry.term for entry in previous.conditions} | set(before.about)
    if len(given) != 1 or len(drugs) != 1 or any(entry.kind == "drug" or entry.term in ill for entry in named):
        return None
    if supposed:
        thins = given[0] in _ANTICOAGULANTS or any(
            given[0] in entry.members for name in _ANTICOAGULANTS if (entry := glossary.get(name)) is not None
        )
        return f"How is {harm} on {given[0]} {'reversed' if thins and harm.startswith('bleeding') else 'treated'}?"
    return f"What is the risk of {harm} with {given[0]}?"


def _harm_in(plain: str, glossary: Glossary) -> tuple[str, bool]:
    """What a message supposes to happen, or asks the risk of, and whether it supposes it; "" where it does neither."""
    if (found := _RISK.match(plain)) is not None:
        name = (found["before"] or found["behind"] or "").strip()
        ills = [m for m in glossary.find(name) if m.entry.kind == "condition"]
        whole = len(ills) == 1 and ills[0].end - ills[0].start == len(name)
        return (name if whole or re.fullmatch(r"(?:major |serious |gi )?bleed(?:ing)?s?", name, re.I) else ""), False
    if (found := _SUPPOSED.match(plain)) is None or _NO_HARM.search(found["what"]):
        return "", True
    what = _BEGINS.sub("", found["what"].strip())
    for pattern, name in _CALLED:
        if (does := pattern.match(what)) is not None:
            return name + (does.groupdict().get("where") or ""), True
    gets = _GETS.match(what)
    ills = [m for m in glossary.find(what) if m.entry.kind == "condition"]
    if gets is None:  # "he is hypotensive", "she vomits": the state itself
        return (ills[0].entry.term if len(ills) == 1 and ills[0].end - ills[0].start == len(what) else ""), True
    return gets["what"].strip(), True

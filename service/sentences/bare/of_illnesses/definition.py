"""What something is: the sentence that begins with its name and says what kind of thing it is; of a drug, what kind of
drug. That it is the commonest cause of something, or a treatment of it, says nothing of that.
"""

from __future__ import annotations

import re

from service.sentences.bare.ask import DRUGS, Ask
from service.sentences.bare.reading.marks import is_headed, marked, on_the_whole
from service.sentences.bare.reading.said import Said
from service.sentences.bare.reading.signs import OTHER, SUBJECT
from service.sentences.plainly_told import defines

ASKED = re.compile(
    r"^(?!.*\b(?:normal|recommended|recommendations?|best|usual|typical|standard|current|appropriate|correct|right|common|main|how|when|who|"
    r"which|why|where|guidelines?|for|summary|overview|much|many|often|all)\b)\W*(?:(?:please|so|hi|hello|can you|could you|tell me|explain|i want to know) )*"
    r"what(?: exactly| actually| really)?(?:'s|s| is| are| was)\b(?: meant by)?|\bdefin(?:e|es|ed|itions?)\b(?: of)?|\bmeaning of\b|\b(?:tell me|explain)\b(?= what\b[^?]*\b(?:is|are)\W*$)|\b(?:mean|stand)s?\b(?: for)?(?=\W*$)|"
    r"\bwhat (?:kind|type|sort|class) of (?:drug|medicine|medication|tablet|disease|illness|condition|procedure|test|operation|thing) (?:is|are)\b",
    re.I,
)
# What it is to something else is not what it is.
_IS_TO_ANOTHER = re.compile(
    r"^(?: \([^)]*\))?\s*(?:is|are) (?:an?|the|one of the|one) (?:(?!(?:that|which|who)\b)[\w-]+ ){0,5}?(?:cause|causes|complications?|effects?|signs?|symptoms?|predictors?|options?|alternatives?|"
    r"contra-?indications?|reasons?|risks?|markers?|targets?|features?|emergency|choice|abnormality|findings?|harms?|concerns?|indications?|treatments?|factors?|substrates?|components?|"
    r"part|parts|standard|answer|problem with|first|preferred|initial|suggested|usual|criterion|danger)\b(?! that\b)",
    re.I,
)
_DRUG_NOUN = (
    r"(?:drugs?|medicines?|tablets?|inhibitors?|agonists?|antagonists?|blockers?|antibiotics?|antibod(?:y|ies)|vaccines?|vitamins?|hormones?|thinners?|\w*coagulants?|diuretics?|steroids?|"
    r"opioids?|agents?|insulins?|\w+depressants?|antidotes?|salts?|acids?|proteins?|immunoglobulins?|analogues?|\w*biotics?|\w+emetics?|laxatives?|supplements?|minerals?|prodrugs?|binders?)"
)
_KIND_OF_DRUG = re.compile(
    rf"^(?: \([^)]*\))?\s*(?:is|are) (?:an?|the|one of the) (?:[\w-]+ ){{0,5}}?(?:{_DRUG_NOUN}\b|{OTHER})",
    re.I,
)
_BY_ITSELF = re.compile(r"\W*(?:an?|the|primary)?\s*", re.I)  # what may stand before the name of what is defined
_IN_IT = re.compile(r"\W*in (?:an? )?\s*", re.I)
_SHORT = re.compile(
    rf"^\W*the (?:word|letters|name|term|test) {SUBJECT} (?:helps?|stands? for|is short for|means?)\b|{SUBJECT} (?:is short|stands?) for\b",
    re.I,
)
_WHERE = re.compile(
    r"^(?: \([^)]*\))?\s*(?:is|are) (?:in|on|at|among|often|mainly|usually|type|not)\b|\b(?:is|are) (?:treated|given)\b",
    re.I,
)
_ONLY = re.compile(r"\bthe only\b", re.I)
_HEADS = re.compile(
    r"what (?:it|they|.*) (?:is|are)\b.*|what (?:is|are)\b.*|definition|about|information|overview", re.I
)
# Without an article: "scarring of …", "blood cells that …".
_NOUN = (
    r"(?:\w+ing|\w+tions?|\w+ment|\w+sis|loss|lack|failure|excess|damage|diseases?|disorders?|conditions?|cells|germs?|illness|virus(?:es)?|bacteri\w+|fluid|blood|pain|veins?|vessels?|"
    r"tumou?rs?|cancers?|clots?|scars?|weakness|absence|growths?|crystals|medicines?|drugs?|tests?|lumps?|stones|swellings?|swelling|problems?)"
)
_IS_SUCH = re.compile(
    rf"^(?: \([^)]*\))*\s*(?:is|are) (?:[\w-]+, ){{0,2}}(?:(?!\w+(?:ed|en)\b|(?:for|to|by|into)\b)[\w-]+ ){{0,3}}?(?!\w+ed\b){_NOUN} (?:of|that|which|in|on|with|from|caused|where|around)\b",
    re.I,
)
# A measure, by what it is of or how it is worked out: "is body weight divided by …", "is undetectable RNA after …".
_IS_MEASURE = re.compile(
    r"^(?: \([^)]*\))*(?: in [^,.;]{3,40}?)? (?:is|are|means) (?:an? |the )?(?:(?:un)?detectable\b|(?:[\w-]+ ){0,6}?(?:divided by|minus|multiplied by|the ratio of)\b|"
    r"(?:ratio|difference|number|share|amount|product|sum) (?:of|between)\b)",
    re.I,
)
_BY_DOCTOR = re.compile(r"^, (?:an? |the |your )?(?:doctor|nurse|surgeon|team|specialist)\b", re.I)
_DEFINED_AS = re.compile(
    rf"\bdefines? (?:an? |the )?{SUBJECT} as\b|^\W*(?:an? |the )?{SUBJECT}(?: \([^)]*\))? (?:is|are) defined (?:as|by)\b|"
    rf"^In (?-i:the [A-Z]|[A-Z])[\w ]{{1,20}}, {SUBJECT}(?: \([^)]*\))? means\b(?=[^.]*\d)",
    re.I,
)
# Under a heading that asks what it is: "is in the bladder, the kidneys or …".
_IS_THERE = re.compile(r"^(?: \([^)]*\))?\s*(?:is|are) in (?:the|your)\b", re.I)
# A drug, as those who take it are told what it is.
_IS_USED = re.compile(rf"^{SUBJECT}(?: \([^)]*\))? (?:is|are) used (?:to|if you have) \w+", re.I)
_KINDASKED = re.compile(r"\b(?:kind|type|sort|class)\b", re.I)


def defined(said: Said) -> bool:
    """Whether it begins with the name and says what that is."""
    if _DEFINED_AS.search(marked(said)) or _SHORT.search(marked(said)):
        return True
    for start, end in said.names[:1]:
        before, behind = said.text[:start], said.text[end:]
        itself = (start, end) in said.itself and not said.by_kind
        if _IN_IT.fullmatch(before):
            said_of_it = _HEADS.fullmatch(said.heading) if before.rstrip().casefold() != "in" else None
            return itself and (_BY_DOCTOR.match(behind) or said_of_it) is not None
        if itself and _BY_ITSELF.fullmatch(before) and is_headed(said, _HEADS) and _IS_THERE.match(behind):
            return True
        if itself and _BY_ITSELF.fullmatch(before) and not (_WHERE.search(behind) or _IS_TO_ANOTHER.match(behind)):
            return defines(said.text, (start, end)) or any(way.match(behind) for way in (_IS_SUCH, _IS_MEASURE))
    return False


def _kind_of_drug(said: Said) -> bool:
    """Whether it says what kind of drug it is."""
    text = marked(said)
    if _ONLY.search(text):
        return False
    first = text.find(SUBJECT)
    begins = first >= 0 and _BY_ITSELF.fullmatch(text[:first]) is not None
    behind = text[first + 1 :]
    return begins and _KIND_OF_DRUG.match(behind) is not None and not _IS_TO_ANOTHER.match(behind)


def _what_drug(said: Said) -> bool:
    """Whether it says what kind of drug it is, or begins with what it is used to do."""
    return _kind_of_drug(said) or _begins_with_its_use(said)


def _begins_with_its_use(said: Said) -> bool:
    return not said.by_kind and _IS_USED.match(marked(said)) is not None


def _kind_before(said: Said) -> int:
    """What kind of drug it is comes before what it is used for."""
    return on_the_whole(said) - 2 * _begins_with_its_use(said)


def _before(said: Said) -> int:
    """What the text that is on it says of it comes before what another says in passing."""
    return 2 * is_headed(said, _HEADS) + on_the_whole(said)


DEFINITION = Ask(
    "definition", frozenset({"condition", "procedure", "test", "other"}), ASKED, defined, "what {} is", _before
)
KIND_OF_DRUG = Ask("kind of drug", DRUGS, ASKED, _kind_of_drug, "what kind of drug {} is", on_the_whole)
WHAT_DRUG = Ask("what a drug is", DRUGS, ASKED, _what_drug, "what {} is", _kind_before, unless=_KINDASKED)

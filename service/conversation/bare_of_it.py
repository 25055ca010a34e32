"""What is asked in a few words of the drug or illness in hand, as the bare question on it: "symptoms?", "in pregnancy?",
"how does it work?", "and alcohol?".

Asked alone of its subject it would be a bare question, which is answered by the very thing or not at all
(:mod:`service.sentences.bare`). What the subject was spoken of in is left out: how apixaban works in atrial fibrillation
is no other thing, and finds only what is on atrial fibrillation.
"""

from __future__ import annotations

import re

from corpus.glossary import Glossary
from service.analysis.question import Question, QuestionKind, analyse
from service.analysis.wording import capital
from service.conversation.before import Before
from service.conversation.fragments import OPENING, PEOPLE, SETTING
from service.conversation.outright import asked_outright
from service.conversation.pronouns import ASKS_WHICH, drug_in_hand, pronoun
from service.conversation.topic import asked_which, can_be_repeated, topic_of
from service.conversation.wording import small
from service.sentences.bare import Bare, bare_asked

_MOST_WORDS = 8
_POINTS = re.compile(r"\b(?:it|its|they|them|their|this|that|these|those)\b", re.I)
_ASKS = re.compile(
    r"^\W*(?:what|which|who|how|when|where|why|is|are|do|does|did|can|could|should|would|will|may|must)\b", re.I
)
_NOTHING_OF_IT = re.compile(r"^\W*(?:any|the|what about|how about|and|or|but|so|ok|okay|also|is there an?y?)\s+", re.I)
# Asked in what a drug is given for, or of an illness in a setting: these are put together elsewhere.
_IN_ITS_USE = frozenset(
    ("dose", "starting dose", "highest dose", "loading dose", "monitoring", "first line", "second line", "treatment",
     "prevention", "screening", "duration of treatment", "in pregnancy")
)  # fmt: skip
# What holds whoever has it or takes it.
_OF_ANYBODY = frozenset(
    ("onset", "duration of action", "half-life", "mechanism", "alcohol", "with food", "interactions", "missed dose",
     "side effects", "boxed warning", "driving", "uses", "overdose", "antidote", "contagion", "risk factors", "causes",
     "symptoms", "inheritance", "stages", "types", "pathophysiology", "definition", "what a drug is", "kind of drug",
     "frequency", "number", "stopping", "stopping one's own", "around surgery")
)  # fmt: skip
_OF_WHAT_WAS_ANSWERED = frozenset(
    ("mechanism", "onset", "alcohol", "with food", "interactions", "missed dose", "side effects", "contraindications",
     "overdose", "antidote", "boxed warning", "uses")
)  # fmt: skip
_OF_THE_UNBORN = frozenset(("pregnancy", "breastfeeding", "contraception", "safety"))
_LOOKS_FOR_PROOF = re.compile(r"\b(?:know|tell|sure|notice|see)\b", re.I)
_NO_OBJECT = re.compile(
    r"\b(?:s?he|they|i|we|you|(?:the|my) patient) (?:\w+ )?"
    r"(?:stay|wait|remain|rest|recover|live|go|come|return|improve|sleep|die|sit|lie)s?(?: in| on| here)?$",
    re.I,
)
_WHICH = re.compile(r"\b(?:which|what)(?: (?:kind|type|sort) of)? $", re.I)
_OF_MOTHERS = re.compile(r"\W*(?:(?:in|during|while|if|when) )?(?:pregnan|breast|lactat|nursing)", re.I)
_BESIDE = re.compile(r"^(?:use in\b|(?:pregnancy|breastfeeding|alcohol|driving|contraception|grapefruit|with food)$)")
_SEVERAL = re.compile(r"\b(?:they|them|their|these|those)\b", re.I)
_OF_SEVERAL = re.compile(r"\b(?:or|versus|vs|compared|between|together|both|either)\b", re.I)


def bare_of_it(plain: str, before: Before, previous: Question, glossary: Glossary) -> str | None:
    """The bare question that ``plain`` asks of the one drug, else the one illness, that the conversation is on; None
    where it says more, or asks otherwise.
    """
    opening = OPENING.match(plain)
    rest = _NOTHING_OF_IT.sub("", plain[opening.end() :] if opening else plain).strip().rstrip("?.! ")
    if not rest or len(rest.split()) > _MOST_WORDS or re.search(r"\d|[,;:.!?]", rest):
        return None
    if _OF_SEVERAL.search(f"{rest} {previous.text}"):
        return None
    named = {mention.entry.term for mention in glossary.find(rest)}
    for subject, of_answer in _subjects(rest, before, previous, glossary):
        for text in _asked_of(rest, subject, previous, glossary):
            bare = bare_asked(analyse(text, glossary), glossary)
            entry = glossary.get(subject)
            if bare is None or entry is None or bare.subject.term != entry.term or entry.term in named:
                continue
            if _is_in_its_use(bare):
                return None
            if not _may_be_asked(bare, rest, of_answer):
                continue
            spelt = asked_outright(rest, previous, before, glossary)
            as_spelt = bare_asked(analyse(spelt, glossary), glossary) if spelt else None
            if as_spelt is not None and as_spelt.subject.term == entry.term:
                return None  # so it is asked already
            beside = _BESIDE.match(bare.ask.name) and text.startswith(capital(f"{rest} of "))
            return capital(f"{subject} and {small(rest)}?") if beside else text
    return None


def is_all_that_is_asked(text: str, glossary: Glossary) -> bool:
    """Whether a question is bare, and asks of its subject alone: it is answered by the very thing, or not at all."""
    bare = bare_in(text, glossary)
    return bare is not None and not _is_in_its_use(bare)


def _is_in_its_use(bare: Bare) -> bool:
    return bare.ask.name in _IN_ITS_USE or bare.ask.name.startswith("dose in ")


def is_of_anybody(text: str, glossary: Glossary) -> bool:
    """Whether a question is bare, and asks what holds whoever has the illness or takes the drug."""
    bare = bare_in(text, glossary)
    return bare is not None and bare.ask.name in _OF_ANYBODY


def bare_in(text: str, glossary: Glossary) -> Bare | None:
    """What a text asks as a bare question; None for another."""
    return bare_asked(analyse(text, glossary), glossary)


def _may_be_asked(bare: Bare, rest: str, of_answer: bool) -> bool:
    """Whether what was recognised is what ``rest`` asks of the subject: of a drug that only an answer names less than of
    one that was asked about (``of_answer``), in a sentence ("when should I not give it?") only what holds of anybody,
    and an illness has no side effects.
    """
    name = bare.ask.name
    if bare.subject.kind == "condition":
        return re.search(r"\b(?:side|adverse)\b", rest, re.I) is None
    if of_answer and name not in _OF_WHAT_WAS_ANSWERED:
        return False
    if _POINTS.search(rest) is None:
        return True
    return _LOOKS_FOR_PROOF.search(rest) is None and (name in _OF_ANYBODY or name in _OF_THE_UNBORN)


def _subjects(rest: str, before: Before, previous: Question, glossary: Glossary) -> list[tuple[str, bool]]:
    """The drug that was asked about, the illness, and the drug that was answered, each only where it is one; and whether
    only the answer names it.
    """
    drugs, conditions = topic_of(previous, before)
    given = [name for name in drugs if (entry := glossary.get(name)) is not None and entry.kind == "drug"]
    which = any(_WHICH.search(previous.text[: m.start]) for m in previous.mentions if m.entry.kind == "drug")
    if which or ASKS_WHICH.search(previous.text) or asked_which(previous, before) or before.unsupported:
        given = []  # of a class it was asked which
    ills = [entry.term for entry in previous.conditions]
    ills = ills if len(ills) == 1 else conditions if len(conditions) == 1 else before.heard()
    is_setting = SETTING.match(rest) is not None or PEOPLE.match(rest) is not None
    if given or is_setting:
        ills = [] if is_setting else ills  # "in pregnancy?" of an illness asks for its treatment
    if is_setting and previous.conditions and can_be_repeated(previous):
        given = []  # "in children?" asks the question before in children
    if previous.kind is QuestionKind.DOSE and is_setting and _OF_MOTHERS.match(rest) is None:
        given = []  # "in renal failure?" after its dose
    several = _SEVERAL.search(rest) is not None
    answered = [] if given or is_setting or drugs or several else drug_in_hand(previous, before, glossary)
    answered = [name for name in answered if (entry := glossary.get(name)) is not None and entry.kind == "drug"]
    asked = [*(given if len(given) == len(drugs) == 1 else ()), *ills]
    return [*((name, False) for name in asked), *((name, True) for name in answered)]


def _asked_of(rest: str, subject: str, previous: Question, glossary: Glossary) -> list[str]:
    """How ``rest`` may be asked of ``subject``."""
    if _POINTS.search(rest):
        found = pronoun(rest, analyse(rest, glossary), previous)
        if found is None or _POINTS.fullmatch(found.group()) is None:
            return []
        name = f"{subject}'s" if found.group().lower() in ("its", "their") else subject
        end = "?" if _ASKS.match(rest) else ""
        return [capital(f"{rest[: found.start()]}{name}{rest[found.end() :]}{end}")]
    if SETTING.match(rest):
        return [capital(f"{subject} {small(rest)}?")]
    if _ASKS.match(rest):
        if len(rest.split()) == 1 or _NO_OBJECT.search(rest):  # "why?", "how long does he stay?"
            return []
        return [capital(f"{rest} {subject}?")]
    ways = (f"{rest} of {subject}", f"{subject} and {small(rest)}", f"{subject} in {small(rest)}")
    return [capital(f"{way}?") for way in ways]

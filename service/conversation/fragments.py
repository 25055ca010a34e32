"""Is a message a question that can be understood alone, and if not, what kind of fragment is it?"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from corpus.glossary import Glossary, Mention
from corpus.text import terms, words
from service.analysis.question import ASPECT_WORDS, Question, QuestionKind
from service.patient_details import speaks_of_the_patient

OPENING = re.compile(
    r"^\W*(?:(?:so|well|but|then|now|also)[\s,]+)*(?P<follow>and(?: what| how)? about|and|what about|how about|what(?= (?:if|when|in|with|after|before|during|for) )|or|also|but|then|"
    r"(?:the )?same (?:question )?(?:for|with|in)|in that case)\b[\s,:]*",
    re.I,
)
SETTING = re.compile(
    r"^\W*(?:only |just |even |especially )*(?:before|after|during|in|with|for|without|if|when(?! (?:to|is|are|was|were|do|does|did|can|could|should|would|will|must|may|has|have)\b)|until|at|on|by|as|over|under|above|below|between|within|prior to|according to)\b",
    re.I,
)
PEOPLE = re.compile(
    r"^\W*(?:(?:the )?(?:baby|mother|newborn|neonate|fetus|foetus)|children|women|men|adults|infants|newborns|(?:the )?elderly|older (?:people|adults)|pregnan\w+(?: women)?|breast-?feeding(?: women)?|lactation|adolescents|athletes)\W*$",
    re.I,
)
# "And the baby?": of the pregnant patient's child all is asked anew.
THE_CHILD = re.compile(r"^\W*(?:the )?(?:baby|newborn|neonate|fetus|foetus)\W*$", re.I)
_ASKS = re.compile(
    r"\b(?:what|which|who|how|when|where|why|is|are|was|were|do|does|did|can|could|should|would|will|must|may|has|have|need|needs)\b",
    re.I,
)
WH_FRAGMENT = re.compile(
    r"^\W*(?:(?:with|for|by|at|in|on|from|since|to|of|until) )?(?:what|which|who|how|when|where|why)\b", re.I
)
_VERB = re.compile(
    r"\b(?:causes?|treats?|prevents?|works?|helps?|means?|happens|is|are|was|were|do|does|did|can|could|should|would|will|must|may|has|have)\b",
    re.I,
)
AUXILIARY = re.compile(r"^\W*(?:is|are|do|does|did|can|could|should|would|will|must|may|has|have)\s+", re.I)
_BEGINS_AS_QUESTION = re.compile(
    r"^\W*(?:(?:with|for|by|at|in|on|from|since|to|of|until|below|above|under|over|down to|up to) )?(?:what|which|who|whom|whose|how|when|where|why|"
    r"is|are|was|were|do|does|did|can|could|should|would|will|must|may|has|have)\b",
    re.I,
)
_OF_THE_CASE = re.compile(r"\b(?:do|should|can|must|may|shall|could) (?:i|we)\b", re.I)
_NAMES_ITS_OBJECT = re.compile(
    r"\b(?:treat|manage|diagnose|cure|interpret|read|prescribe|classify|stage|prevent|find|get|write|cook|make)\b", re.I
)
_CONTRACTED = re.compile(r"(?:what|who|how|when|where|it|that|there|he|she|they|we|i|you|let)['’]\w+$|\w+n['’]t$", re.I)
_INFINITIVE = re.compile(r"^\W*to [a-z]+\b", re.I)
# Words that say nothing of the topic, besides those of ASPECT_WORDS: a question of these alone leans on what was before.
GENERIC = frozenset(
    """drug drugs medicine medication agent agents choice choices antibiotic antibiotics antiviral antivirals inhaler
    steroid steroids vaccine vaccines regimen regimens line lines second third preferred worth start count counts value values score scores
    watch look check checked checks checking see blood urine level response responds respond working worked fail fails failed
    failure baby mother days day weeks week hours hour months month times time daily twice once halved reduced increased doubled
    adjust adjusted adjustment given give taken switch switched change changed continue continued make makes made find found wait
    followed follow-up tell apart mean means matter matters cut-off cutoff limit limits definition cause side main important
    go goes run runs drip pump infusion tablet tablets pill pills jab shot scan bloods film ward rate slow rise rises rising fall falls max min
    begin began cover hold held long-term okay ok problem issue problems effect next else need needs want wants worry safe
    exactly roughly usually normally early late soon fast quickly reverse reversed reversal antidote stop prevent prevented recur
    recurs back come comes coming home hospital refer referral admit admitted""".split()
)  # fmt: skip

# What is done with a topic, in questions: no part of it.
DONE = frozenset(
    """confirm confirmed confirms scored score calculated calculate define defined classify classified staged detect detected
    exclude excluded rule suspect suspected look looked give given take taken recognise recognised recognize recognized
    prevent prevented assess assessed measure measured monitor monitored diagnose accepted preferred choice main get gets
    tap begin begun indications indication""".split()
)


def is_whole(text: str, question: Question) -> bool:
    """A question with a verb and a topic of its own, also behind a setting ("In migraine, which triptans are safe?")."""
    if SETTING.match(text):
        _, comma, tail = text.partition(",")
        return bool(comma) and bool(question.entries) and _ASKS.search(tail) is not None and len(tail.split()) > 3
    if not _ASKS.search(text) or is_bare(text, question):
        return False
    return not lacks_topic(question) and not _is_wh_fragment(text)


def is_plain_question(text: str) -> bool:
    """Asked in a whole sentence ("How long is alendronate given?"), not in haste ("alendronate: how long?")."""
    if SETTING.match(text):
        text = text.partition(",")[2]
    return _BEGINS_AS_QUESTION.match(text) is not None and len(text.split()) > 3


def is_fragment(text: str, question: Question) -> bool:
    """No question of its own: a setting, a bare "how long?", an aspect, one or two words, or a name behind an auxiliary."""
    count = len(text.split())
    aspect = any(word in ASPECT_WORDS for word in words(text))
    if _ASKS.search(text) is None and (
        (count <= 2 and not question.entries) or (count <= 3 and aspect and not question.conditions)
    ):
        return True
    return (
        SETTING.match(text) is not None
        or _is_wh_fragment(text)
        or _INFINITIVE.match(text) is not None
        or lacks_topic(question)
        or is_bare(text, question)
    )


def _is_wh_fragment(text: str) -> bool:
    """ "How long?", "With which test?", "How long before the procedure?": no verb."""
    short = len(text.split()) <= (2 if re.match(r"\W*who\b", text, re.I) else 5)  # "who" takes any verb: "who wrote …"
    return WH_FRAGMENT.match(text) is not None and short and _VERB.search(text) is None


def is_bare(text: str, question: Question) -> bool:
    """ "Does everolimus?": an auxiliary and a name."""
    found = AUXILIARY.match(text)
    return found is not None and bool(named(question)) and set(words(text[found.end() :])) <= named(question)


def lacks_topic(question: Question) -> bool:
    """A question about an aspect alone ("What is the dose?", "Any contraindications?")."""
    topical = [mention for mention in question.mentions if mention.entry.kind != "organisation"]
    own = named(question)
    return not topical and all(
        word in ASPECT_WORDS or word in own or _CONTRACTED.match(word) for word in question.key_words
    )


def named(question: Question) -> set[str]:
    """The words of the concepts in a question."""
    return {word for mention in question.mentions for word in words(question.text[mention.start : mention.end])}


_OF_A_DRUG = (
    QuestionKind.DOSE,
    QuestionKind.CONTRAINDICATION,
    QuestionKind.INTERACTION,
    QuestionKind.HARMS,
    QuestionKind.DEFINITION,
    QuestionKind.MECHANISM,
)


def leans_on(question: Question, before: Question, near: AbstractSet[str]) -> bool:
    """Whether a question that could stand alone goes on with the one before: it names no condition, and what it does name
    stands in the texts that the answer cites ("Which antivirals are first choice?" after one on hepatitis B).

    ``near``: the terms of those texts.
    """
    if question.conditions or not before.entries:
        return False
    of_the_patient = speaks_of_the_patient(question.text)
    general = {"other", "organisation"}
    drugs = [m for m in question.mentions if m.entry.kind not in general and not set(_words_of(m, question)) <= GENERIC]
    if of_the_patient and all(m.entry.kind in ("test", "drug", "procedure") for m in drugs):
        return True
    if any(m.entry.kind == "score" for m in drugs) or (question.yes_no and any(m.entry.kind == "test" for m in drugs)):
        return False
    drugs = [
        mention for mention in drugs if mention.entry.kind != "test"
    ]  # its words must stand in the texts, as others
    if drugs and (question.kind in _OF_A_DRUG or not before.conditions):
        return False  # the dose, the harms … of a drug that is named
    if {m.entry.kind for m in drugs} >= {"drug", "procedure"}:
        return False  # "can sirolimus be added early after the transplant?"
    content = content_of(question)
    if len(content) > 4 or not any(character.isalpha() for character in question.text):
        return False
    if not content:
        return True
    if _OF_THE_CASE.search(question.text) and not _NAMES_ITS_OBJECT.search(question.text) and len(content) < 3:
        return True  # "which blood disorders should I look for?"
    return all(set(terms(word)) & (near | _known(before)) for word in content)


def content_of(question: Question) -> list[str]:
    """The words that may be a topic: none that say how something is asked, no "what's"."""
    words_ = (word for word in question.key_words if not _CONTRACTED.match(word))
    return [word for word in words_ if word not in ASPECT_WORDS and word not in GENERIC]


def is_elsewhere(text: str, question: Question, before: Question, near: AbstractSet[str]) -> bool:
    """Whether a short question ("Who wrote Hamlet?") is about what the last answer does not speak of."""
    if question.mentions or _BEGINS_AS_QUESTION.match(text) is None:
        return False
    return any(not set(terms(word)) <= near | _known(before) for word in content_of(question))


def is_near(question: Question, before: Question, near: AbstractSet[str], glossary: Glossary) -> bool:
    """Whether what a message typed in haste names is spoken of where the last answer comes from, so that it goes on with
    that: by a name of its own, or a class that it belongs to. ``near``: the terms of those texts.
    """
    own = [m for m in question.mentions if m.entry.kind not in ("other", "organisation")]
    there = near | _known(before)
    return all(any(entry.named_in(there) for entry in glossary.with_classes(m.entry)) for m in own)


def _known(before: Question) -> AbstractSet[str]:
    forms = (form for entry in before.entries for form in entry.forms())
    return {term for form in forms for term in terms(form)} | set(terms(before.text))


def _words_of(mention: Mention, question: Question) -> list[str]:
    return list(words(question.text[mention.start : mention.end]))


def has_words_of_its_own(question: Question) -> bool:
    """Whether a question has topical words that the glossary lacks."""
    own = named(question)
    return any(word not in own and word not in ASPECT_WORDS and word not in DONE for word in question.key_words)

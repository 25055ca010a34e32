"""Questions that read whole, and what was typed in haste, with the topic that they go on with."""

from __future__ import annotations

import re

from corpus.glossary import Glossary
from service.analysis.question import Question
from service.analysis.wording import capital
from service.conversation.agreement import asks_whether_they_agree
from service.conversation.before import Before
from service.conversation.fragments import content_of, is_elsewhere, is_near, leans_on
from service.conversation.own_subject import acts_on_its_own
from service.conversation.pronouns import asks_of_a_drug
from service.conversation.topic import is_of_the_illness, topic_of, with_topic
from service.patient_details import speaks_of_the_patient

_SOMEBODY_ELSE = re.compile(
    r"\b(?:his|her|their) (?:brother|sister|mother|father|mum|mom|dad|son|daughter|wife|husband|partner|cousin|aunt|uncle)\b",
    re.I,
)
_QUESTION = re.compile(
    r"\b(?:what|which|who|how|when|where|why|is|are|do|does|did|can|could|should|would|will|may|must)\b", re.I
)
_INSTEAD = re.compile(r"\b(?:instead|rather|switch|change|swap|replace)\b", re.I)
_NEEDED = re.compile(
    r"^\W*(?:and |so )?(?:do|does|will|would) (?:s?he|they|the patient) (?:\w+ )?need\b", re.I
)  # for what he has
# "Which drugs should I stop?": of all that the patient takes, not of the one that was spoken of last.
_ALL_HIS_DRUGS = re.compile(
    r"^\W*(?:and |so |but )?(?:which|what) (?:other )?(?:drugs|medicines|medications|tablets|meds) (?:(?:do|should|must|shall|can|need) (?:i|we|he|she|you)|(?:have|need|are) to be|should be|must be|are|to) "
    r"(?:to )?(?:stop|hold|withhold|avoid|review|check|omit)\w*\W*$",
    re.I,
)
# "Can I fly?", "is oxygen for me?": what the asker may do or have, of the illness that was asked about. Not what somebody
# who treats gives or does ("can I give aspirin?").
_OF_ONESELF = re.compile(
    r"^\W*(?:(?:and|so|but|then) )?(?:"
    r"(?:(?:when|how (?:soon|often|long)|what) )?(?:can|could|may|should|must|will|do|am|would) i (?:still |also |ever |really |just |have to |need to )*"
    r"(?!(?:give|prescribe|start|treat|use|add|stop|switch|check|measure|order|refer|admit|discharge|monitor|dose|test|screen|do|wait|"
    r"expect|look|anticoagulate|cover|repeat|hold|need|send|call|worry|continue|transfuse|reverse|restart|think|know|tell)\b)\w+"
    r"|(?:is|are|would) [\w -]{3,25} (?:for|ok for|okay for|safe for|right for|good for|bad for) me\b)",
    re.I,
)
_FEW = 7  # words
# "Could she stop her tablets?": all that somebody takes, too.
_HER_TABLETS = re.compile(
    r"\b(?:his|her|their|my|all (?:his|her|their|my|the)|the) (?:other )?(?:tablets|pills|drugs|medicines|medications?|meds|treatment|therapy)\b",
    re.I,
)
_HIS = re.compile(r"\b(?:the|his|her|their|my)\s+$", re.I)
_BECOMES = re.compile(
    r"\b(?:stop|continu|restart|resum|held|hold|withh|reduc|increas|halv|paus|omit|left out)\w*\b", re.I
)
_THEY_AND_ME = re.compile(r"\bthey\b.*\b(?:me|my)\b", re.I)  # who treats, and the asker


# What is done with another drug that is given beside the one in hand: "drop tacrolimus completely?".
_BESIDE_IT = re.compile(
    r"^\W*(?:(?:and|so|but|can|could|should|do|i|we|then|just|also)\s+)*(?:drop|stop|withdraw|hold|omit|wean|reduce|lower|halve|taper)\b",
    re.I,
)
_OF_TREATMENT = re.compile(
    r"\b(?:add\w*|switch\w*|chang\w+|swap\w*|replac\w+|increas\w+|combin\w+|instead|rather)\b", re.I
)


def hasty(text: str, question: Question, previous: Question, before: Before, glossary: Glossary) -> str:
    """What was typed in haste ("folic acid, how much?"), with the topic before it, if it has none of its own."""
    drugs, conditions = topic_of(previous, before)
    own = {entry.term for entry in question.entries}
    drugs, conditions = ([name for name in names if name not in own] for names in (drugs, conditions))
    if any(entry.kind == "drug" for entry in question.entries):  # "albumin how much?" after a paracentesis
        done = [name for name in drugs if (entry := glossary.get(name)) is not None and entry.kind == "procedure"]
        drugs, conditions = [name for name in drugs if name not in done], (done or conditions)
    if conditions and is_of_the_illness(text):
        drugs = []
    of_oneself = is_of_oneself(text, question)
    of_the_patient = of_oneself or speaks_of_the_patient(text)
    if not (drugs or conditions):
        return text
    if not of_oneself and is_elsewhere(text, question, previous, before.near()):
        return text
    tells = not text.rstrip().endswith("?") and not _QUESTION.search(text) and not question.interventions
    names_a_score = any(entry.kind == "score" for entry in question.entries)
    needs_nearness = names_a_score or not (of_the_patient or tells)
    if needs_nearness and not is_near(question, previous, before.near(), glossary):
        return text
    together = (
        of_the_patient and not question.conditions
        if question.interventions
        else not (conditions and content_of(question)) or asks_of_a_drug(text)
    )
    together = together or (not question.interventions and before.is_on(drugs, glossary))
    together = together or (len(drugs) == 1 and bool(question.interventions) and _BESIDE_IT.match(text) is not None)
    count = not text.rstrip().endswith("?") and _QUESTION.match(text.strip()) is None and not question.conditions
    count = count and re.search(r"\d", text) is not None and not question.interventions
    together = together or (
        count and len(drugs) == 1 and not speaks_of_the_patient(text)
    )  # "neutrophils now 1500" on it
    if _SOMEBODY_ELSE.search(text) or (question.interventions and _NEEDED.search(text)):
        together = False
    return capital(with_topic(text, drugs if together else [], conditions, previous))


def is_of_oneself(text: str, question: Question) -> bool:
    """Whether a few words ask what the asker may do or have, and name no illness."""
    return _OF_ONESELF.match(text) is not None and len(text.split()) <= _FEW and not question.conditions


def _names_his_drug(plain: str, question: Question) -> bool:
    """Whether a message asks what becomes of a drug that somebody takes ("should the ramipril be stopped?")."""
    drugs = [mention for mention in question.mentions if mention.entry.kind == "drug" and not mention.entry.members]
    his = any(_HIS.search(plain[: mention.start]) for mention in drugs)
    return his and not question.conditions and _BECOMES.search(plain) is not None


def leaning(plain: str, question: Question, previous: Question, before: Before, glossary: Glossary) -> str:
    """A question that reads whole, with the topic before it where it goes on with that."""
    if not previous.entries and not is_of_oneself(plain, question):
        return plain
    told_of = speaks_of_the_patient(plain) or _THEY_AND_ME.search(plain) is not None
    of_oneself = is_of_oneself(plain, question)
    his_own = _names_his_drug(plain, question)
    of_the_patient = (
        of_oneself
        or his_own
        or asks_whether_they_agree(plain)
        or (told_of and is_near(question, previous, before.near(), glossary))
    )
    if not of_the_patient and (question.conditions or not leans_on(question, previous, before.near())):
        return plain
    drugs, conditions = topic_of(previous, before)
    if _NEEDED.search(plain) and not previous.conditions:
        conditions = before.heard() or conditions
    own = {entry.term for entry in question.entries}
    conditions = [name for name in conditions if name not in own]
    named = bool(question.interventions) and not (of_the_patient and question.yes_no and not _INSTEAD.search(plain))
    named = named or bool(question.conditions) or (bool(question.interventions) and _NEEDED.search(plain) is not None)
    named = named or (bool(conditions) and acts_on_its_own(plain, question))
    named = named or his_own or (bool(conditions) and _HER_TABLETS.search(plain) is not None)
    named = named or (bool(conditions) and _ALL_HIS_DRUGS.match(plain) is not None)
    named = named or (
        bool(conditions)
        and bool(content_of(question))
        and not told_of
        and not (asks_of_a_drug(plain) or _OF_TREATMENT.search(plain))
    )
    return with_topic(plain, [] if named else [name for name in drugs if name not in own], conditions, previous)

"""Pronouns: what "it", "they", "this drug", "both" point at."""

from __future__ import annotations

import re

from corpus.glossary import Glossary
from service.analysis.question import Question, QuestionKind
from service.analysis.wording import capital, listed
from service.conversation.before import Before
from service.conversation.fragments import OPENING, WH_FRAGMENT
from service.conversation.own_subject import holds_whatever_for
from service.conversation.topic import can_be_repeated, topic_of, with_topic
from service.conversation.wording import POINTING, joined, small
from service.patient_details import details_of

_PRONOUN = re.compile(
    rf"\b(?:(?P<kind>(?:the|this|that|these|those) (?P<noun>drug|medicine|medication|procedure|disease|condition|disorder|treatment|therapy)s?\b(?! of choice))|"
    rf"(?P<pair>both|either)\b(?! of)|(?P<word>it|its|they|them|their|(?:this|that)(?: one\b)?|these|those|he|she|him|her|one(?=\W*$)|the same)\b{POINTING})",
    re.I,
)  # fmt: skip
_HARMS = re.compile(r"\b(?:harm|harms|damage[sd]?|affects?|hurts?|toxic|interacts?)\b", re.I)
_IN = re.compile(r"\b(?:in|with|during)\b", re.I)
_A_PATIENTS = re.compile(r"\b(?:with|in|if|at)(?: an?| the)? $", re.I)
_ASKED = re.compile(
    r"^\W*(?:and |so |but )?(?:what|which|who|how|when|where|why|is|are|do|does|did|can|could|should|would|will|may|must)\b",
    re.I,
)
_STOPS = re.compile(r"\b(?:stop|skip|pause|come off|leave out)\b", re.I)
_SET_APART = re.compile(r"\b(?:if|in|with|during|before|after|when|for)\b", re.I)
_OWN_SUBJECT = re.compile(r"^\W*(?:and |so |but )?(?:the|my|our|an?) [\w -]{3,40}(?::| - )", re.I)
_AFTER_A_FIGURE = re.compile(r"\d[^?.!]*\b(?:do(?:es)?|is|are|can|could|would|will|should|did|was)\s+$", re.I)
_SHORT = re.compile(r"\b(?:the|this|that) (?P<short>[a-z]{4,})\b", re.I)
# "It" and "that" that point at nothing: "is it safe to give …", "does it take", "evidence that …".
_EMPTY = re.compile(
    r"\bit(?: (?:is|was|be))? (?:\w+ )?(?:true|known|said|safe|possible|necessary|okay|ok|recommended|advisable|reasonable|useful|important|likely|better|best|"
    r"time|correct|allowed|normal|sensible|appropriate|mandatory|harmful|dangerous) (?:to|that|whether|for [\w ]{2,30}? to)\b|\b(?:does|do|will|would|can) it (?:take|matter|make sense)\b|"
    r"\b(?:evidence|true|known|said|sure|so|such|now|given|provided|patients?|people|those|drugs?|everything|anything|all|shown|fact|means?|mean|risk|likely|possible|recommended) that\b|"
    r"\bworth it\b|\bthat (?:the|a|an|patients?|people|there|[a-z]+s? (?:is|are|has|have|was|were|does|can|may|should|help|helps|reduces?|improves?|prevents?|causes?|lowers?))\b",
    re.I,
)
_OF_A_DRUG = re.compile(
    r"\b(?:on|off|under|from) (?:it|that|this|them|those)(?=\W*$|[,;]| (?:after|for|since|now|still|already|too)\b)|"
    r"\b(?:used?|given?|giving|took|tak(?:es?|en|ing)|took|uses|using|missed|forgot(?:ten)?|double[ds]?|start(?:ed)?|stop(?:ped)?|avoid(?:ed)?|dos(?:e|ed|ing)|contra-?indicated|available|have (?:it|one|them)|monitored|reversed|"
    r"prescribed?|com(?:e|es|ing) off|wean(?:ed)?|withdraw(?:n|al)?|danger(?:s|ous)?|harmful|safe|administered|tolerated?|(?:go(?:es)?|run|dripped) in|allergic|infused|injected|switch(?:ed)?|continued?|adjusted|reduced|increased|interacts?|side effects?|harms?)\b",
    re.I,
)
_AMOUNT = re.compile(
    r"\b(?:how much|how many mg|max(?:imum)?|dos(?:e|es|age)|toxic\w*|overdose|antidote|drip|infusion|level)\b", re.I
)
_OF_A_CONDITION = re.compile(
    r"\b(?:(?:it|this|that|they) (?:from |keeps? |will |may )?(?:com(?:es?|ing) back|recur\w*|return\w*|relaps\w*|progress\w*|spread\w*|get(?:s|ting)? worse|worsen\w*|resolves?)|"
    r"(?:prevent|diagnose|suspect|look for|confirm|exclude|rule out|call|speak of|catch|recogni[sz]e|screen for|cures?|causes?|treat(?:s|ed)?) (?:it|this|that|them)|"
    r"\b(?:it|this|that) (?:was|is|came|happened|occurred|started|came on) (?:after|during|following|provoked|due)\b|"
    r"(?:get rid of|beat|outgrow|live with|bring(?:s)? on|trigger(?:s|ed)?|pass on|have inherited) (?:it|this|that|them)|"
    r"(?:sets?|brings?|kicks?|starts?) (?:it|this|that|them) (?:off|on)|"
    r"\b(?:it|this|that) (?:\w+ )?(?:goes? away|clears? up|heals?|runs? in|lasts?|hurts?|kills?|starts? (?:off|with)|spreads?)\b|"
    r"\b(?:it|this|that) (?:\w+ )?(?:be |get |become )(?:cured|caught|inherited|healed|passed on|serious|fatal|worse|confirmed|diagnosed|ruled out)\b|"
    r"(?:is|was) (?:it|this|that) (?:\w+ )?(?:serious|rare|infectious|catching|genetic|hereditary|permanent|life[- ]long|a disability)\b|"
    r"is (?:it|this) (?:diagnosed|prevented|confirmed|suspected|treated|caused|classified|inherited|contagious|curable|fatal))\b",
    re.I,
)
# "Can someone on methotrexate have it?": what is named is the person's, what is given was named before.
_HANDED = re.compile(
    r"\b(?:have|take|get|use|receive|(?:be )?given|try|start|tolerate) (?:it|them|one|this|that)\W*$", re.I
)
_OF_SOMEBODY_WITH = re.compile(
    r"\b(?:someone|somebody|people|patients?|anyone|anybody|those|wom[ae]n|m[ae]n|child(?:ren)?|adults?|he|she|they|i|you) (?:\w+ )?(?:on|with|taking|under|having|who|after)\b",
    re.I,
)
# "Is anaphylaxis common with it?": what is named is the harm, what does it was named before.
_HARMED_BY = re.compile(
    r"\b(?:common|frequent|likely|rare|seen|possible|expected|happens?|occurs?|a (?:risk|problem|side effect))\b[^?.!]*?\b(?:with|on|from|after) (?:it|them|this|that)\W*$",
    re.I,
)
ASKS_WHICH = re.compile(
    r"\b(?:which|what) (?:drug|medicine|one|test|antibiotic|agent|treatment|inhaler|vaccine|tablet)s?\b", re.I
)
_WHAT_IS_GIVEN = re.compile(r"^\W*what (?:else )?(?:is|can be) (?:given|used|added)\b", re.I)
_PLURAL = re.compile(r"(?:[^sui]s|ices|ae)$", re.I)  # "varices", "seizures"; not "cirrhosis", "tetanus"
_SAID_BEFORE = frozenset({"this", "that", "these", "those"})
_PEOPLE = frozenset({"he", "she", "him", "her"})


def pronoun(text: str, question: Question, before: Question) -> re.Match[str] | None:
    """A pronoun whose referent is not in the message itself: it stands before every concept of it."""
    empty = [match.span() for match in _EMPTY.finditer(text)]
    first = min((mention.start for mention in question.mentions), default=len(text))
    points_back = False  # past a "that" for what the message itself tells
    for found in _PRONOUN.finditer(text):
        if any(a <= found.start() < b for a, b in empty) or (found["kind"] and not subjects(found, before)):
            continue
        if found["pair"] and len(subjects(found, before)) < 2:
            continue
        if (found["word"] or "").lower() in _PEOPLE or _is_somebody(found, before):
            continue  # the patient, or who treats: no concept of the question
        if re.search(r"\bof $", text[: found.start()]) and not before.interventions:
            continue  # "which of these?" chooses from the answer
        if found["word"] and _OWN_SUBJECT.match(text[: found.start()]):
            continue  # "the infusion: how do I make it up?"
        if (found["word"] or "").lower() in _SAID_BEFORE and _AFTER_A_FIGURE.search(text[: found.start()]):
            points_back = True
            continue  # "urate came back 340, does that rule it out?"
        if ASKS_WHICH.search(text[: found.start()]):
            continue  # "which drug, and how do I start it?"
        handed = _HANDED.search(text) is not None and _OF_SOMEBODY_WITH.search(text[: found.start()]) is not None
        handed = handed or (bool(before.interventions) and _HARMED_BY.search(text) is not None)
        if points_back or handed or found.start() < first or not question.entries or found["kind"] or found["pair"]:
            return found
    return _shortened(text, question, before)


_GIVEN = re.compile(
    r"\b(?:they|them)\b (?:all )?(?:be |being )?(?:used|given|taken|safe|stopped|started|combined|contra-?indicated|avoided|prescribed)\b",
    re.I,
)


# What those who treat do to somebody.
_DO_TO_ME = re.compile(
    r"they (?:\w+ )?(?:give|gave|offer(?:ed)?|put|start(?:ed)?|prescribe[d]?|scan(?:ned)?|check(?:ed)?|tell|told|send|sent|see|keep|kept) "
    r"(?:me|us|him|her|my)\b",
    re.I,
)


def _is_somebody(found: re.Match[str], before: Question) -> bool:
    """Whether "they" are people ("how often do they scan me?"): where all that was asked about is one illness."""
    if (found["word"] or "").lower() not in ("they", "them", "their"):
        return False
    if _DO_TO_ME.search(found.string[found.start() :]):
        return True  # "what would they give me instead?"
    if _GIVEN.search(found.string):
        return False  # "can they be used in CKD?": drugs
    there = subjects(found, before)
    illnesses = {entry.term for entry in before.conditions}
    return bool(there) and all(name in illnesses and not _PLURAL.search(name) for name in there)


def _shortened(text: str, question: Question, before: Question) -> re.Match[str] | None:
    """ "The shunt", "the biopsy": the last word of what was asked about, for the whole of it."""
    own = {mention.start for mention in question.mentions}
    for found in _SHORT.finditer(text):
        if found.start("short") not in own and _meant(found, before):
            return found
    return None


def _meant(found: re.Match[str], before: Question) -> list[str]:
    last = found["short"].lower()
    forms = ((e.term, form.lower().split()) for e in before.entries for form in (e.term, *e.synonyms))
    return list(dict.fromkeys(term for term, form in forms if len(form) > 1 and form[-1] == last))


def subjects(found: re.Match[str], before: Question) -> list[str]:
    """What a pronoun can stand for."""
    if found.re is _SHORT:
        return _meant(found, before)
    noun = (found["noun"] or "").lower()
    if noun in ("disease", "condition", "disorder"):
        return [entry.term for entry in before.conditions]
    if noun == "procedure":
        return [entry.term for entry in before.entries if entry.kind == "procedure"]
    if noun in ("drug", "medicine", "medication"):
        return [entry.term for entry in before.entries if entry.kind == "drug"]
    if noun or found["pair"]:
        return [entry.term for entry in before.interventions]
    things = [mention.entry for mention in before.mentions if mention.entry.kind not in ("other", "organisation")]
    tested = things[:1] if things and things[0].kind in ("test", "score") and not _is_of_the_patient(before) else []
    return [entry.term for entry in (*tested, *before.interventions, *before.conditions)]


def _taken(earlier: Before, glossary: Glossary) -> list[str]:
    """What was told to be taken, not what was asked about: that is what can be stopped."""
    told = [text for text in earlier.typed if not (_ASKED.match(text) or text.rstrip().endswith("?"))]
    return list(details_of(told, glossary).drugs)


def _is_of_the_patient(before: Question) -> bool:
    """Whether a question on something that is given names its first test or score as the patient's ("with Child-Pugh 14")."""
    first = next(m for m in before.mentions if m.entry.kind in ("test", "score"))
    return bool(before.interventions) and _A_PATIENTS.search(before.text[: first.start]) is not None


def resolve(text: str, question: Question, before: Question, earlier: Before, glossary: Glossary) -> str:
    """Put what was asked about in the place of the first pronoun, and the rest of the topic behind.

    What is given, taken or stopped is a drug or a procedure, of the question or else the one that its answer begins with;
    what comes back or is looked for is a condition.
    """
    found = pronoun(text, question, before)
    if found is None:
        return text
    there = subjects(found, before)
    together = False  # whether all of them are meant
    conditions: list[str] = []
    if found.re is _PRONOUN and found["word"]:
        again = can_be_repeated(before)
        conditions = [entry.term for entry in before.conditions] if again else topic_of(before, earlier)[1]
        conditions.sort(key=lambda name: name not in earlier.about)
        if conditions and _OF_A_CONDITION.search(text):
            there = conditions
        elif _STOPS.search(text) and (taken := _taken(earlier, glossary)):
            there = taken
        elif not before.interventions and _OF_A_DRUG.search(text):
            several = advised(earlier, glossary) if found["word"].lower() in ("they", "them") else []
            there = several or drug_in_hand(before, earlier, glossary)
            together = bool(several)
        elif any(entry.members for entry in before.interventions):  # "which diuretic?": the one that was named
            members = {name for entry in before.interventions for name in entry.members}
            there = [name for name in answered(earlier, glossary) if name in members] or there
        elif before.interventions and _OF_A_DRUG.search(text):
            there = [entry.term for entry in before.interventions]
            there.sort(key=lambda name: (name.lower() not in earlier.title.lower(), -earlier.weights.get(name, 0.0)))
    opening = OPENING.match(text)
    begin = opening.end() if opening and opening.end() <= found.start() and not WH_FRAGMENT.match(text) else 0
    if not there:
        if not can_be_repeated(before):
            return capital(with_topic(text[begin:], *topic_of(before, earlier), before))
        return joined(before.text, f"and {small(text[begin:])}")
    there = [_as_written(name, before) for name in there]
    pair = found.re is _PRONOUN and found["pair"]
    name = listed(there[:3]) if together else listed(there[:2]) if pair else there[0]
    word = found.group().lower()
    behind = text[found.end() :]
    resolved = text[begin : found.start()] + (f"{name}'s" if word in ("its", "their") else name) + behind
    # A question about a drug in another setting ("in pregnancy") is about the drug; its old indication would mislead.
    set_apart = question.entries or _SET_APART.search(behind) or (there and there[0] in earlier.about)
    outstanding = conditions or [entry.term for entry in before.conditions]
    of_harm = _does_harm(text, question)
    if of_harm:
        outstanding = [term for term in outstanding if term in {entry.term for entry in before.conditions}]
    others = [] if set_apart else [term for term in outstanding if term not in name]
    if holds_whatever_for(text) and not question.conditions and _is_drug(there[0], glossary):
        return capital(_append(resolved, []))
    if not question.conditions and not others and not _IN.search(behind) and not of_harm:
        others = [name for name in earlier.about if name not in resolved.lower()]
    return capital(_append(resolved, others))


def _is_drug(name: str, glossary: Glossary) -> bool:
    entry = glossary.get(name)
    return entry is not None and entry.kind == "drug"


def _does_harm(text: str, question: Question) -> bool:
    """Whether it is asked what a drug does besides what it is given for: the same whatever that is."""
    return question.kind in (QuestionKind.HARMS, QuestionKind.INTERACTION) or _HARMS.search(text) is not None


def _as_written(name: str, before: Question) -> str:
    """A procedure, test or score as the question has it: "TIPS"."""
    for mention in before.mentions:
        if mention.entry.term == name and mention.entry.kind in ("procedure", "test", "score"):
            return before.text[mention.start : mention.end]
    return name


def asks_of_a_drug(text: str) -> bool:
    """Whether what is asked is asked of something that is given ("how much?", "when is it stopped?")."""
    return _OF_A_DRUG.search(text) is not None or _AMOUNT.search(text) is not None


_MOST_LOOKED_AT = 6  # statements of one that is asked what is of choice
_LOOKED_AT = 3  # statements of an answer in which it says what is given
# Behind a drug: it is not what the answer gives.
_BARS = re.compile(
    r"^[^,;.]{0,45}\b(?:is|are|be|was|were) (?:not|never|contra-?indicated|avoided|stopped|withheld|withdrawn|no longer)\b",
    re.I,
)
_CLAUSE = re.compile(r"[,;]\s")
_OF_CHOICE = re.compile(r"\b(?:of choice|first[- ]line|(?:is|are) first|first choice|preferred|preferably)\b", re.I)


def answered(earlier: Before, glossary: Glossary) -> list[str]:
    """The drug, else the procedure, that the last answer gives first: of its first statements the first that names one
    without barring it. Of one statement the one that it names last as of choice is what it advises.
    """
    for text in _saying_what_is_given(earlier, glossary):
        found = [m.entry for m in glossary.find(text) if _BARS.match(text[m.end :]) is None]
        chosen = [m.entry for part in _CLAUSE.split(text) if _OF_CHOICE.search(part) for m in glossary.find(part)]
        if any(entry.kind == "drug" and not entry.members for entry in chosen):
            found = chosen  # "a vasoconstrictor with albumin, and names terlipressin as the one of choice"
        for kind in ("drug", "procedure"):
            names = [entry.term for entry in found if entry.kind == kind and not entry.members]
            if names:
                return names[:1]
    return []


def _saying_what_is_given(earlier: Before, glossary: Glossary) -> list[str]:
    """The first statements of an answer; where it was asked what is of choice, before them one of the first that says
    so, and behind them any other that does and names a drug, wherever it stands.
    """
    asked = earlier.questions[-1] if earlier.questions else ""
    wanted = _OF_CHOICE.search(asked) or ASKS_WHICH.search(asked)
    first = list(earlier.said[: _LOOKED_AT if wanted else 1])
    if not _OF_CHOICE.search(asked):
        return first
    says = [text for text in earlier.said if _OF_CHOICE.search(text)]
    early = [text for text in says if text in earlier.said[:_MOST_LOOKED_AT]]
    late = [text for text in says if any(m.entry.kind == "drug" for m in glossary.find(text))]
    return [*early[:1], *first, *late[:1]]


def advised(earlier: Before, glossary: Glossary) -> list[str]:
    """The drugs of the first statement of the last answer that names more than one, where it is one of the first; the
    class where the very first names that alone.
    """
    first = {m.entry for text in earlier.said[:1] for m in glossary.find(text) if m.entry.kind == "drug"}
    if len(first) == 1 and (only := next(iter(first))).members:
        return [only.term]  # a class: more than one drug
    for text in earlier.said[:_LOOKED_AT]:
        drugs = list(dict.fromkeys(m.entry.term for m in glossary.find(text) if m.entry.kind == "drug"))
        if len(drugs) > 1:
            return drugs
    return []


def drug_in_hand(before: Question, earlier: Before, glossary: Glossary) -> list[str]:
    """The drug of which something is asked that names none: where the last question asked what to give, the one that
    was answered, else the one that was spoken of before.
    """
    which = ASKS_WHICH.search(before.text) is not None or _WHAT_IS_GIVEN.match(before.text) is not None
    asked_which = which or before.kind is QuestionKind.TREATMENT
    spoken_of = [] if asked_which else earlier.spoken_of("drug")
    return spoken_of or answered(earlier, glossary)


def _append(text: str, names: list[str]) -> str:
    text = text.strip()
    end = "?" if text.endswith("?") else ""
    body = text.rstrip("?.! ").strip()
    return f"{body}, in {listed(names)}{end}" if names else body + end

"""What is asked in a word or two, asked outright: as a clinician would type it where nothing had been said before.

What is searched for and judged is the question as it was understood. "Interactions of apixaban, in atrial fibrillation"
finds what is on atrial fibrillation; "Which drugs interact with apixaban?" finds its interactions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.glossary import Glossary
from service.analysis.question import Question, QuestionKind, analyse
from service.analysis.wording import listed
from service.conversation.before import Before
from service.conversation.fragments import has_words_of_its_own
from service.conversation.pronouns import drug_in_hand
from service.conversation.topic import in_setting, people_of, topic_of, where_of
from service.conversation.wording import small, with_behind

_FILLERS = r"(?:(?:and|so|but|also|any|what|which|other|the|its|their|common|main|important|usual|relevant|known|about|are there|is there|are|is|how is it|how)\s+)*"
_TAIL = (
    r"(?P<tail>(?:,?\s+(?:in|for|with|without|during|at|on|over|under|after|before|if)\s+(?!(?:it|that|this|them)\b)"
    r"(?:(?!\b(?:should|is|are|can|do|does|must|may|will|would|was|were|it)\b).){2,50}?)?)"
)


def _aspect(words: str) -> re.Pattern[str]:
    return re.compile(rf"^\W*{_FILLERS}(?:{words})(?: (?:of|with|to|for|on) (?:it|that|this|them))?{_TAIL}\W*$", re.I)


# Of a drug, whatever it is given for: {drug}.
_OF_THE_DRUG = (
    (_aspect(r"(?:drug[- ])?interactions?|interacting drugs|interacts?(?: with)?(?: what)?"), "Which drugs interact with {drug}"),
    (re.compile(r"^\W*(?:(?:and|but|so)\s+)*(?:what|which drugs?|anything)\b[^?.;]{0,25}(?:\b(?:not|avoid)\b|n['’]?t\b)[^?.;]{0,25}\bwith (?:it|them|this|that)(?P<tail>)\W*$", re.I), "Which drugs interact with {drug}"),
    (_aspect(r"(?P<noun>(?:side|adverse|unwanted)[- ]?effects?|adverse reactions?|toxicit\w+)"), "What are the side effects of {drug}"),
    (_aspect(r"(?:(?:can|may|should|could) (?:the )?(?:pharmacy|pharmacist|chemist|we|i) )?(?:swap|switch|change|substitute)(?: to)? (?:the |its |an?(?:other)? )?(?:brands?|makes?|generics?)|(?:other|another|different) (?:brand|make)(?: (?:ok|okay|allowed))?|(?:brand|generic) (?:switch|substitution)"),
     "Can the brand of {drug} be switched"),
    (re.compile(r"^\W*(?:(?:and|is it|taken|take it|should it be taken)\s+)*(?:with(?: or without)? (?:food|meals?)(?: or without)?|on an empty stomach|(?:before|after) (?:food|meals?))(?P<tail>)\W*$", re.I), "Is {drug} taken with food"),
    (re.compile(r"^\W*(?:(?:and|but|so)\s+)*(?:what(?: happens| would happen| will happen)? )?(?:if|when|after) (?:i|we|he|she|they|you|the patient)(?: just| suddenly| simply| then)* stops?(?: (?:taking|using))?(?: (?:it|them|that|this|the (?:tablets?|drug|medicine)))?(?P<tail>)(?: (?:suddenly|abruptly|early|too early|too soon|now))?\W*$|^\W*(?:(?:and|but|so)\s+)*(?:what(?:'s| is)? (?:happens|the risk) |what about )?(?:if|when) (?:it|this|that|they|those|these) (?:is|are|gets?|was) (?:then |later |ever )?(?:stopped|withdrawn|discontinued)(?: (?:again|suddenly|abruptly|later))?\W*$", re.I), "What happens if {drug} is stopped"),
    (_aspect(r"contra-?indications?|contra-?indicated"), "What are the contraindications to {drug}"),
    (re.compile(r"^\W*(?:(?:and|or|but|so|what about|how about|can (?:i|he|she|we|they)|may (?:i|he|she)|is|still|drink|have|drinking|with|any|a little|some|the odd)\s+)*(?P<noun>alcohol|drink|drinking|wine|beer|a (?:glass of wine|drink|beer|pint)|booze|grapefruit(?: juice)?)(?: (?:ok|okay|allowed|safe|with (?:it|that|this|them|those)|on (?:it|that|this|them)))*(?P<tail>)\W*$", re.I), "Can {noun} be taken with {drug}"),
)  # fmt: skip
# Of a drug in what it is given for: {drug}, {where}.
_OF_ITS_USE = (
    (_aspect(r"(?:max(?:imum)?|highest|top)(?: daily)?(?: dos(?:e|age))?(?: (?:per|a|in a) day)?"), "What is the maximum dose of {drug}{where}"),
    (_aspect(r"(?:max(?:imum)? )?(?:daily )?dos(?:e|es|age|ing)|how much"), "What is the dose of {drug}{where}"),
    (_aspect(r"(?:start(?:ing)?|initial|first) dos(?:e|es|age)"), "What is the starting dose of {drug}{where}"),
    (_aspect(r"(?P<noun>maintenance|loading|usual|lowest|minimum|target) dos(?:e|es|age)"), "What is the {noun} dose of {drug}{where}"),
    (_aspect(r"from when|since when|when (?:is it |to )?(?:start(?:ed)?|begin|begun)"), "When is {drug} started{where}"),
    (_aspect(r"until when|up to when|till when|when (?:is it |to )?stop(?:ped)?"), "Until when is {drug} given{where}"),
    (_aspect(r"monitor(?:ing|ed)?|(?!.*\bbefore\b)(?:(?:bloods?|blood tests?|tests?|labs?) )?(?:should|do|must|shall) (?:i|we) (?:watch|check|monitor|keep an eye on)(?: (?:for|out for))?(?: (?:in|on) (?:the |his |her )?(?:bloods?|blood tests?|labs?))?"), "How is {drug} monitored{where}"),
    (_aspect(r"alternatives?"), "What are the alternatives to {drug}{where}"),
)  # fmt: skip
# Of an illness: {illness}.
_OF_THE_ILLNESS = (
    (_aspect(r"treat(?:ed|ment)|manag(?:ed|ement)|therapy"), "How is {illness} treated"),
    (_aspect(r"diagnos(?:ed|is)"), "How is {illness} diagnosed"),
    (_aspect(r"(?:secondary |further )?(?:prevent(?:ed|ion)|prophylaxis) (?:afterwards?|thereafter|later(?: on)?|after(?: that| it| this)?|long[- ]term|then)|secondary (?:prevention|prophylaxis)"), "How is recurrence of {illness} prevented"),
    (_aspect(r"(?:long[- ]term )?prevent(?:ed|ion)"), "How is {illness} prevented"),
    (_aspect(r"long[- ]term (?:treat(?:ment)?|management|therapy|drugs?|meds|options?)"), "How is {illness} treated in the long term"),
    (_aspect(r"(?:2nd|second)[- ]line"), "What is the second-line treatment of {illness}"),
    (_aspect(r"(?:3rd|third)[- ]line"), "What is the third-line treatment of {illness}"),
    (_aspect(r"causes?"), "What causes {illness}"),
    (_aspect(r"symptoms?|(?:signs and )?symptoms"), "What are the symptoms of {illness}"),
)  # fmt: skip
_HAPPENS_AGAIN = re.compile(
    r"^\W*(?:(?:after|once|when) (?:it|s?he|they)\W?[\w ]{2,20}?, ?)?(?:and |so )?(?:how|what)(?: (?:do|can|should|could) (?:i|we))?(?: to)?(?: do to| give to)? "
    r"(?:stop|prevent|avoid)(?:s| is)? (?:(?:it|this|that|them)(?: from)? (?:happening|coming back|recurring|returning)|another(?: one| episode)?|a recurrence|recurrences?|the next one)(?: again)?(?P<tail>)\W*$",
    re.I,
)
# How long somebody is kept under watch once it is over: of the illness, whatever was given.
_WATCHED = re.compile(
    r"^\W*(?:(?:and|so|but|ok)\s+)*how long (?:(?:do|does|should|must|shall|would|need|needs|have|has)(?: i| we| s?he| they| the patient)? (?:(?:have |need )?to )?|to )(?:be watched|be kept|watch|observe|keep an eye on|keep in|keep|be observed|stay)"
    r"(?: (?:him|her|them|the (?:patient|child|man|woman)))?(?: (?:in|under observation|in hospital|for))?(?: (?:afterwards?|thereafter|after (?:that|it|this)|then|now))?\W*$",
    re.I,
)
_OF_ANY = _aspect(
    r"(?:2nd|second|3rd|third)[- ]line|(?:secondary |further )?(?:prevention|prophylaxis)(?: (?:afterwards?|thereafter|later(?: on)?|after(?: that| it| this)?|long[- ]term|then))?|diagnos(?:ed|is)|causes?|(?:signs and )?symptoms?"
)  # whatever is given
_HOW_LONG = _aspect(
    r"(?:for )?how long(?: for)?(?: (?:do|should|must|shall) (?:i|we) (?:treat|continue|carry on)(?: (?:him|her|it|them|for|treatment))*)?|(?:treatment )?duration|how many (?P<unit>days|weeks|months)"
)
_GIVEN = re.compile(r"\bgiven\b")
_DRINKS = re.compile(r"^(?:drink(?:ing)?|wine|beer|a .*|booze)$")
_DRINKS_IT = re.compile(r"^\W*(?:[\w']+\s+){0,5}?(?:alcohol|drink(?:ing)?|wine|beer|booze|pint|grapefruit)\b", re.I)
_LATER = re.compile(
    r"^\W*(?:(?:and|but|what about|so|ok|okay)\s+)*(?:later(?: on)?|afterwards|thereafter|long[- ]term|in the long (?:run|term)|on treatment|during (?:the )?treatment|then|after that|next)\W*$",
    re.I,
)
_AT_THE_START = re.compile(
    r"\b(?:baseline|before (?:\w+ )?start\w*|before (?:giving|treatment)|pre-?treatment|initial (?:tests|bloods))\b",
    re.I,
)
_TESTS = re.compile(r"\b(?:tests?|bloods?|monitor\w*|checks?|checked|investigations?|screen\w*)\b", re.I)
_ASKED_HOW_LONG = re.compile(r"\bhow (?:long|many (?:days|weeks|months|years))\b", re.I)
_AROUND_A_NAME = re.compile(
    r"\W*(?:(?:and|or|what about|how about|an?|the|any|some|iv|oral|then|give|add|use|help|instead|allowed|ok|okay|possible|useful|recommended)\W+)*",
    re.I,
)
_NOUN = re.compile(
    r"^\W*(?:what|which) (?!(?:is|are|was|were|do|does|did|can|could|should|would|will|may|must)\b)\w", re.I
)
_TREATS = re.compile(r"\bhow long (?:do|should|must|shall) (?:i|we) treat\b", re.I)
_GIVES = re.compile(
    r"\b(?:treat\w*|therap\w+|given?|giv(?:e|ing)|dos(?:e|es|ing)|antibiotics?|drugs?|steroids?|start\w*)\b", re.I
)


def asked_outright(rest: str, previous: Question, before: Before, glossary: Glossary) -> str | None:
    """A bare aspect ("interactions?", "how long?"), asked outright of the topic before it."""
    own = analyse(rest, glossary)
    drugs, conditions = topic_of(previous, before)
    one = own.mentions[0] if len(own.mentions) == 1 and own.mentions[0].entry.kind == "drug" else None
    if one is not None and _NOUN.match(rest):  # "what dose of alteplase?"
        pointed = f"{rest[: one.start]}it{rest[one.end :]}"
        found = outright(pointed, [rest[one.start : one.end]], conditions, previous)
        if found is not None:
            return found
    if own.interventions:
        asked = {name for entry in previous.interventions for name in entry.members}
        of_a_class = any(entry.term in asked for entry in own.interventions)
        return None if drugs and not of_a_class else should_be_used(rest, own, conditions, previous)
    if not drugs and is_of_a_drug(rest):
        drugs = [] if _DRINKS_IT.match(rest) else drug_in_hand(previous, before, glossary)
    if _HAPPENS_AGAIN.match(rest) and not conditions:
        conditions = before.heard()
    if not drugs and not previous.conditions and _TREATS.search(rest) and not own.conditions:
        conditions = before.heard() or conditions  # after an aside ("do I need blood cultures?")
        return outright(rest, drugs, conditions, previous, treated=True)
    if own.conditions:  # "dose in gout?"
        conditions = []
    elif not drugs and has_words_of_its_own(previous):
        return None
    return outright(rest, drugs, conditions, previous)


def outright(
    rest: str, drugs: Sequence[str], conditions: Sequence[str], before: Question, treated: bool = False
) -> str | None:
    """The question that ``rest`` asks in a word or two of ``drugs`` or ``conditions``; None where it asks otherwise, or
    not of one thing. ``before``: the question that these come from.
    """
    people = people_of(before)
    if _LATER.match(rest):
        return _later(drugs, conditions, before, re.search(r"\blong\b", rest, re.I) is not None)
    if drugs:
        drug = listed(list(drugs[:2]))
        conditions = [
            name for name in conditions if name.lower() not in drug.lower()
        ]  # "HIV post-exposure prophylaxis"
        where = where_of(conditions, before)
        for pattern, text in _OF_THE_DRUG:
            if found := pattern.match(rest):
                noun = (found.groupdict().get("noun") or "").lower()
                return _asked(text.format(drug=drug, noun=_DRINKS.sub("alcohol", noun)), found, people)
        done = {entry.term for entry in before.entries if entry.kind == "procedure"}
        given = not set(drugs) <= done  # a procedure is not given for so and so long
        for pattern, text in _OF_ITS_USE:
            if (given or not _GIVEN.search(text)) and (found := pattern.match(rest)):
                noun = (found.groupdict().get("noun") or "").lower()
                # what a value means ("potassium of 6") is not what a drug is given for
                use = where if before.conditions or not noun else ""
                return _asked(text.format(drug=drug, where=use, noun=noun), found, people)
        if given and (found := _HOW_LONG.match(rest)):
            return _asked(f"{_how_long(found)} is {drug} given{where}", found, people)
    if len(conditions) == 1 and _WATCHED.match(rest):
        return f"How long is a patient observed after {conditions[0]}?"
    if len(conditions) == 1 and (found := _HAPPENS_AGAIN.match(rest)):
        return _asked(f"How is recurrence of {conditions[0]} prevented", found, people)
    if len(conditions) != 1 or (drugs and not _OF_ANY.match(rest)):
        return None
    for pattern, text in _OF_THE_ILLNESS:
        if found := pattern.match(rest):
            return _asked(text.format(illness=conditions[0]), found, people)
    if (found := _HOW_LONG.match(rest)) and (
        treated or before.kind is QuestionKind.TREATMENT or _GIVES.search(before.text)
    ):
        return _asked(f"{_how_long(found)} is {conditions[0]} treated", found, people)
    return None


def _later(drugs: Sequence[str], conditions: Sequence[str], before: Question, long_term: bool) -> str | None:
    """What comes after what was asked about: after the tests at the start those during treatment, after so and so long
    the end of it.
    """
    where = where_of(conditions, before)
    if drugs and _TESTS.search(before.text) and _AT_THE_START.search(before.text):
        return f"How is treatment with {listed(list(drugs[:2]))} monitored?"
    if (drugs or conditions) and _ASKED_HOW_LONG.search(before.text):
        return f"What is done after stopping {listed(list(drugs[:2])) if drugs else 'treatment'}{where}?"
    if conditions and long_term:
        return f"How is {conditions[0]} treated in the long term?"
    return None


def is_of_a_drug(rest: str) -> bool:
    """Whether ``rest`` asks in a word or two what is asked of a drug."""
    return _LATER.match(rest) is not None or any(p.match(rest) for p, _ in (*_OF_THE_DRUG, *_OF_ITS_USE))


def should_be_used(rest: str, question: Question, conditions: Sequence[str], before: Question) -> str | None:
    """Whether the drug that ``rest`` is ("benzos?") should be used in what was asked about; None where it says more."""
    if len(question.mentions) != 1 or question.mentions[0].entry.kind != "drug" or not rest.rstrip().endswith("?"):
        return None
    mention = question.mentions[0]
    around = f"{question.text[: mention.start]} {question.text[mention.end :]}"
    if not _AROUND_A_NAME.fullmatch(around):
        return None
    people = people_of(before)
    if not conditions and not people:
        return None
    where = " ".join(part for part in (in_setting(conditions, before), people) if part)
    name = question.text[mention.start : mention.end]
    return f"Should {name} be used {where}?"


def _how_long(found: re.Match[str]) -> str:
    return f"For how many {found['unit'].lower()}" if found["unit"] else "How long"


def _asked(text: str, found: re.Match[str], people: str) -> str:
    tail = (found["tail"] or "").strip().rstrip("?.! ")
    text += f"{'' if tail.startswith(',') else ' '}{tail}" if tail else ""
    return text + (f" {people}" if people and not tail and people not in text.lower() else "") + "?"


_SUPPOSES = re.compile(r"^\W*if\b(?!.*\b(?:what|which|how|should)\b)", re.I)
_AS_ASKED = {
    QuestionKind.TREATMENT: "treatment", QuestionKind.PROCESS: "treatment", QuestionKind.DIAGNOSIS: "diagnosis",
    QuestionKind.DOSE: "dose", QuestionKind.CONTRAINDICATION: "contraindications", QuestionKind.INTERACTION: "interactions",
}  # fmt: skip


def same_in(setting: str, drugs: Sequence[str], conditions: Sequence[str], before: Question) -> str | None:
    """What ``before`` asked, asked outright in another ``setting`` ("in pregnancy?"); None where its kind is not known."""
    aspect = _AS_ASKED.get(before.kind, "")
    if not aspect:
        return None
    found = outright(f"{aspect} {setting.strip()}", drugs, conditions, before)
    if found is None and _SUPPOSES.match(setting):  # "if the clearance is 12?"
        found = outright(aspect, drugs, conditions, before)
        return with_behind(found, f" {small(setting.strip().rstrip('?.! '))}") if found else None
    return found

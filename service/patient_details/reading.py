"""What the messages of a conversation say of the patient.

In the words said: nothing is converted, computed or judged. Only what is told of a patient counts ("my patient is 74 with
eGFR 25"), not what a question supposes ("and if she were pregnant?") or asks of people in general.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.glossary import Glossary, Mention, shipped_glossary
from service.measured import WHO, Age, age_spans, ages_in, mentions_in
from service.measured import Mention as Measured
from service.patient_details.details import PatientDetails

# Weeks of pregnancy as they are written: "20 weeks pregnant", "28/40", "31+2 weeks".
_WEEKS = r"[1-4]?\d(?:\+[0-6])?"
_GRAVID = r"G\d{1,2} ?P\d{1,2}|(?:primi|multi)(?:p|gravid)\w*"
_OF_40 = rf"(?<!\bBP )(?<!\bVA )(?<!vision )(?<!acuity )(?<![\w./]){_WEEKS}/40(?! vision)(?![\w./])"
_ABOUT_SOMEBODY = re.compile(
    rf"\b(?:my|our|this|the same) (?:[\w-]+ ){{0,3}}?(?:{WHO})\b|\b(?:he|she|his|her|hers|him)\b|\byears?[- ]old\b|"
    r"\b\d+[- ](?:year|month|week|day)s?[- ]old\b|\b\d{1,3} ?(?:yo|y/o)\b|\b\d{2,3} ?-?[MF]\b|\bi(?:'m| am| have| take| weigh|'ve)\b|\bwe have an?\b|"
    rf"\bpregnant,? (?:at )?{_WEEKS}(?: ?(?:weeks?|wks?)\b|/40)|{_OF_40}|\b(?:{_GRAVID})\b|\bG\d{{1,2}},? (?:at )?{_WEEKS} ?(?:weeks?|wks?)\b",
    re.I,
)
_A_PATIENT = re.compile(
    rf"^\W*(?:[\w+/-]+ ){{0,3}}?(?:patient|recipient|man|woman|lady|gentleman|boy|girl)\b|\b(?:the|an?|another|different|next|new|second) (?:[\w-]+ ){{0,3}}?(?:{WHO})\b",
    re.I,
)
_ONE_OF_AN_AGE = re.compile(
    rf"\b(?:an?|the|my|our|this) (?:[\w-]+ ){{0,2}}?(?:{WHO}),? (?:of|aged) \d{{1,3}}\b(?!\s*(?:-|–|to|or|and)\s*(?:\d|over|older|above|more))",
    re.I,
)
_ASKS = re.compile(
    r"\?\s*$|^\W*(?:and |but |so )?(?:what|which|who|how|when|where|why|is|are|do|does|did|can|could|should|would|will|may|must)\b",
    re.I,
)
_SUPPOSES = re.compile(r"^\W*(?:and |but |or )?(?:what )?(?:if|when|unless|suppose|assuming)\b", re.I)
NEW_PATIENT = re.compile(
    rf"\b(?:another|a different|the next|next|a new|new|a second|my other|the other|a further) (?:[\w-]+ ){{0,2}}?(?:case|{WHO})\b|"
    r"\b(?:different|new|next) (?:case|patient)\b",
    re.I,
)
# "And a 30 year old?", "what about an 80yo man": somebody else, of whom the same is asked.
_ANOTHER = re.compile(
    r"^\W*(?:(?:and )?what about|how about|same (?:for|in|question for)|and|or)\W+(?:(?:in|for|with) )?an? \d{1,3}"
    r"(?:[- ]?(?:years?|yrs?|months?|weeks?|days?)[- ]?old|[- ]?y(?:/?o)?)\b",
    re.I,
)
_THEIR_OWN = re.compile(
    r"^\W*(?:and |but |what about |how about )*(?:her|his|their) (?:brother|sister|mother|father|mum|mom|dad|son|daughter|"
    r"wife|husband|partner|baby|newborn)\b(?!'|’)(?=,? (?:who|is|has|aged?|\d)|, )",
    re.I,
)
_RELATIVE = re.compile(
    r"^\W*(?:and |also |what about )?my (?P<who>(?:elder(?:ly)? |older |younger |little )?(?:brother|sister|mother|father|mum|mom|dad|son|daughter|"
    r"wife|husband|partner|cousin|aunt|uncle|nan|gran|grandma|grandad|friend|neighbour))\b",
    re.I,
)
_NO = re.compile(
    r"\b(?:not|no|no longer|never|without|denies|isn't|hasn't|doesn't|off|stopped|free of|ruled out)\b", re.I
)
_STOPPED = re.compile(r"\b(?:not|no longer|never|isn't|off|stopped|has stopped|came off|discontinued)\b", re.I)

_SEX = re.compile(
    r"\b(?:(?P<f>woman|female|lady|girl|wife|daughter|mother|mum|mom|sister)|(?P<m>man|male|gentleman|boy|husband|son|father|dad|brother))\b",
    re.I,
)
_PREGNANT = re.compile(
    rf"\b(?P<weeks>{_WEEKS}) (?:weeks?|wks?)(?:'|’)? (?:pregnant|gestation|of gestation|of pregnancy)\b|"
    rf"\bpregnant(?:,? (?:at )?(?P<at>{_WEEKS})(?: ?(?:weeks?|wks?)\b|/40))?|(?P<of40>{_OF_40})|"
    rf"\b(?:{_GRAVID})\b(?:\W{{1,2}}(?:at )?(?P<gravid>{_WEEKS})(?:/40| ?(?:weeks?|wks?)\b))?|\bG\d{{1,2}},? (?:at )?(?P<g>{_WEEKS}) ?(?:weeks?|wks?)\b|"
    rf"\bshe(?: is|'s|’s) (?:now )?(?P<she>{_WEEKS}) (?:weeks?|wks?)\b(?! (?:old|after|since|post|into|ago|of|on|from|out))|"
    r"\b(?P<feeds>breast-?feeding|lactating)\b",
    re.I,
)
_KIDNEYS = re.compile(
    r"\b(?P<dialysis>(?:on |receiving )?(?:haemo|hemo|peritoneal )?dialysis)\b|\b(?P<ckd>(?:CKD|chronic kidney disease)(?: (?:stage|G))? ?G?[1-5][ab]?)\b",
    re.I,
)
_HEPATIC = re.compile(
    r"\b(?P<child>Child[- ]?(?:Turcotte[- ]?)?Pugh)(?: (?:class|score|of|is|grade))*\s*[=:]?\s*(?P<class>[ABC](?:\d{1,2})?\b|\d{1,2}\b)|"
    r"\b(?P<meld>MELD(?:-?Na|[- ]3\.0)?)(?: (?:score|of|is))*\s*[=:]?\s*(?P<n>\d{1,2})\b",
)
_SCORE = re.compile(
    r"\b(?P<what>CHA2DS2-?VASc|CHA2DS2-?VA|HAS-BLED|CURB-?65|qSOFA)(?: (?:score|of|is|was|at))*\s*[=:]?\s*(?P<n>\d)(?![\d.,]*\d)",
    re.I,
)
# What guidance is conditioned on, by the names of service.measured.
_RENAL_MEASURES = ("gfr", "creatinine", "creatinine_clearance")
_FINDING_MEASURES = (
    "platelets", "inr", "sodium", "potassium", "haemoglobin", "bilirubin", "albumin", "ejection_fraction", "bmi", "hba1c", "ldl",
    "blood_pressure",
)  # fmt: skip
_SHARES = ("ejection_fraction", "hba1c")  # in per cent; "albumin 20%" is an infusion
_AMBIGUOUS = ("cr", "na")  # a value only with a unit: "diltiazem CR 120"
_DOSE = re.compile(r"\s?(?:mg|mcg|µg|g|ml|units?|iu)\b(?!\s?/)", re.I)  # "albumin 40 g" is given, not measured
_ALLERGY = re.compile(
    r"\ballerg(?:ic|y|ies) to (?P<to>[\w -]+?)(?=\s*(?:$|[.,;?!(]|but\b|on\b|who\b|with\b|is\b))|\b(?P<of>[\w-]+) allergy\b|\b(?P<none>(?:no|nil)(?: known)?(?: drug)? allerg(?:y|ies)|NKDA)\b",
    re.I,
)
_TAKES = re.compile(
    r"\b(?:on|takes?|taking|receiv(?:es|ing)|prescribed|uses|using|started on|treated with|anticoagulated with)\s+(?P<what>[^.;?!]+?)"
    r"(?=\s*(?:$|[.;?!]|\b(?:who|with|has|have|for|and (?:has|is|an?|eGFR)|can|but|allergic|because|since|at)\b))",
    re.I,
)
_HAS = re.compile(
    r"\b(?:with|has|have|having|known|history of|diagnosed with|suffers from)\s+(?P<what>[^.;?!]+?)(?=\s*(?:$|[.;?!]|\b(?:who|takes?|taking|on|can|but|allergic|is)\b))",
    re.I,
)
_PIECE = re.compile(r"[^,;:.?!]+")
_LONGEST_PIECE = 5  # words
_NOT_SURE = re.compile(
    r"\b(?:suspected|possible|probable|query|likely|risk|family|mother|father|rule|for|which|what|how|when|should|can|is|does|wants?|treat\w*)\b|^\s*\?",
    re.I,
)
_OLDEST = 120  # years; more is a slip or no age
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")


def details_of(texts: Sequence[str], glossary: Glossary | None = None) -> PatientDetails:
    """What ``texts`` (messages of one conversation, oldest first) say of the patient.

    A later value takes the place of an earlier one; with "another patient" or "a different case" all begins anew.
    """
    known = glossary or shipped_glossary()
    details = PatientDetails()
    for place, text in enumerate(texts):
        new = NEW_PATIENT.search(text) is not None or is_of_another(text) or is_of_a_relative(text, texts[:place])
        if new:
            details = PatientDetails()
        told = new  # a text that speaks of somebody goes on to do so
        for sentence in _SENTENCE.split(" ".join(text.split())):
            told = told or _is_told(sentence)
            if not _SUPPOSES.match(sentence):
                details = details.then(_said(sentence, known, told))
    return details


def speaks_of_the_patient(text: str) -> bool:
    """Whether a message is about the patient in hand ("he", "my patient"), not about people in general."""
    return re.search(
        rf"\b(?:he|she|his|her|him|(?:my|this|our|the) (?:{WHO}))\b", text, re.I
    ) is not None and not NEW_PATIENT.search(text)


def is_of_another(text: str) -> bool:
    """Whether a message asks the same of somebody else ("and a 30 year old?", "her mum, who is 82?")."""
    return _ANOTHER.match(text) is not None or _THEIR_OWN.match(text) is not None


def is_of_a_relative(text: str, earlier: Sequence[str]) -> bool:
    """Whether a message begins with somebody of the asker's who was not spoken of in ``earlier`` ("my dad is on …")."""
    found = _RELATIVE.match(text)
    return bool(earlier) and found is not None and not any(found["who"].lower() in other.lower() for other in earlier)


def without_supposing(text: str) -> str:
    """A message that supposes something ("and if she were 70?") as if it told it."""
    return _SUPPOSES.sub("", text)


def _is_told(sentence: str) -> bool:
    """Whether a sentence tells of somebody; a question about "a patient" asks of people in general."""
    if _ABOUT_SOMEBODY.search(sentence):
        return True
    if _ONE_OF_AN_AGE.search(sentence) or (len(ages_in(sentence)) == 1 and any(map(_is_of_one, mentions_in(sentence)))):
        return True  # "dose in a man of 83, 58 kg?" asks for one
    return _ASKS.search(sentence) is None and _A_PATIENT.search(sentence) is not None


def _is_of_one(measured: Measured) -> bool:
    """Whether a value is one of a single patient: exact, with its name or a unit that only it has ("58 kg")."""
    return measured.is_exact and bool(measured.what or measured.measure == "weight")


def _said(sentence: str, glossary: Glossary, told: bool) -> PatientDetails:
    measured = mentions_in(sentence)
    renal, hepatic, findings = _measures(sentence, measured)
    allergies, none = _allergies(sentence)
    if not told:  # exact values are a patient's; what else stands there is asked of people in general
        asks = _ASKS.search(sentence) is not None
        return PatientDetails(
            renal=renal, hepatic=hepatic, findings=findings, allergies=() if asks else allergies,
            no_allergies=none and not asks,
        )  # fmt: skip
    ages = ages_in(sentence)
    mentions = glossary.find(sentence)
    drugs, stopped_drugs = _named(sentence, _TAKES, mentions, "drug", allergies)
    conditions, absent = _named(sentence, _HAS, mentions, "condition", allergies)
    conditions = tuple(dict.fromkeys((*conditions, *_in_a_list(sentence, mentions))))
    conditions = tuple(name for name in conditions if "allergy" not in name and name != "dialysis")
    if any(re.match(r"CKD|chronic kidney", text, re.I) for text in renal):  # with its stage
        conditions = tuple(name for name in conditions if name != "chronic kidney disease")
    stopped = {*stopped_drugs, *absent}
    for found in _STOPPED.finditer(sentence):  # "she no longer takes apixaban", "apixaban was stopped"
        stopped |= {m.entry.term for m in mentions if m.entry.kind == "drug" and 0 <= m.start - found.end() <= 12}
    return PatientDetails(
        _age(ages), _sex(sentence, ages), _pregnancy(sentence), _weight(measured), renal, hepatic, findings,
        conditions, tuple(name for name in drugs if name not in stopped), allergies, frozenset(stopped), none,
    )  # fmt: skip


def _named(
    sentence: str, pattern: re.Pattern[str], mentions: Sequence[Mention], kind: str, allergies: Sequence[str]
) -> tuple[tuple[str, ...], set[str]]:
    """Terms of the concepts of a kind that stand where ``pattern`` says, and of those that are denied there."""
    there: dict[str, None] = {}
    denied: set[str] = set()
    for found in pattern.finditer(sentence):
        for mention in mentions:
            if mention.entry.kind != kind or not found.start("what") <= mention.start < found.end("what"):
                continue
            before = sentence[max(0, found.start() - 14) : mention.start]
            if _NO.search(before):
                denied.add(mention.entry.term)
            elif sentence[mention.start : mention.end].casefold() not in allergies:
                there[mention.entry.term] = None
    return tuple(there), denied


def _in_a_list(sentence: str, mentions: Sequence[Mention]) -> list[str]:
    """Terms of the conditions that stand by themselves in a list of details with an age ("71F, osteoporosis, EF 30%")."""
    pieces = [match.span() for match in _PIECE.finditer(sentence)]
    if len(pieces) < 2 or not any(ages_in(sentence[start:end]) for start, end in pieces):
        return []
    found = []
    for start, end in pieces:
        if len(sentence[start:end].split()) > _LONGEST_PIECE or _NOT_SURE.search(sentence[start:end]):
            continue
        here = [m for m in mentions if m.entry.kind == "condition" and start <= m.start and m.end <= end]
        found += [m.entry.term for m in here if _NO.search(sentence[start : m.start]) is None]
    return found


def _age(ages: Sequence[Age]) -> str:
    for age in ages:
        if age.number <= _OLDEST:
            return str(age.number) if age.unit == "year" else f"{age.number} {age.unit}{'s' if age.number != 1 else ''}"
    return ""


def _sex(sentence: str, ages: Sequence[Age]) -> str:
    written = next((age.sex for age in ages if age.sex), "")
    if written:
        return written
    found = _SEX.search(sentence)
    return "" if found is None else "female" if found["f"] else "male"


def _pregnancy(sentence: str) -> str:
    found = _PREGNANT.search(sentence)
    if found is None:
        return ""
    if re.search(r"\b(?:not|no longer|never|isn't)\b(?: \w+)? $", sentence[: found.start()], re.I):
        return "not " + ("breastfeeding" if found["feeds"] else "pregnant")
    if found["feeds"]:
        return "breastfeeding"
    weeks = next((found[name] for name in ("weeks", "at", "of40", "gravid", "g", "she") if found[name]), "")
    weeks = weeks.removesuffix("/40")
    return f"{weeks} weeks pregnant" if weeks else "pregnant"


def _weight(mentions: Sequence[Measured]) -> str:
    return next((f"{m.number} {m.unit}" for m in mentions if m.measure == "weight" and m.unit and m.is_exact), "")


def _measures(sentence: str, measured: Sequence[Measured]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Values of kidneys, of the liver, and others, as said."""
    told = [m for m in measured if _is_told_value(m, sentence)]
    ages = {start for start, _ in age_spans(sentence)}
    renal = [_as_said(m) for m in told if m.measure in _RENAL_MEASURES]
    for found in _KIDNEYS.finditer(sentence):
        if _ASKS.search(sentence) is None or _ABOUT_SOMEBODY.search(sentence):
            denied = _NO.search(sentence[max(0, found.start() - 14) : found.start()])
            if denied is None:
                renal.append("dialysis" if found["dialysis"] else found["ckd"])
    hepatic = [
        f"Child-Pugh {found['class']}" if found["child"] else f"{found['meld']} {found['n']}"
        for found in _HEPATIC.finditer(sentence)
        if found.start("n") not in ages and found.start("class") not in ages
    ]
    findings = [_as_said(m) for m in told if m.measure in _FINDING_MEASURES and not m.comparator]
    findings += [f"{found['what']} {found['n']}" for found in _SCORE.finditer(sentence) if found.start("n") not in ages]
    return tuple(renal), tuple(hepatic), tuple(findings)


def _is_told_value(measured: Measured, sentence: str) -> bool:
    """Whether a measured value is one of a patient: no range, no bound in words ("below 30"), no dose."""
    if not measured.what or measured.range or measured.comparator.isalpha() or " " in measured.comparator:
        return False
    if measured.what.casefold() in _AMBIGUOUS and not measured.unit and not _is_sodium(measured):
        return False
    if measured.unit == "%" and measured.measure not in _SHARES:
        return False
    return bool(measured.unit) or _DOSE.match(sentence, measured.end) is None


def _is_sodium(measured: Measured) -> bool:
    """Whether "Na 112" can be nothing but a sodium: what people live with, in mmol/L."""
    return measured.what.casefold().startswith("na") and measured.number.isdigit() and 95 <= int(measured.number) <= 180


def _as_said(measured: Measured) -> str:
    unit = measured.unit if measured.unit in ("", "%") else f" {measured.unit}"
    comparator = measured.comparator.replace("~", "")
    return f"{measured.what} {comparator}{measured.number}{unit}"


def _allergies(sentence: str) -> tuple[tuple[str, ...], bool]:
    """What the patient is allergic to, and whether there is said to be nothing."""
    names: list[str] = []
    none = False
    for found in _ALLERGY.finditer(sentence):
        if found["none"]:
            none = True
        elif _NO.search(sentence[max(0, found.start() - 8) : found.start()]):
            continue
        elif found["to"]:
            names += [name.strip() for name in re.split(r"\band\b|\bor\b", found["to"]) if name.strip()]
        elif found["of"].lower() not in ("no", "an", "drug", "known", "any", "the", "food", "severe"):
            names.append(found["of"])
    return tuple(dict.fromkeys(name.casefold() for name in names)), none

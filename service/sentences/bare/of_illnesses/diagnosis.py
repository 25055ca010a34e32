"""How an illness is diagnosed: by what test, criterion or course; not what is done once it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from service.sentences.bare.ask import ILLNESSES, Ask
from service.sentences.bare.reading.marks import THE, TOPIC, is_headed, marked, on_the_whole, pattern, spoken_of
from service.sentences.bare.reading.said import Said
from service.sentences.bare.reading.signs import SUBJECT

_ASKED = re.compile(
    r"\bdiagnos(?:is|e|es|ed|ing|tics?)\b(?: (?:criteria|tests?|work-?up|approach|investigations?|thresholds?|cut-?offs?))?|\bdx\b|\bwork(?:ed|ing)?[- ]?(?:it )?up\b|"
    r"\b(?:lab(?:oratory)?|blood|first|initial|confirmatory|imaging)? ?(?:tests?|investigations?|imaging|exams?|scans?|bloods|labs)\b|\binvestigat(?:e|ed|ing)\b|"
    r"\b(?:confirm|confirmed|detect|detected|identify|identified|rule(?:d)? (?:out|in)|exclude|excluded|prove|proven)\b|\b(?:criteria|criterion|cut-?offs?|thresholds?)\b|"
    r"\bfind out\b|\bhow (?:is|are|was)\b(?=[^?]*\bfound\W*$)|\btest(?:ed)? for\b|\bcheck(?:ed)? for\b",
    re.I,
)
_TEST = (
    r"(?:tests?|testing|tested|measur\w+|electrocardiogra\w+|ECG|EEG|imaging|scans?|cultures?|smears?|microscopy|troponin|CT|MRI|MRCP|ultrasound|ultrasonography|Doppler|X-?rays?|"
    r"radiograph\w*|biops\w+|puncture|echocardiograph\w*|samples?|swabs?|serolog\w+|antibod\w+|antigen|PCR|endoscop\w+|colonoscop\w+|spirometry|FeNO|peak flow|angiograph\w+|"
    r"paracentesis|criteri\w+|scores?|counts?|levels?|glucose|HbA1c|sodium|osmolality|creatinine|ferritin|peptide|biomarkers?|histolog\w+|stain|examination|history|questionnaires?|readings?|urinalysis|assay|lactate|D-dimer|urate|eosinophil\w*)"
)
_OPEN = r"(?:by|with|on|from|when|if|after|as|using|through|without|at|in|clinically)"
# By what the illness that a sentence speaks of is diagnosed.
_OF_TOPIC = pattern(
    rf"{TOPIC}[^.;]{{0,60}}?\b(?:is|are|be|was) (?:(?:\w+ly|best|often|first|then|also) )*(?:diagnosed|confirmed|detected|identified|established|proven|ruled out|excluded)(?: \w+){{0,3}}? {_OPEN}\b",
    rf"{TOPIC}[^.;]{{0,30}}?\b(?:is|are|be) (?:(?:\w+ly|best|often|first|then) )*(?:found|shown|seen|looked for) (?:\w+ )?(?:by|with|on|using|through|from)\b",
    rf"{TOPIC}[^.;]{{0,30}}?\b(?:is|are) (?:usually |often )?(?:defined|diagnosed)\b(?=[^.]*\d)",
    rf"{TOPIC} (?:is|are) (?:\w+ )?highly likely (?:when|with)\b",
    rf"{TOPIC}[^.;]{{0,40}}\b(?:is (?:\w+ ){{0,2}}?(?:tested|investigated|assessed|evaluated)|goes for)\b(?=[^.]*\b{_TEST}\b)",
)
_BY_VALUES = pattern(
    rf"^(?:an? |the )?{TOPIC}(?! in (?-i:[A-Z]))[^.;,]{{0,20}} (?:is|means?) (?!(?:\w+ly |first |best |also |not )*(?:\w+ed|given|severe|life-threatening|mild|moderate)\b)"
    r"(?=[^.]*(?:[≥≤<>] ?\d|\d+(?:\.\d+)? ?(?:mmol|mg|points|or (?:more|less|above|below))))",
)
_CRITERIA = r"(?:(?:diagnostic|laboratory|clinical|reference) )?criteri(?:a|on)"
_ACT = r"(?:includes?|covers?|is|are|starts?|separates?|consists?|looks?|begins?|comprises?|rests?|uses?|first|should|involves?)"
# The same by the word "diagnosis" or "criteria".
_PLAINLY = pattern(
    rf"{SUBJECT}[^.;]*\bthe diagnosis is (?:\w+ )?(?:confirmed|made|based|established)\b",
    rf"\b(?:diagnosis|diagnosing) (?:of )?{THE}[^.;]{{0,30}}\b(?:rests?|is (?:\w+ )?(?:made|based|confirmed|established|clinical|suspected)|requires?|needs?|depends?|relies|can be (?:made|confirmed)|on|by|with)\b",
    rf"\bdiagnostic (?:criteria|limits?|cut-?offs?|tests?|thresholds?|of|features?) (?:for |of |in )?{THE}",
    rf"\b{_CRITERIA} (?:for|of) {THE}(?! (?:treatment|therapy|surgery))|\bcriteria diagnose {THE}",
    rf"\bdiagnoses {THE}|\bdiagnose {THE} (?:by|with|based|using|through|on)\b",
    rf"\bbases? the diagnosis of {THE}|\b(?:accepts?|makes?) a diagnosis of {THE}",
    rf"\b(?:for|makes?|supports?|confirms?|establish\w*) (?:an? |the )?(?:\w+ )?diagnosis of {THE}",
)
# A test and what it shows, confirms or rules out.
_NAMED = pattern(
    rf"\b{_TEST}\b[^.;]{{0,120}}\b(?:confirms?|establish(?:es)?|proves?|detects?|identif(?:y|ies)|rules? (?:out|in)|excludes?|shows?) (?:an? (?:\w+ )?diagnosis of )?{THE}",
    rf"\b(?:used|helps?|help|accepted|recommended|needed|is|are) to (?:help )?(?:diagnose|confirm|exclude|detect|identify|rule out) (?:suspected )?{THE}",
    rf"\b(?:work-?up|investigations?|testing|evaluation|assessment|examination|imaging|tests?) (?:of|for|in) (?:an? |the |all )?(?:patients? with )?(?:first |new |suspected |unexplained |possible )?{THE}[^.;]{{0,40}}\b{_ACT}\b",
    rf"\b{_TEST}\b[^.;,]{{0,40}}\b(?:shows?|tells? you|sees?|finds? out) (?:if|whether) you have {THE}",
    rf"\bfind out (?:that|if|whether) (?:they|you) have {THE} (?:by|with|from|through|after)\b(?=[^.]*\b{_TEST}\b)",
    rf"\b(?:markers?|tests?|tools?) (?:of|for) (?:the risk of )?{THE}",
    rf"\b{_TEST}\b[^.;]{{0,40}}\b(?:first )?for suspected {THE}",
    rf"\b{_TEST}\b[^.;]{{0,80}}\b(?:is|are) (?:consistent with|diagnostic of|typical of) {THE}",
    rf"\b{_TEST}\b[^.;]{{0,80}}\b(?:points? to|indicates?|suggests?|supports?|diagnoses) {THE}",
    rf"\b{_TEST}\b[^.;]{{0,80}}\b(?:measured|taken|recorded|done|recommended|sent|used|read|suggested)\b[^.;]{{0,40}}\b(?:in|for|of|with) suspected {SUBJECT}",
)
# What is tested where it is suspected.
_IN_SUSPECTED = pattern(
    rf"\bsuspected {SUBJECT}[^.;]*\b(?:is|are|should be) (?:\w+ ){{0,2}}(?:measured|taken|recorded|done|recommended|tested|read|sent|used)\b",
    rf"\b(?:tests?|bloods) in suspected {SUBJECT}|\b(?:in|with) suspected {SUBJECT} (?:goes|go|is sent|are sent)\b",
    rf"\b(?:is|are) (?:done|measured|tested|taken) in (?:all |every |any )?(?:new(?:-onset)? |suspected |unexplained ){SUBJECT}",
)
_IS_TEST = re.compile(rf"\b{_TEST}\b", re.I)
_LATER = re.compile(
    r"\b(?:when|once|as soon as|after|if|until|unless|where|whom|before|at|newly|of|from)\s+(?:[\w-]+ ){0,3}$", re.I
)
_DENIED = re.compile(r"\b(?:not|neither|nor|cannot|no|alone)\b[^.;,]{0,40}$", re.I)
_AFTERWARDS = re.compile(
    r"\b(?:pre-treatment|follow-?up|monitor\w*|during treatment|before treatment|is cured|cured|end of (?:the )?(?:treatment|pills|course))\b[^.;,]*$",
    re.I,
)
_NOT_DONE = re.compile(r"\b(?:is|are) not (?:done|needed|recommended|measured|used|given)\b", re.I)
_SEVERE = re.compile(rf"\b(?:severe|life-threatening|refractory|resistant|advanced) {SUBJECT}", re.I)
_TREATED = re.compile(
    r"^[^.;,]{0,40}\b(?:antibiotics?|antimicrobials?|treatment|therapy|dexamethasone|adrenaline)\b[^.;]{0,60}\b(?:start\w*|given|begins?|should|is|are)\b|"
    r"\bis (?:\w+ )?treated\b|\d ?mg\b(?!/)",
    re.I,
)
_MIXED = re.compile(r"\band (?!tests?\b)", re.I)  # "Diagnosis and assessment" holds more than that
_BY_SIGNS = pattern(  # in a section on diagnosis
    rf"^(?:an? |the )?{SUBJECT}(?: \([^)]*\))? means [^.;]*\bat least (?:\d|one|two|three|four|five|six)(?: \w+)? (?:symptoms|signs|features|criteria)\b"
)
_ON_DIAGNOSIS = re.compile(r"diagnos", re.I)
_HEADS = re.compile(r"(?:how (?:is|do doctors) .*)?diagnos(?:is|ed|e)\b.*|(?:exams and )?tests\b.*", re.I)


def _told(said: Said) -> bool:
    return _how_well(said) > 0


def _before(said: Said) -> int:
    return 2 * _how_well(said) + on_the_whole(said)


def _how_well(said: Said) -> int:
    """Whether it says how the illness is diagnosed: 2, by what it speaks of it; 1, by the test that it names; or 0."""
    if is_headed(said, _HEADS) and not _MIXED.search(said.heading):
        return 1
    text = _as_its_class(said) or marked(said)
    if _TREATED.search(text):
        return 0
    of_topic = list(spoken_of(text, _OF_TOPIC))
    if any(not _LATER.search(text[: found.start()]) for found in of_topic):
        return 2
    if not said.fewer and said.names[:1] == said.itself[:1] and _BY_VALUES.search(text):
        return 1
    if not said.by_kind and _ON_DIAGNOSIS.match(said.heading) and _BY_SIGNS.search(text):
        return 1
    if _NOT_DONE.search(text):
        return 0
    if _holds(_PLAINLY.finditer(text), text):
        return 2
    on_suspicion = _IN_SUSPECTED.finditer(text) if _IS_TEST.search(text) else ()
    return int(_holds((*_NAMED.finditer(text), *on_suspicion), text))


def _as_its_class(said: Said) -> str | None:
    """The text of a sentence that begins with the wider name ("diabetes is diagnosed …") and names no kind of it, marked
    as of the illness where it stands in a section on diagnosis of a text on that.
    """
    first = said.classes[:1]
    if said.names or not (said.on_it and first and first[0][0] == 0 and _ON_DIAGNOSIS.match(said.heading)):
        return None
    return marked(replace(said, names=first, classes=(), others=tuple(p for p in said.others if p not in first)))


def _holds(found: Iterable[re.Match[str]], text: str) -> bool:
    """Whether one of them is said of the illness as such, before its treatment, and not denied."""
    return any(
        not (_SEVERE.search(m[0]) or _DENIED.search(text[: m.end()]) or _AFTERWARDS.search(text[: m.end()]))
        for m in found
    )


DIAGNOSIS = Ask("diagnosis", ILLNESSES, _ASKED, _told, "how {} is diagnosed", _before, frozenset({"found"}))

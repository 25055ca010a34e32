"""The omission check: for each kind of question, what an answer must not leave out.

Most severe errors of systems like this are omissions (NOHARM, doi:10.48550/arXiv.2512.01241). The aspects below are
looked for among the chosen sentences by heading and words. A missing one is filled by the best sentence on it in the
documents that the answer rests on, at most two in all. One that is asked for and that nothing fills is named as not
found; one that nobody asked for and the library has nowhere on the drug is told beside. Nothing is embedded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from corpus.document import Document
from corpus.glossary import Entry
from corpus.text import term_set, terms
from service.analysis.question import Question, QuestionKind
from service.answer import Audience
from service.retrieval import Hit
from service.sentences.asked_of_drugs import MATTERS
from service.sentences.candidates import Candidate, names
from service.sentences.dosed import asks_dose_in_kidney_disease
from service.sentences.material import Material
from service.sentences.readers import is_for
from service.sentences.selection import repeats, same

_MOST = 2  # sentences added because of the kind of question
_DOCUMENTS = 3  # in which they are looked for
_PASSAGES = 8  # of those, in which they are looked for
_FLOOR = 0.3  # relevance of a sentence that is added, at least
_HEADED = 0.08  # that one gains by standing under a heading on the aspect
_NARROW = 10  # drugs of a class, at most, that is spoken of as one
_EVERYWHERE = 25  # passages that are looked through before the library is said to have nothing


@dataclass(frozen=True, slots=True)
class Aspect:
    """Something that an answer may have to say. A sentence says it by its ``words``, or by its ``heading`` alone where
    ``headed``; a question asks for it by ``asked``. ``missing``: how a clinician names it, with {} for the concept.
    """

    missing: str
    heading: re.Pattern[str]
    words: re.Pattern[str]
    asked: re.Pattern[str]
    headed: bool = False
    safety: bool = True  # whether its absence from the library is told unasked

    def said_in(self, heading: str, text: str) -> bool:
        """Whether a sentence ``text`` under ``heading`` says it."""
        return self.words.search(text) is not None or (self.headed and self.heading.search(heading) is not None)


def _aspect(missing: str, heading: str, words: str, asked: str, headed: bool = False, safety: bool = True) -> Aspect:
    compiled = [re.compile(pattern, re.I) for pattern in (heading, words, asked)]
    return Aspect(missing, compiled[0], compiled[1], compiled[2], headed, safety)


CONTRAINDICATIONS = _aspect(
    "contraindications of {}",
    r"contra-?indicat",
    r"contra-?indicat|\b(?:must|should) not be (?:used|given|taken|started)|\bdo not (?:use|give|start)\b|"
    r"\bavoid(?:ed)?\b",
    r"contra-?indicat|\bshould not (?:get|take|be given|receive)|\bin whom .*avoid",
    headed=True,
)
RENAL = _aspect(
    "dose of {} in kidney disease",
    r"renal|kidney|special (?:situation|population)|dos",
    r"\b(?:renal|kidneys?|egfr|crcl|creatinine|dialysis|nephro\w+)\b",
    r"\b(?:renal|kidneys?|egfr|crcl|creatinine clearance|dialysis)\b",
)
MONITORING = _aspect(
    "monitoring on {}",
    r"monitor|follow-?up",
    r"\bmonitor\w*|\b(?:check|checked|measured?|repeated?|recheck\w*|watch\w*)\b|\btrough",
    r"\bmonitor\w*|\bwhat (?:is|should be) (?:checked|measured)|\bfollow-?up\b",
)
CAUTIONS = _aspect(
    "contraindications and cautions of {}",
    r"contra-?indicat|harms|caution|adverse|monitor|watch for",
    r"contra-?indicat|\bavoid\w*|\bcaution|\bmust not\b|\bshould not\b|\bdo not\b|\badverse\b|\brisk of\b|"
    r"\bharms?\b|\bbleed",
    r"contra-?indicat|\bcautions?\b|\bharms?\b|\bwatch(?:ed)? for\b",
    headed=True,
)
ALTERNATIVES = _aspect(
    "alternatives to {}",
    r"alternative|other options",
    r"\balternativ\w*|\bsecond[- ]line|\binstead\b|\brather than\b|\bnot tolerated|"
    r"\bintoleran\w+|\bif .{3,60} (?:fails?|is not enough|is ineffective)",
    r"\balternativ\w*|\binstead of\b|\bother options\b",
    headed=True,
    safety=False,
)
ACTION = _aspect(
    "what to do about the harms or interactions of {}",
    r"interaction|harms|monitor|management",
    r"\b(?:avoid\w*|stop(?:ped|ping)?|withh[eo]ld|reduc\w+|lower(?:ed)?|monitor\w*|check\w*|switch\w*|adjust\w*|separat\w+|"
    r"should|must|do not|discontinu\w+|replace\w*|measured?|contra-?indicat\w+)\b",
    r"\bwhat (?:should|is to) be done\b|\bhow (?:is|are|should) .{3,60} (?:managed|handled)\b",
)
RED_FLAGS = _aspect(
    "warning signs in {}",
    r"seek help|presentation|refer|red flag|emergenc",
    r"\b(?:urgent\w*|immediate\w*|emergenc\w+|red flags?|life-threatening|same day|at once|"
    r"without delay|severe|warning signs?|refer\w*)\b",
    r"\bred flags?\b|\bwarning signs?\b|\bwhen .*\brefer\w*",
    safety=False,
)
COMPLICATIONS = _aspect(
    "complications of {}",
    r"complication|harms|monitoring",
    r"\bcomplication\w*|\bperforat\w+|\bbleed\w*|\binfection\b|\bmortality\b|\brisks? of\b|\badverse\b|"
    r"\bencephalopathy\b",
    r"\bcomplications?\b|\brisks of\b",
    headed=True,
)
DEFINITION = _aspect(
    "what {} is",
    r"definition|what it is|background|overview",
    r"\b(?:is|are) (?:an?|the|any)\b|\b(?:is|are) (?:defined|characterised)\b|\bmeans\b",
    r"^\W*(?:what (?:is|are)\b|define\b)",
    safety=False,
)
MECHANISM = _aspect(
    "mechanism of {}",
    r"mechanism|pathophysiolog|causes",
    r"\bbecause\b|\bby (?:inhibit|block|activat|stimulat|lower|reduc|rais|increas|bind)\w+|"
    r"\bmechanism\b|\binhibits?\b|\bblocks?\b|\bcaused by\b|"
    r"\bleads? to\b|\bbinds?\b|\bactivates?\b|\bresults? from\b",
    r"\bmechanism\b|\bhow does .* work\b|\bwhy (?:does|do|is|are)\b",
    safety=False,
)  # fmt: skip

EVIDENCE = _aspect(
    "studies of {}",
    r"evidence|trials?|results",
    r"\b(?:trials?|cohort|meta-analys[ie]s|randomi[sz]ed|studies|study|systematic review|"
    r"hazard ratio|odds ratio|relative risk|certainty)\b|95% CI",
    r"\bevidence\b|\btrials?\b|\bstudies\b",
    headed=True,
    safety=False,
)

# For a kind of question: what is looked for, the more important first.
BY_KIND: dict[QuestionKind, tuple[Aspect, ...]] = {
    QuestionKind.DOSE: (CONTRAINDICATIONS, RENAL, MONITORING),
    QuestionKind.TREATMENT: (CAUTIONS, ALTERNATIVES),
    QuestionKind.PROCESS: (CAUTIONS, ALTERNATIVES),
    QuestionKind.HARMS: (ACTION,),
    QuestionKind.INTERACTION: (ACTION,),
    QuestionKind.CONTRAINDICATION: (ALTERNATIVES,),
    QuestionKind.DIAGNOSIS: (RED_FLAGS,),
}
BY_READER: dict[Audience, tuple[Aspect, ...]] = {
    Audience.STUDENT: (DEFINITION, MECHANISM),
    Audience.RESEARCHER: (EVIDENCE,),
}
ASKED = (CONTRAINDICATIONS, MONITORING, ALTERNATIVES, RED_FLAGS, COMPLICATIONS)
_OF_ONE_DRUG = [matter for matter in MATTERS if not matter.of_others]
OF_DRUGS = tuple(_aspect(m.missing, r"(?!)", m.said.pattern, m.asked.pattern, safety=False) for m in _OF_ONE_DRUG)

OF_PEOPLE = tuple(aspect for aspect, m in zip(OF_DRUGS, _OF_ONE_DRUG, strict=True) if m.of_people)


@dataclass(slots=True)
class Completed:
    """Sentences to add; aspects that are nowhere, asked for and not asked for."""

    added: list[Candidate] = field(default_factory=list)
    not_found: list[str] = field(default_factory=list)
    not_covered: list[str] = field(default_factory=list)
    silent: bool = False  # what was asked of a drug is nowhere


def required(question: Question) -> tuple[Aspect, ...]:
    """What an answer to a question of this kind must not leave out."""
    aspects = BY_KIND.get(question.kind, ())
    of_procedure = any(entry.kind == "procedure" for entry in question.focus)
    if of_procedure and question.kind in (QuestionKind.TREATMENT, QuestionKind.PROCESS, QuestionKind.GENERAL):
        aspects = (COMPLICATIONS, *(aspect for aspect in aspects if aspect is not CAUTIONS))
    if question.kind is QuestionKind.YES_NO and any(entry.kind == "drug" for entry in question.focus):
        aspects = (CAUTIONS,)
    return aspects


def complete(material: Material, ranked: Sequence[Candidate], chosen: Sequence[Candidate]) -> Completed:
    """What the answer of ``chosen`` leaves out. ``ranked``: all that was found for the question."""
    found = Completed()
    question = material.question
    concepts = [entry for entry in question.focus if entry.kind in ("drug", "procedure")]
    concepts = concepts or [entry for entry in question.focus if entry.kind == "condition"]
    if not concepts or not chosen or material.audience is Audience.PATIENT:
        return found
    reader = BY_READER.get(material.audience, ())
    of_drugs = OF_DRUGS if any(entry.kind == "drug" for entry in concepts) else ()
    asked = [aspect for aspect in (*ASKED, *of_drugs) if aspect.asked.search(question.text)]
    asked += [RENAL] * asks_dose_in_kidney_disease(question)
    looked_for = list(dict.fromkeys((*reader, *asked, *required(question))))
    missing = [aspect for aspect in looked_for if not any(_says(aspect, c, concepts) for c in chosen)]
    pool = _pool(material, ranked, chosen, missing, concepts) if missing else []
    most = _MOST + len(reader)
    for aspect in missing:
        if any(_says(aspect, candidate, concepts) for candidate in found.added):
            continue
        best = _best(aspect, pool, [*chosen, *found.added], concepts)
        if best is not None and len(found.added) < most:
            found.added.append(best)
        elif best is None:
            _tell(found, aspect, aspect in asked, concepts, material)
    return found


def _says(aspect: Aspect, candidate: Candidate, concepts: Iterable[Entry]) -> bool:
    return aspect.said_in(candidate.heading, candidate.text) and _about(candidate, concepts)


def _about(candidate: Candidate, concepts: Iterable[Entry]) -> bool:
    return any(names(entry, candidate, context=True) for entry in concepts)


def _pool(
    material: Material, ranked: Sequence[Candidate], chosen: Sequence[Candidate], missing: Sequence[Aspect],
    concepts: Sequence[Entry],
) -> list[Candidate]:  # fmt: skip
    """The sentences found, and those under the fitting headings of the documents that the answer rests on."""
    counts: dict[str, int] = {}
    for candidate in chosen:
        counts[candidate.document.id] = counts.get(candidate.document.id, 0) + 1
    texts = {c.document.id: c.document for c in (*chosen, *ranked)}
    of_concept = {key for key, document in texts.items() if _names_in_title(document, concepts)}
    main = sorted(of_concept | set(counts), key=lambda key: (key not in of_concept, -counts.get(key, 0), key))
    catalogue = material.opened.edition.catalogue
    hits = []
    for document_id in main[:_DOCUMENTS]:
        document = texts[document_id]
        if is_for(document, material.audience):
            for passage in catalogue.passages_of(document_id):
                heading = document.sections[passage.section].heading
                if any(aspect.heading.search(heading) for aspect in missing):
                    hits.append(Hit(passage, 0.0, 0.0, 0.0, "", "", document.title))
    pool = {candidate.position: candidate for candidate in ranked}
    for candidate in material.ranked(material.question, hits[:_PASSAGES]) if hits else ():
        pool.setdefault(candidate.position, candidate)
    return [c for c in pool.values() if is_for(c.document, material.audience)]


def _names_in_title(document: Document, concepts: Iterable[Entry]) -> bool:
    title = term_set(document.title)
    return any(entry.named_in(title) for entry in concepts)


def _best(
    aspect: Aspect, pool: Iterable[Candidate], taken: Sequence[Candidate], concepts: Sequence[Entry]
) -> Candidate | None:
    """The best sentence that says it in so many words about one of the concepts, and repeats nothing."""

    def worth(candidate: Candidate) -> float:
        return candidate.relevance + (_HEADED if aspect.heading.search(candidate.heading) else 0.0)

    fitting = [
        candidate
        for candidate in pool
        if candidate.relevance >= _FLOOR
        and not candidate.spans[0].source.kind.preclinical
        and _about(candidate, concepts)
        and aspect.words.search(candidate.text)
    ]
    for candidate in sorted(fitting, key=lambda c: (-worth(c), c.position)):
        if repeats(candidate, taken) or any(same(candidate, other) or candidate.text == other.text for other in taken):
            continue
        return candidate
    return None


def _tell(found: Completed, aspect: Aspect, asked: bool, concepts: Sequence[Entry], material: Material) -> None:
    """Name an aspect that no sentence fills: as not found where it was asked for and nothing in the library has it."""
    of_use = [entry for entry in concepts if entry.kind in ("drug", "procedure")] or (list(concepts) if asked else [])
    of_use = [
        entry
        for entry in of_use
        if not any(_anywhere(aspect, one, material) for one in _with_its_class(aspect, entry, material))
    ]
    told = [aspect.missing.format(entry.term) for entry in of_use]
    if asked:
        found.not_found += told
        found.silent = found.silent or (bool(told) and aspect in (*OF_DRUGS, RENAL))
    elif aspect.safety:
        found.not_covered += told


def _with_its_class(aspect: Aspect, entry: Entry, material: Material) -> list[Entry]:
    """A concept, and of whom it is for its narrow classes: what is said of ACE inhibitors is said of ramipril."""
    if aspect not in OF_PEOPLE:
        return [entry]
    return [entry, *(one for one in material.glossary.classes_of(entry) if len(one.members) <= _NARROW)]


def _anywhere(aspect: Aspect, entry: Entry, material: Material) -> bool:
    """Whether any text that names the concept says it (a look at the first passages that the full text has on it)."""
    edition = material.opened.edition
    weights = dict.fromkeys(terms(entry.term), 1.0)
    if not weights:
        return True
    found = edition.fulltext.search(weights, _EVERYWHERE, {"title": 1.0, "heading": 0.2, "body": 0.5})
    for passage in edition.catalogue.passages([row for row, _ in found]).values():
        document = material.opened.document(passage.document_id)
        heading = document.sections[passage.section].heading
        text = document.text[passage.start : passage.end]
        there = set(terms(f"{document.title} {text}"))
        if set(weights) <= there and aspect.said_in(heading, text):
            return True
    return False

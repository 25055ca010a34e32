"""What an answer is composed from: the question, and the sentences found for it, scored and best first."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

import numpy as np

from corpus.document import Document
from corpus.embedding import Vectors
from corpus.glossary import Glossary
from service.analysis.facets import parts_of
from service.analysis.long_case import in_short
from service.analysis.question import Question, QuestionKind
from service.answer import Audience
from service.evidence import rank
from service.retrieval import Hit, OpenedEdition, Retriever, make_query
from service.sentences.applicable import fits
from service.sentences.aptness import aptness, is_on_another
from service.sentences.bare import BareOfOwnName, bare_asked, pair_alone, topic_alone
from service.sentences.candidates import Candidate, SentenceVectors, candidates_from, names, near_lines, score
from service.sentences.coverage import FEATURES as COVERAGE
from service.sentences.coverage import asked_words
from service.sentences.exclusions import exclusion
from service.sentences.headed import in_their_order
from service.sentences.neighbours import Neighbours
from service.sentences.parts import in_another, named_parts, within
from service.sentences.populations import for_them
from service.sentences.readers import depth_for, gain, hits_for, is_for, over_grade, shown_to
from service.sentences.roles import Role
from service.sentences.rows import next_to_numbers
from service.sentences.sought import sought
from service.sentences.usefulness import features, usefulness

FLOOR = 0.36  # relevance below which a sentence is not shown
PASSAGES = 24  # from how many passages sentences are taken,
_DOCUMENTS = 4  # on a name, all of whose passages are looked through
_NAMING = 24  # and from how many at most that name the subject of a bare question
_ON_ALL = 0.15  # relevance that a sentence on all that a patient names gains
_HARD = 0.02  # relevance that a sentence loses with a patient for each school year too hard
_HOLDS = 2.0  # log-odds that a sentence gains by holding for the patient's values
_TOLD = 0.3  # share of it that a sentence gains which tells what is, not what is done
_OWN = 1.5  # log-odds that a sentence of a hospital's own text gains beside texts that ship
_EXCLUDED = 3.0  # log-odds that a sentence loses on others than those asked about
_LIMIT = 0.2  # share of it that a limit of the drug asked about gains where it does not hold
_IN_REASON = 0.5  # what suits only the reason that a question gives counts so much,
_IN_CASE = 0.9  # and what suits the whole of a long case, not the case in short
_PART_PASSAGES = 16  # and for each part of a question that asks for several things

_TELLS = re.compile(r"\brisk factors?\b|\b(?:occurs?|found|seen) in \d|\bpredict\w*\b", re.I)

# For a kind of question: the roles that answer it, in order; what is not named keeps its usual place after them.
WANTED: dict[QuestionKind, tuple[Role, ...]] = {
    QuestionKind.DOSE: (Role.DOSING, Role.RECOMMENDATION),
    QuestionKind.HARMS: (Role.HARMS,),
    QuestionKind.CONTRAINDICATION: (Role.HARMS, Role.APPLIES),
    QuestionKind.INTERACTION: (Role.HARMS,),
    QuestionKind.DIAGNOSIS: (Role.DIAGNOSIS,),
    QuestionKind.MECHANISM: (Role.EVIDENCE, Role.BACKGROUND),
    QuestionKind.PROGNOSIS: (Role.BACKGROUND, Role.EVIDENCE),
    QuestionKind.DEFINITION: (Role.BACKGROUND, Role.DIAGNOSIS),
    QuestionKind.PROCESS: (Role.STEPS, Role.RECOMMENDATION),
    QuestionKind.TREATMENT: (Role.RECOMMENDATION, Role.STEPS, Role.DOSING),
    QuestionKind.YES_NO: (Role.RECOMMENDATION, Role.EVIDENCE),
}


@dataclass(slots=True)
class Material:
    """What an answer is composed from."""

    question: Question
    opened: OpenedEdition
    retriever: Retriever
    vectors: SentenceVectors
    glossary: Glossary
    hits: list[Hit]
    audience: Audience = Audience.CLINICIAN
    beside: Sequence[Candidate] = ()  # what the text that a conversation has in hand says to the message, best first
    _found: list[Candidate] | None = None
    _neighbours: Neighbours | None = None
    _asked: dict[str, Vectors] = field(default_factory=dict, repr=False)  # vectors of questions, each made once
    _parts: dict[str, set[tuple[str, ...]]] = field(default_factory=dict, repr=False)  # of texts, those named

    @property
    def with_questions(self) -> bool:
        """Whether the edition has questions that its sentences answer."""
        return len(self.opened.asked) > 0

    @property
    def found(self) -> list[Candidate]:
        """The candidates of the hits for the question itself, best first."""
        if self._found is None:
            hits = [*self.hits[:PASSAGES], *self._naming_the_subject()]
            hits += self._of_parts_named(hits)
            self._found = self.ranked(self.question, hits, self._sections_asked(hits))
        return self._found

    def _naming_the_subject(self) -> list[Hit]:
        """For a bare question, further passages that name its subject: what it asks may be said in any of them."""
        question, glossary = self.question, self.glossary
        bare = bare_asked(question, glossary) or pair_alone(question, glossary) or topic_alone(question, glossary)
        if bare is None:
            return []
        naming = self.retriever.rows_with(dict.fromkeys(bare.terms, 1.0), _NAMING)
        naming += self._on_own_name()
        rows = sorted({*naming} - {hit.passage.row for hit in self.hits[:PASSAGES]})
        most = len(rows) if question.own is not None else _NAMING
        found = self.retriever.search(question.text, most, only=np.array(rows)) if rows else []
        return hits_for(self.audience, found, self.opened, most)

    def _named_in(self, document: Document) -> set[tuple[str, ...]]:
        """The parts of a text that the question names, of those that are built alike."""
        if document.id not in self._parts:
            self._parts[document.id] = named_parts(document, self.question, self.glossary, self.retriever.rarity)
        return self._parts[document.id]

    def _of_parts_named(self, hits: Sequence[Hit]) -> list[Hit]:
        """Further passages of the parts that the question names, of texts that were found: those of other parts are as
        near to it.
        """
        rows: list[int] = []
        for document in (self.opened.document(name) for name in dict.fromkeys(hit.document_id for hit in hits)):
            if not (named := self._named_in(document)):
                continue
            rows += [
                passage.row
                for passage in self.opened.edition.catalogue.passages_of(document.id)
                if within(document.sections[passage.section].headings, named)
            ]
        rows = sorted({*rows} - {hit.passage.row for hit in hits})
        found = self.retriever.search(self.question.text, PASSAGES, only=np.array(rows)) if rows else []
        return hits_for(self.audience, found, self.opened, PASSAGES)

    def _in_another_part(self, hit: Hit) -> bool:
        document = self.opened.document(hit.document_id)
        named = self._named_in(document)
        return bool(named) and in_another(document, hit.passage.section, named)

    def _sections_asked(self, hits: Sequence[Hit]) -> list[Hit]:
        """Of what was found on a name that no glossary has, the sections that are on what is asked of it."""
        bare = bare_asked(self.question, self.glossary)
        return [hit for hit in hits if bare.has(hit)] if isinstance(bare, BareOfOwnName) else []

    def _on_own_name(self) -> list[int]:
        """The passages of the documents on a name that only the question and its texts know."""
        own = self.question.own
        return self.opened.rows_of_documents(sorted(own.documents)[:_DOCUMENTS])[:_NAMING] if own is not None else []

    @property
    def neighbours(self) -> Neighbours:
        """What the question is about, and which sentences are on neighbours of it."""
        if self._neighbours is None:
            self._neighbours = Neighbours(self.question, self.glossary)
        return self._neighbours

    def for_reader(self, audience: Audience, hits: list[Hit]) -> Material:
        """The same question for another reader, from ``hits`` that suit them."""
        return replace(self, hits=hits, audience=audience, _found=None)

    def ranked(self, question: Question, hits: list[Hit], whole: Sequence[Hit] = ()) -> list[Candidate]:
        """The candidates of ``hits``, scored for ``question``, best first; all sentences of ``whole``. What stands in
        another part of a text than the question names is none.
        """
        hits = [hit for hit in hits if not self._in_another_part(hit)]
        query = make_query(question.text, self.glossary, question.carried)
        rarity = {term: self.retriever.rarity(term) for term in query.weights}
        vector = self._asked.get(query.dense_text)
        if vector is None:
            vector = self._asked[query.dense_text] = self.vectors.question(query.dense_text)
        file = self.opened.edition.sentence_file
        alike = self.retriever.asked(query.dense_text)
        asked = partial(self.opened.asked.of_lines, likeness=alike)
        lines = near_lines(hits, file, vector, asked, whole) if file is not None else None
        shown = shown_to(self.audience, candidates_from(hits, self.opened, lines), question, self.glossary)
        if self.audience is Audience.PATIENT:  # who cannot tell that a sentence is about something else
            shown = list(filter(self._test_of_subject(question), shown))
        found = score(shown, vector, sought(query, rarity), self.vectors, file, asked)
        for candidate in found:
            if candidate.lines:
                candidate.asked_terms = self.opened.asked.terms_of(candidate.lines[-1])
            candidate.relevance += _fit(candidate, question, self.audience)
            candidate.relevance += _ON_ALL * self._on_all(candidate, question)
        found.sort(key=lambda c: (-c.relevance, c.order))
        excluded = exclusion(question, self.glossary)
        for candidate, values, people, numbers in zip(
            found, self.features(question, found), for_them(found, question.text), next_to_numbers(found, question),
            strict=True,
        ):  # fmt: skip
            candidate.covering = values[-len(COVERAGE) :]
            added = gain(self.audience, candidate, question.kind) + self._on_all(candidate, question)
            added -= _EXCLUDED * excluded(candidate)
            added += aptness(candidate, question, self.glossary)
            added += people + numbers + _HOLDS * self.holds(candidate, question)
            added += _OWN * (self.with_questions and candidate.document.kind == "document")
            candidate.useful = usefulness(values, added, self.with_questions)
        in_their_order(found, asked_words(question, self.retriever, self.glossary))
        return found

    def _test_of_subject(self, question: Question) -> Callable[[Candidate], bool]:
        """A test of whether a sentence, its title or headings name a condition that the question names, or the sentence
        itself a drug or procedure of it; a class or a kind of either will do.
        """
        named = [entry for entry in question.focus if entry.kind == "condition"]
        given = [entry for entry in question.focus if entry.kind in ("drug", "procedure")]
        wide, treated = self.glossary.family_of(*named), self.glossary.with_classes(*given)
        if not named:
            bare = bare_asked(question, self.glossary)
            if bare is not None and bare.ask.by_kinds:
                treated = (*treated, *self.glossary.with_members(*given))
            return lambda c: not treated or any(names(entry, c, context=True) for entry in treated)
        return lambda c: (
            any(names(entry, c, context=True) for entry in wide) or any(names(entry, c) for entry in treated)
        )

    def _on_all(self, candidate: Candidate, question: Question) -> float:
        """For a patient's question on several drugs, procedures or conditions: the share that a sentence bears on, by
        name or by a class ("blood thinner"). A sentence on one of two medicines is no answer on taking both.
        """
        named = [entry for entry in question.focus if entry.kind != "other"]
        if self.audience is not Audience.PATIENT or len(named) < 2:
            return 0.0
        borne = [
            any(names(concept, candidate, context=True) for concept in self.glossary.with_classes(entry))
            for entry in named
        ]
        return sum(borne) / len(named)

    def holds(self, candidate: Candidate, question: Question) -> float:
        """How far a sentence is for the patient's values, -0.3 to 1; one that is on none of the drugs asked about gains
        nothing by that. A limit of such a drug, or of a procedure, tells something even to whom it does not hold for.
        """
        held = fits(candidate.text, question)
        if not held:
            return 0.0
        drugs = [entry for entry in question.focus if entry.kind == "drug"]
        procedures = [entry for entry in question.focus if entry.kind == "procedure"]
        concepts = [*procedures, *self.glossary.with_classes(*drugs)]
        on_them = any(names(entry, candidate, context=True) for entry in concepts)
        if held > 0 and drugs and not (on_them and not is_on_another(candidate, drugs, self.glossary)):
            return 0.0
        told = candidate.role in (Role.BACKGROUND, Role.EVIDENCE) or _TELLS.search(candidate.text) is not None
        if held > 0 and told and not question.meaning_asked:
            return _TOLD * held
        return _LIMIT if held < 0 and on_them else held

    def useful(self, whole: Sequence[Candidate]) -> list[Candidate]:
        """The candidates of the whole question and of its parts, those that an answer most likely should hold first.

        A part is searched for itself; a sentence counts as much as the part that it suits best. What stands in the
        reason that a question gives before it asks counts half.
        """
        parts = parts_of(self.question, self.glossary)
        share = _IN_REASON if len(parts) == 1 else 1.0
        share = _IN_CASE if in_short(self.question.text, self.glossary) else share
        found = {candidate.position: candidate for candidate in whole}
        for candidate in found.values():
            candidate.useful *= share
        for part in parts:
            hits = self.search(part.text, _PART_PASSAGES, part.carried)
            for candidate in self.ranked(part, hits):
                held = found.setdefault(candidate.position, candidate)
                held.useful = max(held.useful, candidate.useful)
        return sorted(found.values(), key=lambda c: (-c.useful, c.order, c.position))

    def search(self, text: str, passages: int, carried: frozenset[str] = frozenset()) -> list[Hit]:
        """The passages found for ``text`` that suit the reader."""
        found = self.retriever.search(text, depth_for(self.audience, passages), carried)
        return hits_for(self.audience, found, self.opened, passages)

    def features(self, question: Question, candidates: Sequence[Candidate]) -> list[list[float]]:
        """What :mod:`service.sentences.usefulness` judges each candidate by."""
        query = make_query(question.text, self.glossary, question.carried)
        rarity = {term: self.retriever.rarity(term) for term in query.weights if self.retriever.occurs(term)}
        own = sought(query, rarity, itself=True)
        asked = asked_words(question, self.retriever, self.glossary)
        return features(question, candidates, WANTED.get(question.kind, ()), own, asked, self.audience)


def _fit(candidate: Candidate, question: Question, audience: Audience) -> float:
    """What a candidate gains by being of the kind that is asked for, and of strong evidence; -0.3 to 0.15."""
    wanted = WANTED.get(question.kind, (Role.RECOMMENDATION,))
    gained = 0.12 if candidate.role in wanted[:1] else 0.07 if candidate.role in wanted else 0.0
    gained += 0.03 * (1 - rank(candidate.spans[0].source) / 6)
    if candidate.document.audience == "patient":
        gained += 0.1 if is_for(candidate.document, audience) else -0.15  # plain-language texts are for patients
    if audience is Audience.PATIENT:
        gained -= _HARD * over_grade(candidate)
    named = [entry for entry in question.focus if entry.kind != "other"]
    if named and not any(names(entry, candidate, context=True) for entry in named):
        gained -= 0.12
    return gained

"""Hold an answer against its sources and against what was expected of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.text import terms
from evals.examination import CheckedCitation, CheckedStatement, Examination, FoundNugget
from evals.items import Nugget, Probe, SentenceReference
from evals.judge import Judge
from evals.response import Cited, Quote, Response, Said
from evals.texts import Span, Texts, resolve

_SLACK = 2  # characters by which a quote may miss the ends of a tied sentence
_SAME = 0.92  # cosine from which a statement repeats an earlier one
_EARLY = 2  # statements at the beginning in which a premise has to be corrected
_FORBIDDEN_WORDS = 5  # a shorter 'must_not' is looked for literally only
_FORBIDDEN_SCORE = 0.8  # support from which a statement says what it must not
_DOCUMENT_SENTENCES = 3  # of a cited document without a quote: the nearest ones are its words


@dataclass(frozen=True, slots=True)
class Examiner:
    """Examines the answers of one target. Deterministic: the same answer is always found the same."""

    judge: Judge
    texts: Texts

    def examine(self, probe: Probe, response: Response) -> Examination:
        """What is found of ``response``."""
        said = response.statements
        self.judge.prepare([probe.message, *(s.text for s in said), *(n.text for n in probe.nuggets)])
        nuggets = [self._nugget(nugget, said) for nugget in probe.nuggets]
        carried: dict[int, list[int]] = {}
        for position, nugget in enumerate(probe.nuggets):
            for place in self._carriers(nugget, said, nuggets[position]):
                carried.setdefault(place, []).append(position)
        references = {reference.number: reference for reference in response.references}
        return Examination(
            statements=tuple(
                self._statement(position, said, references, tuple(carried.get(position, ())))
                for position in range(len(said))
            ),
            nuggets=tuple(nuggets),
            unresolved=tuple(
                f"{tied.document_id}: {tied.begins}" for tied in _tied(probe) if resolve(tied, self.texts) is None
            ),
            forbidden=tuple(text for text in probe.must_not if self._says(text, response)),
            premise=self._premise(probe, said),
            premise_denied=self._denies(probe, response),
            retired=self._retired(response),
            nearness=max((round(self.judge.similarity(probe.message, s.text), 6) for s in said), default=0.0),
        )

    def _statement(
        self, position: int, said: Sequence[Said], references: dict[int, Cited], carried: tuple[int, ...]
    ) -> CheckedStatement:
        statement = said[position]
        words = {number: self._cited_words(statement, number, references) for number in statement.citations}
        whole = _joined(words.values())
        verbatim = bool(whole) and _plain(statement.text) in _plain(whole)
        judgement = self.judge.judge(statement.text, whole) if whole and not verbatim else None
        supported = verbatim or (judgement is not None and judgement.verdict == "supported")
        own = terms(statement.text)
        known = set(terms(whole))
        return CheckedStatement(
            verdict="supported" if verbatim else judgement.verdict if judgement else "unchecked",
            support=1.0 if verbatim else round(judgement.support, 6) if judgement else 0.0,
            verbatim=verbatim,
            failed=self.judge.details(statement.text, whole) if whole and not verbatim else (),
            citations=tuple(self._citation(statement, number, words, references, supported) for number in words),
            replayed=tuple(self._replayed(quote, statement) for quote in statement.quotes),
            nuggets=carried,
            repeats=self._repeats(position, said),
            known_words=sum(term in known for term in own),
            words=len(own),
        )

    def _citation(
        self, statement: Said, number: int, words: dict[int, str], references: dict[int, Cited], supported: bool
    ) -> CheckedCitation:
        """ALCE's precision: a citation is idle when it does not support the statement alone and the others do without
        it.
        """
        own = words[number]
        alone = self._supports(statement.text, own) if own else None
        others = _joined(text for other, text in words.items() if other != number)
        idle = not alone and (not others or self._supports(statement.text, others))
        return CheckedCitation(
            number=number, leads=number in references, supports=alone, precise=supported and not idle
        )

    def _supports(self, statement: str, evidence: str) -> bool:
        return _plain(statement) in _plain(evidence) or self.judge.judge(statement, evidence).verdict == "supported"

    def _cited_words(self, statement: Said, number: int, references: dict[int, Cited]) -> str:
        """The words that a number stands for: the statement's quotes, else those given with the reference, else the
        nearest sentences of the document that it names.
        """
        quotes = [quote.text for quote in statement.quotes if quote.reference in (number, None)]
        if quotes:
            return _joined(quotes)
        reference = references.get(number)
        if reference is None:
            return ""
        if reference.text:
            return reference.text
        document = self.texts.document(reference.document_id) if reference.document_id else None
        for title in _titles(reference.title):
            document = document or self.texts.by_title(title) or self.texts.document(title)
        if document is None:
            return ""
        sentences = [document.text[start:end] for start, end, _ in document.sentences]
        self.judge.prepare(sentences)
        near = sorted(sentences, key=lambda sentence: -self.judge.similarity(statement.text, sentence))
        return _joined(near[:_DOCUMENT_SENTENCES])

    def _replayed(self, quote: Quote, statement: Said) -> bool | None:
        if quote.document_id is None:
            return None
        document = self.texts.document(quote.document_id)
        if document is None:
            return False if self.texts.ids() else None
        if quote.start is None or quote.end is None:
            there = quote.text in document.text
        else:
            there = document.text[quote.start : quote.end] == quote.text
        return there and (not statement.verbatim or statement.text in (other.text for other in statement.quotes))

    def _repeats(self, position: int, said: Sequence[Said]) -> int | None:
        """A correction or a side of a conflict may say again what the answer says; a statement beside it may not."""
        for earlier in range(position):
            same = _plain(said[earlier].text) == _plain(said[position].text)
            if same or self.judge.similarity(said[earlier].text, said[position].text) >= _SAME:
                return earlier
        return None

    def _nugget(self, nugget: Nugget, said: Sequence[Said]) -> FoundNugget:
        spans = [span for tied in nugget.sentences if (span := resolve(tied, self.texts)) is not None]
        for position, statement in enumerate(said):
            if any(_covers(quote, span) for quote in statement.quotes for span in spans):
                return FoundNugget(how="quoted", statement=position, score=1.0)
        for position, statement in enumerate(said):
            if _literally(nugget, spans, statement.text):
                return FoundNugget(how="literal", statement=position, score=1.0)
        return self._judged(nugget.text, said, tied=bool(spans))

    def _judged(self, text: str, said: Sequence[Said], tied: bool) -> FoundNugget:
        """What the judge finds. Where a nugget is tied to sentences of the library, a quote of another sentence does
        not cover it, however alike: those who tied it had both before them. Then the judge reads what is said freely.
        """
        best = FoundNugget(how="missing")
        for position, statement in enumerate(said):
            judgement = self.judge.judge(text, statement.text)
            score = round(judgement.support, 6)
            counts = judgement.verdict == "supported" and not (tied and _is_quoted(statement))
            how: Literal["judge", "missing"] = "judge" if counts else "missing"
            if (counts, score) > (best.how == "judge", best.score):
                best = FoundNugget(how=how, statement=position, score=score)
        return best

    def _carriers(self, nugget: Nugget, said: Sequence[Said], found: FoundNugget) -> list[int]:
        """All statements that cover a nugget, not the first alone."""
        spans = [span for tied in nugget.sentences if (span := resolve(tied, self.texts)) is not None]
        places = [
            position
            for position, statement in enumerate(said)
            if any(_covers(quote, span) for quote in statement.quotes for span in spans)
            or _literally(nugget, spans, statement.text)
        ]
        return places or ([found.statement] if found.statement is not None and found.how == "judge" else [])

    def _says(self, text: str, response: Response) -> bool:
        """Whether the answer says ``text``, literally or (as a statement of several words) in other words."""
        if _plain(text) in _plain(response.said_itself):
            return True
        if len(text.split()) < _FORBIDDEN_WORDS:
            return False
        for statement in response.statements:
            judgement = self.judge.judge(text, statement.text)
            if judgement.verdict == "supported" and judgement.support >= _FORBIDDEN_SCORE:
                return True
        return False

    def _premise(self, probe: Probe, said: Sequence[Said]) -> FoundNugget | None:
        expected = probe.item.premise
        if expected is None or not (expected.correction or expected.correction_text):
            return None
        text = expected.correction_text
        if text is None:
            spans = [span for tied in expected.correction if (span := resolve(tied, self.texts)) is not None]
            text = spans[0].text if spans else expected.assumed
            if not spans:
                return FoundNugget(how="missing")
        return self._nugget(Nugget(text=text, vital=True, sentences=expected.correction), said)

    def _denies(self, probe: Probe, response: Response) -> bool:
        """Whether the answer says that what the question assumes is wrong: in a part of its own, or, where the target
        has none, by a statement at the beginning that contradicts the assumption.
        """
        if response.assumed:
            return True
        if response.status_declared or probe.item.premise is None:
            return False
        early = response.statements[:_EARLY]
        return any(self.judge.judge(probe.item.premise.assumed, s.text).verdict == "contradicted" for s in early)

    def _retired(self, response: Response) -> tuple[int, ...]:
        found = {r.number for r in response.references if r.status not in (None, "current")}
        sources = {reference.number: reference.source_id for reference in response.references}
        for statement in response.statements:
            for quote in statement.quotes:
                document = self.texts.document(quote.document_id) if quote.document_id else None
                if document is None or quote.reference is None:
                    continue
                resting = any(quote.start == span.start for span, _ in document.retired_spans())
                if resting or sources.get(quote.reference) in document.retired:
                    found.add(quote.reference)
        return tuple(sorted(found))


def _tied(probe: Probe) -> list[SentenceReference]:
    correction = probe.item.premise.correction if probe.item.premise else ()
    return [*(tied for nugget in probe.nuggets for tied in nugget.sentences), *correction]


def _covers(quote: Quote, span: Span) -> bool:
    if quote.document_id != span.document_id:
        return False
    if quote.start is None or quote.end is None:
        return _plain(span.text) in _plain(quote.text)
    return quote.start <= span.start + _SLACK and quote.end >= span.end - _SLACK


def _is_quoted(statement: Said) -> bool:
    """Whether the statement is, or frames, a quote that has its place in the library."""
    own = _plain(statement.text)
    return any(quote.document_id is not None and _plain(quote.text) in own for quote in statement.quotes)


def _literally(nugget: Nugget, spans: Sequence[Span], text: str) -> bool:
    plain = f" {_plain(text)} "
    return any(_plain(span.text) in plain for span in spans) or any(
        f" {_plain(wording)} " in plain for wording in nugget.alternatives
    )


_TITLE_END = re.compile(r"\s+[—–|-]\s+|[.:;,]\s+|\s+\(|\)")
_TITLE_PARTS = 8


def _titles(line: str) -> list[str]:
    """What of a line of references may be the title of a document: any run of its parts, longer ones first."""
    cuts = [0, *(n for match in _TITLE_END.finditer(line) for n in match.span()), len(line)]
    starts, ends = cuts[::2][:_TITLE_PARTS], cuts[1::2][:_TITLE_PARTS]
    runs = {line[a:b].strip(" .,;()") for a in starts for b in ends if a < b}
    return sorted(runs - {""}, key=lambda run: (-len(run), run))


def _plain(text: str) -> str:
    """Words and digits alone, for comparing wordings; decimal points and signs that change a number stay."""
    return " ".join(re.findall(r"[<>≤≥±]|\d+(?:[.,]\d+)*%?|[^\W\d_]+", text.casefold()))


def _joined(texts: Iterable[str]) -> str:
    found = [text.strip() for text in texts if text.strip()]
    return "\n".join(dict.fromkeys(found))

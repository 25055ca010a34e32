"""One question in, one answer out: the only place that knows the whole way."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from corpus.glossary import Glossary
from corpus.version import engine_version
from service.analysis.first_line import first_line_in_full
from service.analysis.question import Question, title_of
from service.analysis.shorthand import in_full
from service.analysis.spelling import Spelling
from service.answer import (
    Answer,
    Audience,
    EditionStamp,
    EngineStamp,
    Mode,
    Notice,
    Status,
)
from service.calculated import add_calculations
from service.calculators import calculate
from service.clock import Clock
from service.compose import compose
from service.compose.evidence_labels import label_evidence
from service.compose.extractive import assumption_alone, candidates_for_model
from service.compose.followups import suggest
from service.compose.generative import LangChainModel, LanguageModel, ModelUnavailableError, generate
from service.compose.patients import add_patient_notices, make_plain
from service.compose.refusal_alone import refusal_alone
from service.consultation import Consultation, Listener, Turn, readable_message
from service.conversation import Act, Standalone, is_doubt
from service.disclaimer import disclaimer_for
from service.engine import settings_hash
from service.grounding.draft import DraftAnswer
from service.grounding.stating import state
from service.privacy import personal_data, redact, without_marks
from service.retrieval import make_query
from service.safety.instructions import without_instructions
from service.sentences.material import Material
from service.sufficiency import Verdict
from service.turns.evidence_of_readings import Evidence, evidence_for
from service.turns.history import NO_QUESTION, is_refusal, last_answer, understood
from service.turns.standing import hold_to, new_in, note_changes, note_unchanged, say_again
from service.turns.way_on import settled, suggested, way_on
from service.unanswered import (
    NOTHING_ASKED,
    ONLY_ASSUMED,
    ONLY_CORRECTED,
    ONLY_REFUSED,
    ask_which,
    insufficient,
    nothing_stands,
    refusal_of,
    title_of_refusal,
)

if TYPE_CHECKING:
    from service.library import Library, Reading

__all__ = ["Consultant", "Consultation", "Listener", "Turn"]

_MOST_STATEMENTS = 16  # in an answer, all parts together


class Consultant:
    """Answers questions from the editions of one shelf. Thread-safe; blocking (run it in a thread)."""

    def __init__(self, library: Library, model: LanguageModel | None = None) -> None:
        """``model``: the language model of the generative composer; by default the one that the settings name."""
        self._library = library
        self._model = model

    def consult(self, consultation: Consultation, listener: Listener | None = None) -> Answer:
        """The answer. Raises BadInputError, NotFoundError (edition), NoEditionError, DamagedEditionError or
        EmbedderError.
        """
        clock = Clock(listener or Listener())
        settings = self._library.settings
        typed = message = readable_message(consultation, settings)
        clock.stage("checking")
        resemblance, turns = self._library.resemblance, consultation.history
        way = way_on(message, turns, consultation.audience, settings, resemblance)
        if way is not None:
            message = " ".join(way.message.split())
        consultation = replace(consultation, history=way.history if way is not None else settled(turns))
        private = redact(without_instructions(message))  # from here on, nothing but the echo has who is asked about
        if not consultation.history:  # what is searched for is known: it can be embedded while the message is checked
            query = make_query(self._asked(private.text)[0], self._library.glossary)
            self._library.embed_ahead(message, query.dense_text)
            self._library.look_ahead(query.text, consultation.edition, message)
        refusal = refusal_of(typed, settings, resemblance, turns, way)
        for_patients = consultation.audience is Audience.PATIENT
        aside = refusal is not None and (refusal.aside_for_all or (refusal.aside and not for_patients))
        if refusal is not None and not aside:  # before an edition is opened: it is told so on an empty library, too
            answer = self._begin(consultation, private.text, self._library.stamp(consultation.edition))
            answer.status, answer.notices, answer.title = refusal.status, refusal.notices, title_of_refusal(refusal)
            if refusal.status is Status.EMERGENCY:
                answer.follow_ups = suggested(refusal.notices, turns)
            elif private.kinds:
                answer.notices.append(personal_data(private.kinds))
            answer.timings = clock.end()
            return answer
        with self._library.using(consultation.edition) as reading:
            answer = self._begin(consultation, private.text, reading.stamp, reading.threshold)
            clock.stage("calculating")
            earlier = [turn.question for turn in consultation.history]
            # reads values, an age over 89 among them, and keeps no words
            scores = calculate(message, earlier, reading.edition, consultation.audience)
            if scores is None or not scores.suffices:
                self._answer(answer, consultation, reading, clock)
            else:
                answer.title = " and ".join(result.calculator.title for result in scores.results)
            if scores is not None:
                add_calculations(answer, scores, self._library.glossary)
            if refusal is not None:
                answer.notices = [*refusal.notices, *answer.notices]
            if way is not None:
                answer.notices = [*way.notices, *answer.notices]
                answer.assumptions.insert(0, way.told)
            if private.kinds:
                age_used = any("age" in calculation.inputs for calculation in answer.calculations)
                answer.notices.append(personal_data(private.kinds, age_used))
            answer.timings = clock.end()
            return answer

    def _asked(self, private: str) -> tuple[str, list[Spelling]]:
        """What is asked, without the marks of redaction, and its shorthand in full."""
        glossary = self._library.glossary
        text, readings = in_full(without_marks(private) or private, glossary)
        return first_line_in_full(text, glossary), readings

    def _begin(
        self, consultation: Consultation, message: str, edition: EditionStamp | None, threshold: float | None = None
    ) -> Answer:
        settings = self._library.settings
        default = Mode.GENERATIVE if settings.llm else Mode.EXTRACTIVE
        return Answer(
            id=f"ans_{uuid.uuid4().hex}",
            conversation_id=consultation.conversation_id,
            title="",
            question=consultation.message,
            standalone_question=message,
            audience=consultation.audience,
            mode=consultation.mode or default,
            status=Status.INSUFFICIENT_EVIDENCE,
            disclaimer=disclaimer_for(consultation.audience),
            edition=edition,
            engine=EngineStamp(
                version=engine_version(),
                settings_hash=settings_hash(settings, self._library.glossary.fingerprint, threshold),
            ),
            created_at=datetime.now(UTC).isoformat(timespec="seconds"),
        )

    def _answer(self, answer: Answer, consultation: Consultation, reading: Reading, clock: Clock) -> None:
        library = self._library
        clock.stage("understanding")
        asked, readings = self._asked(answer.standalone_question)
        last = consultation.history[-1].answer if consultation.history else None
        if last is not None and is_refusal(last) and is_doubt(asked) and _comparable(last, answer):
            say_again(answer, last, Act.DOUBT)
            return
        said = understood(asked, consultation.history, reading.opened, library.glossary)
        previous = last_answer(consultation.history, library.glossary)
        if said.act is Act.CHAT:
            answer.status, answer.notices = Status.OUT_OF_SCOPE, [Notice(kind=NO_QUESTION, text=NOTHING_ASKED)]
            answer.title = "You are welcome"
            return
        if said.act is not Act.QUESTION and previous is not None and _comparable(previous, answer):
            say_again(answer, previous, said.act)
            return
        if said.ask:
            ask_which(answer, said)
            return
        question = self._search(answer, consultation, said, previous, readings, reading, clock)
        if answer.audience is Audience.PATIENT and answer.status is not Status.OUT_OF_SCOPE:
            add_patient_notices(answer, question, reading.opened, library.glossary)
        if said.act is not Act.QUESTION:
            note_unchanged(answer, said.act)

    def _search(
        self, answer: Answer, consultation: Consultation, said: Standalone, previous: Answer | None,
        readings: list[Spelling], reading: Reading, clock: Clock,
    ) -> Question:  # fmt: skip
        """Answer what was understood, and give it back. ``previous``: the answer before, if it goes on with one;
        ``readings``: the shorthand that was read by what stands beside it.
        """
        library = self._library
        clock.stage("searching")
        found = evidence_for(said, answer.audience, reading, library)
        _note_readings(answer, found, readings)
        question, verdict = found.question, found.assessment.verdict
        corrected, told = _said_instead(found)
        if verdict is not Verdict.SUFFICIENT and corrected is None:
            insufficient(answer, found, library.glossary)
            return question
        clock.stage("composing")
        draft = corrected or self._composed(answer, found.material)
        if draft is None:
            nothing_stands(answer, found, found.assessment.not_found or list(question.key_words))
            return question
        if corrected is not None:
            answer.notices.append(Notice(kind="missing_evidence", text=told))
        clock.stage("grounding")
        previous = previous if found.said.goes_on else None
        if previous is not None:
            hold_to(draft, previous, reading.opened, library.glossary)
        _state_for_reader(answer, draft, found.material, library.glossary)
        if not answer.references:
            nothing_stands(answer, found, list(question.key_words))
            return question
        answer.not_found += [word for word in found.assessment.not_found if word not in answer.not_found]
        answer.status = Status.PARTIAL if answer.not_found or corrected is not None else Status.ANSWERED
        if previous is not None:
            note_changes(answer, previous, new_in(consultation.message, library.glossary), library.glossary)
        asked = [turn.standalone_question for turn in consultation.history]
        answer.follow_ups = suggest(answer, reading.opened, library.glossary, asked)
        return question

    def _composed(self, answer: Answer, material: Material) -> DraftAnswer | None:
        """What the composer of the answer's mode makes of what was found; None where that is too far off."""
        draft = compose(material)
        return self._generate(answer, material, draft) if answer.mode is Mode.GENERATIVE else draft

    def _generate(self, answer: Answer, material: Material, extractive: DraftAnswer | None) -> DraftAnswer | None:
        """What the language model makes of the same sentences; the extractive draft, marked as degraded, when it
        cannot.
        """
        try:
            model = self._language_model()
            made = generate(material.question, candidates_for_model(material), model, material.glossary)
        except ModelUnavailableError as error:
            answer.degraded, answer.degraded_reason = True, f"Answered in the sources' own sentences, because {error}."
            answer.mode = Mode.EXTRACTIVE
            return extractive
        if extractive is not None:
            made.draft.no_recommendation = extractive.no_recommendation
            made.draft.unconfirmed, made.draft.conflicts = extractive.unconfirmed, extractive.conflicts
            if extractive.premise is not None and extractive.premise[1].text not in _texts(made.draft):
                made.draft.premise = extractive.premise
        return made.draft

    def _language_model(self) -> LanguageModel:
        if self._model is None:
            if not self._library.settings.llm:
                raise ModelUnavailableError("no language model is set (FOOTNOTE_LLM)")
            self._model = LangChainModel(self._library.settings)
        return self._model


def _said_instead(found: Evidence) -> tuple[DraftAnswer | None, str]:
    """What is said of a question that nothing answers, of its assumption or of what rules a drug out, with the notice
    that tells so; None where nothing is.
    """
    if found.assessment.verdict is not Verdict.INSUFFICIENT:
        return None, ""
    draft = assumption_alone(found.material)
    if draft is not None:
        return draft, ONLY_CORRECTED if draft.premise is not None else ONLY_ASSUMED
    return (refusal_alone(found.material) if found.assessment.unmeasured else None), ONLY_REFUSED


def _note_readings(answer: Answer, found: Evidence, readings: Sequence[Spelling]) -> None:
    """Tell how the message was read: in which words, with what of earlier turns. ``readings``: its shorthand."""
    said = found.said
    read = [f"“{item.written}” was read as “{item.read}”." for item in (*readings, *found.spellings)]
    answer.assumptions += dict.fromkeys(read)  # a word that stands there twice is told of once
    if said.told:
        answer.assumptions.append(said.told)
    if said.details:
        answer.assumptions.append(f"Taken from earlier in the conversation: {', '.join(said.details.listed())}.")
    if found.text != without_marks(answer.standalone_question):
        answer.standalone_question = found.text
    answer.title = title_of(found.question)


def _state_for_reader(answer: Answer, draft: DraftAnswer, material: Material, glossary: Glossary) -> None:
    """Fill the answer from a draft, cut to length and made ready for its reader."""
    draft.say_once()
    draft.shorten(_MOST_STATEMENTS)
    if answer.audience is Audience.PATIENT:
        make_plain(draft, material.opened, material.hits, material.question, glossary)
    elif answer.audience is Audience.RESEARCHER:
        label_evidence(draft)
    state(answer, draft, glossary)


def _texts(draft: DraftAnswer) -> set[str]:
    bottom = {draft.bottom_line.text} if draft.bottom_line else set()
    return bottom | {statement.text for section in draft.sections for statement in section.drafts}


def _comparable(previous: Answer, answer: Answer) -> bool:
    """Whether an earlier answer came from the same edition and program, for the same reader: it can be said again."""
    same_mode = previous.degraded or previous.mode is answer.mode
    same_reader = previous.audience is answer.audience
    return previous.edition == answer.edition and previous.engine == answer.engine and same_reader and same_mode

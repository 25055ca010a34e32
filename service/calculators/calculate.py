"""The scores that a question asks for, computed from the values that it and earlier messages give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.edition import Edition
from service.answer import Audience
from service.calculators.calculator import Calculator, ask_for
from service.calculators.inputs import Amount, Criterion, Measure, Value, value_text
from service.calculators.reading import Patient, Request, Trouble, checked, may_ask_for_a_score, read_request
from service.calculators.stating import consequences, formula_statements, interpretation
from service.grounding.draft import Draft

NOT_FOR_PATIENTS = (
    "Scores like this are worked out and judged by health professionals; please ask your doctor or nurse about yours."
)
_WARFARIN_RAISES = ("child_pugh", "meld_na", "meld_3")


@dataclass(frozen=True, slots=True)
class Result:
    """One score: ``score`` is None while something is missing; ``interpretation`` where the library states the formula."""

    calculator: Calculator
    inputs: dict[str, str]
    score: float | None
    interpretation: Draft | None
    missing: tuple[str, ...]


@dataclass(slots=True)
class Calculated:
    """What the scores add to an answer."""

    results: list[Result] = field(default_factory=list)
    recommended: list[Draft] = field(default_factory=list)  # quoted; they depend on a score
    formulae: list[Draft] = field(default_factory=list)  # quoted; of scores with something missing
    needs: list[str] = field(default_factory=list)
    assumptions: list[str] = field(default_factory=list)
    notices: list[tuple[str, str]] = field(default_factory=list)  # kind and text
    only_scores: bool = False  # the question asks for nothing else

    @property
    def suffices(self) -> bool:
        """Whether nothing else is asked for, and the library states every one of the scores."""
        stated = all(result.interpretation or result.score is None for result in self.results)
        return self.only_scores and stated and any(result.interpretation or self.formulae for result in self.results)

    @property
    def complete(self) -> bool:
        """Whether every score that was asked for has been computed and can be cited."""
        return bool(self.results) and all(result.interpretation for result in self.results) and not self.needs


def calculate(question: str, history: Sequence[str], edition: Edition, audience: Audience) -> Calculated | None:
    """The scores that ``question`` asks for; None where it asks for none.

    ``history``: the asker's earlier messages, oldest first; newer values replace older ones. Texts are taken from
    ``edition``. Patients get no scores.
    """
    if not may_ask_for_a_score(question, history):
        return None
    request = read_request(question, list(history))
    if request is None:
        return None
    if audience is Audience.PATIENT:
        return Calculated(notices=[("no_calculators", NOT_FOR_PATIENTS)])
    found = Calculated(needs=list(request.asks), assumptions=list(request.notes), only_scores=request.only_scores)
    for calculator in request.calculators:
        _add(found, calculator, request, edition)
    found.recommended = _once(found.recommended)
    found.needs = list(dict.fromkeys(found.needs))
    found.assumptions = list(dict.fromkeys(found.assumptions))
    return found


def _add(found: Calculated, calculator: Calculator, request: Request, edition: Edition) -> None:
    patient = request.patient
    values, unusable = _values_for(calculator, patient)
    asked = calculator.missing(values)
    unusable_needs = [patient.troubles[name].ask for name in unusable]
    found.needs += [f"{calculator.title}: {ask}" for ask in unusable_needs]
    found.needs += [f"{calculator.title}: {ask_for(item)}" for item in asked if item.name not in unusable]
    on_warfarin = patient.values.get("warfarin") is True
    if calculator.name == "has_bled" and on_warfarin and "labile_inr" not in values:
        found.needs.append(f"{calculator.title}: whether the INR is labile (less than 60% of the time in range)")
        asked.append(next(item for item in calculator.inputs if item.name == "labile_inr"))
    missing = tuple(dict.fromkeys([item.label for item in asked]))
    echoed = {item.label: value_text(values[item.name]) for item in calculator.inputs if item.name in values}
    score = None if missing else calculator.compute(values)
    for item in calculator.inputs:
        if item.name in values and item.name in patient.notes:
            found.assumptions.append(patient.notes[item.name])
    if score is None:
        found.results.append(Result(calculator, echoed, None, None, missing))
        found.formulae += formula_statements(calculator, edition)
        return
    absent = [item.label for item in calculator.counted_absent(values)]
    if absent:
        found.assumptions.append(f"{calculator.title}: not mentioned and counted as absent: {'; '.join(absent)}.")
    found.assumptions += calculator.remarks(calculator.given(values))
    if on_warfarin and calculator.name in _WARFARIN_RAISES:
        found.assumptions.append(f"{calculator.title}: the INR was used as given, although warfarin is mentioned.")
    stated = interpretation(calculator, score, edition)
    if stated is None:
        found.notices.append(("uncited_score", uncited(calculator)))
    found.results.append(Result(calculator, echoed, score, stated, ()))
    found.recommended += consequences(calculator, score, edition)


def uncited(calculator: Calculator) -> str:
    """What is told where a library does not hold the text of a score."""
    return (
        f"The text that states the {calculator.title} is not in this library, so its value is given without a citation. "
        f"Formula: {calculator.formula} Source: {calculator.source}."
    )


def _values_for(calculator: Calculator, patient: Patient) -> tuple[dict[str, Value], list[str]]:
    """Values for the calculator's inputs, and the names of those that were given and cannot be used."""
    values: dict[str, Value] = {}
    unusable: list[str] = []
    for item in calculator.inputs:
        if item.name in patient.troubles:
            unusable.append(item.name)
            continue
        value = patient.values.get(item.name)
        if value is None or (isinstance(item, Criterion) and not isinstance(value, bool)):
            continue
        values[item.name] = value
    return _within_bounds(calculator, values, unusable, patient), unusable


def _within_bounds(
    calculator: Calculator, values: dict[str, Value], unusable: list[str], patient: Patient
) -> dict[str, Value]:
    """Without values outside what this calculator takes (an age for adults), which are asked about instead."""
    for item in calculator.inputs:
        value = values.get(item.name)
        if isinstance(item, Measure) and isinstance(value, Amount):
            outcome = checked(item, value)
            if isinstance(outcome, Trouble):
                del values[item.name]
                unusable.append(item.name)
                patient.troubles[item.name] = outcome
    return values


def _once(drafts: list[Draft]) -> list[Draft]:
    return list({draft.text: draft for draft in drafts}.values())

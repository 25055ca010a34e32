"""``GET /v1/calculators`` and ``POST /v1/calculators/{name}``: scores with formula, source and what they mean."""

from __future__ import annotations

from datetime import date
from typing import Any

import anyio.to_thread
from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field

from service.answer import Reference, Statement
from service.api.guards import json_body
from service.api.openapi import problems
from service.api.problems import ApiError, FieldProblem
from service.api.services import CallerDep, Library, ServicesDep
from service.calculators import CALCULATORS, Calculator, uncited
from service.calculators.inputs import Choice, Input, Measure, Unsaid, value_text
from service.calculators.stating import consequences, interpretation
from service.calculators.structured import InputError, read_values
from service.disclaimer import DISCLAIMER
from service.grounding import Grounding
from service.grounding.draft import Draft

router = APIRouter(prefix="/v1", tags=["calculators"])


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


class InputOut(_Model):
    """What a calculator takes."""

    name: str
    label: str
    kind: str = Field(description="`measure`, `criterion` (true or false) or `choice`.")
    units: list[str] = Field(description="Accepted units of a measure; the first is that of `low` and `high`.")
    unit_may_be_left_out: bool
    low: float | None = Field(description="The lowest plausible value of a measure.")
    high: float | None = Field(description="The highest plausible value of a measure.")
    options: list[str] = Field(description="Of a choice.")
    required: bool = Field(description="No score without it. Other criteria count as absent where they are not sent.")


class CalculatorOut(_Model):
    """A calculator."""

    name: str
    title: str
    unit: str
    formula: str
    source: str
    inputs: list[InputOut]


class CalculatorList(_Model):
    """All calculators."""

    calculators: list[CalculatorOut]


class CalculatorRequest(_Model):
    """Values for a calculator."""

    inputs: dict[str, Any] = Field(
        description='By name: a measure as `{"value": 2.3, "unit": "mg/dL"}` or `"2.3 mg/dL"`, a criterion as true or '
        "false, a choice as one of its options."
    )
    edition: str | None = Field(None, description="Cite this edition instead of the current one.")


class CalculatorResult(_Model):
    """A score, or what is missing for it."""

    name: str
    title: str
    score: float | None = Field(description="Null while something is missing.")
    unit: str
    band: str | None = Field(
        description="What the score means, in the source's words; null where no band is published."
    )
    formula: str
    inputs: dict[str, str] = Field(description="Values as they were read, with units.")
    missing: list[str] = Field(description="Names of inputs without which there is no score.")
    assumptions: list[str]
    interpretation: Statement | None = Field(
        description="The score with its citations; null where the library does not state it."
    )
    recommendations: list[Statement] = Field(description="What the library recommends at this score, quoted.")
    references: list[Reference]
    source: str
    notice: str | None = Field(description="Why there is no citation, where there is none.")
    edition: str
    disclaimer: str


@router.get("/calculators", summary="List calculators", operation_id="list_calculators", responses=problems())
async def list_calculators(services: ServicesDep) -> CalculatorList:
    """What can be computed, from which values, in which units and within which plausible bounds."""
    return CalculatorList(calculators=[_described(calculator) for calculator in CALCULATORS.values()])


@router.post(
    "/calculators/{name}",
    summary="Compute a score",
    operation_id="calculate",
    dependencies=[Depends(json_body)],
    responses=problems("validation", "unknown_calculator", "calculator_input", "not_found", "no_edition", body=True),
)
async def calculate(name: str, body: CalculatorRequest, services: ServicesDep, caller: CallerDep) -> CalculatorResult:
    """The score with its formula, its source and, where the library states them, the cited sentences."""
    calculator = CALCULATORS.get(name)
    if calculator is None:
        raise ApiError(
            "unknown_calculator", f"There is no calculator {name[:60]!r}; there are {', '.join(CALCULATORS)}."
        )
    result = await anyio.to_thread.run_sync(_computed, calculator, body, services.library)
    await services.store.audit.note("calculate", key=caller.key_id, status="ok", edition=result.edition)
    return result


def _computed(calculator: Calculator, body: CalculatorRequest, library: Library) -> CalculatorResult:
    try:
        values = read_values(calculator, body.inputs)
    except InputError as fault:
        place = FieldProblem(pointer=f"body/inputs/{fault.name}", detail=fault.detail)
        raise ApiError("calculator_input", fault.detail, errors=[place]) from None
    score = calculator.compute(values)
    absent = [item.label for item in calculator.counted_absent(values)] if score is not None else []
    assumptions = [f"Not sent and counted as absent: {'; '.join(absent)}."] if absent else []
    with library.reading(body.edition) as edition:
        stated: Draft | None = None
        recommended: list[Draft] = []
        if score is not None:
            assumptions += calculator.remarks(calculator.given(values))
            stated = interpretation(calculator, score, edition)
            recommended = consequences(calculator, score, edition)
        gate = Grounding(date.today(), None)
        shown = gate.statement(stated) if stated is not None else None
        statements = [statement for statement in map(gate.statement, recommended) if statement is not None]
        band = calculator.band(score) if score is not None else None
        return CalculatorResult(
            name=calculator.name,
            title=calculator.title,
            score=score,
            unit=calculator.unit,
            band=band.name if band else None,
            formula=calculator.formula,
            inputs={item.name: value_text(values[item.name]) for item in calculator.inputs if item.name in values},
            missing=[item.name for item in calculator.missing(values)],
            assumptions=assumptions,
            interpretation=shown,
            recommendations=statements,
            references=gate.references,
            source=calculator.source,
            notice=uncited(calculator) if score is not None and shown is None else None,
            edition=edition.id,
            disclaimer=DISCLAIMER,
        )


def _described(calculator: Calculator) -> CalculatorOut:
    return CalculatorOut(
        name=calculator.name,
        title=calculator.title,
        unit=calculator.unit,
        formula=calculator.formula,
        source=calculator.source,
        inputs=[_input(item) for item in calculator.inputs],
    )


def _input(item: Input) -> InputOut:
    measure = item if isinstance(item, Measure) else None
    return InputOut(
        name=item.name,
        label=item.label,
        kind="measure" if measure else "choice" if isinstance(item, Choice) else "criterion",
        units=[unit for unit in measure.units if unit] if measure else [],
        unit_may_be_left_out=measure is not None and measure.bare is not None,
        low=measure.low if measure else None,
        high=measure.high if measure else None,
        options=list(item.options) if isinstance(item, Choice) else [],
        required=item.unsaid is Unsaid.ASK,
    )

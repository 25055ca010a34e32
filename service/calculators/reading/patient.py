"""What a question and the messages before it say of a patient, in the inputs' own names. The newest message wins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from service.calculators.calculator import Calculator
from service.calculators.inputs import Amount, Measure, Value
from service.calculators.reading.amounts import MEASURES, Trouble, read_amounts
from service.calculators.reading.findings import read_choices, read_findings, read_sex
from service.calculators.reading.persons import told_of_one
from service.calculators.reading.text import as_read
from service.patient_details import NEW_PATIENT, is_of_another

_REDUCED = 40  # %: an ejection fraction that counts as heart failure, with symptoms or without (CHA2DS2-VA)
_CONFUSED = 8  # points of the abbreviated mental test, or less (CRB-65)


@dataclass(slots=True)
class Patient:
    """Values by the names of inputs, what could not be used, and what has to be told of the reading."""

    values: dict[str, Value] = field(default_factory=dict)
    troubles: dict[str, Trouble] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)  # by the name of the input that they are about
    is_one_of_several: bool = False  # the last message tells of two people, and not whose score is asked for

    def knows(self, name: str) -> bool:
        """Whether an input was given, usable or not."""
        return name in self.values or name in self.troubles

    def described(self, calculator: Calculator) -> list[str]:
        """The findings that were told of those that a score takes, by their names; the sex is none."""
        findings = [item.name for item in calculator.inputs if not isinstance(item, Measure) and item.name != "sex"]
        return [name for name in findings if self.knows(name)]


def read_patient(messages: Sequence[str]) -> Patient:
    """Read messages, oldest first. With another patient, or two people who cannot be told apart, all begins anew."""
    patient = Patient()
    for message in messages:
        text = as_read(message)
        of_another = is_of_another(text)
        told = told_of_one(text, of_another)
        if told is None or of_another or NEW_PATIENT.search(text):
            patient = Patient(is_one_of_several=told is None)
        if told is None:
            patient.troubles = {name: it for name, it in read_amounts(text).troubles.items() if name == "age"}
        if told is not None:
            patient.is_one_of_several = False
            _take(patient, told)
    _derive(patient)
    return patient


def _take(patient: Patient, text: str) -> None:
    amounts = read_amounts(text, patient.values)
    choices, vague = read_choices(text)
    sex = read_sex(text)
    new: dict[str, Value] = {**amounts.values, **read_findings(text), **choices}
    if sex:
        new["sex"] = sex
    for name in [*new, *amounts.troubles, *vague]:
        patient.values.pop(name, None)
        patient.troubles.pop(name, None)
        patient.notes.pop(name, None)
    patient.values.update(new)
    patient.troubles.update(amounts.troubles)
    for name in amounts.unwritten:
        measure, amount = MEASURES[name], amounts.values[name]
        patient.notes[name] = f"The {measure.label} was read as {amount}."
    for name in vague:
        ask = "mild, or moderate or more" if name == "ascites" else "grade 1 or 2, or grade 3 or 4"
        label = "ascites" if name == "ascites" else "hepatic encephalopathy"
        patient.troubles[name] = Trouble(name, f"{label}: say its degree ({ask}).")


def _derive(patient: Patient) -> None:
    """Criteria that follow from a measured value, by the cut-offs that the scores' sources give for them."""
    values = patient.values
    for name, source, low, high, unit in (
        ("uncontrolled_hypertension", "systolic", 160, None, "mmHg"),
        ("obesity", "bmi", 30, None, "kg/m²"),
        ("altered_mentation", "coma_scale", None, 15, ""),
        ("labile_inr", "time_in_range", None, 60, "%"),
    ):
        amount = values.get(source)
        if isinstance(amount, Amount):
            measured = MEASURES[source].amount_in(amount, unit)
            at_limit = name == "obesity" and measured == low
            values[name] = at_limit or (low is not None and measured > low) or (high is not None and measured < high)
            patient.notes[name] = f"Taken from the {MEASURES[source].label} of {amount}."
    fraction, test = values.get("ejection_fraction"), values.get("mental_test")
    if isinstance(fraction, Amount) and fraction.value <= _REDUCED:  # a higher one does not rule heart failure out
        values["heart_failure"] = True
        patient.notes["heart_failure"] = f"Taken from the {MEASURES['ejection_fraction'].label} of {fraction}."
    if isinstance(test, Amount):
        values["confusion"] = test.value <= _CONFUSED
        patient.notes["confusion"] = f"Taken from the {MEASURES['mental_test'].label} of {test}."
    weight, height = values.get("weight"), values.get("height")
    if isinstance(weight, Amount) and isinstance(height, Amount) and "bmi" not in values:
        index = MEASURES["weight"].amount_in(weight, "kg") / MEASURES["height"].amount_in(height, "m") ** 2
        values["obesity"] = index >= 30
        patient.notes["obesity"] = f"Taken from a body weight of {weight} and a height of {height}."
    creatinine = values.get("creatinine")
    if isinstance(creatinine, Amount) and not values.get("abnormal_renal_function"):
        values["abnormal_renal_function"] = MEASURES["creatinine"].amount_in(creatinine, "µmol/L") > 200
        patient.notes["abnormal_renal_function"] = f"Taken from the serum creatinine of {creatinine}."
    if values.get("uncontrolled_hypertension"):
        values.setdefault("hypertension", True)

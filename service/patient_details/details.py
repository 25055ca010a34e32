"""What is known of the patient: a small value, in the words said. Nothing is converted, computed or judged here."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, replace

from service.measured import AGE, Measured, ages_in, measured_in, measures_named

NUMBER = r"\d+(?:[.,]\d+)?"


_LASTING = (
    AGE,
    "weight",
    "height",
    "bmi",
    "gfr",
    "creatinine_clearance",
    "creatinine",
    "ejection_fraction",
    "child_pugh",
)


@dataclass(frozen=True, slots=True)
class PatientDetails:
    """What was said of one patient. Texts as said, empty where nothing was: ``age`` "74" (years) or "6 months",
    ``pregnancy`` "pregnant", "20 weeks pregnant" or "breastfeeding"; of ``renal``, ``hepatic`` and ``findings`` each
    measure once, at its last value ("eGFR 25 mL/min", "Child-Pugh C"); ``drugs`` and ``conditions`` as glossary terms.
    """

    age: str = ""
    sex: str = ""
    pregnancy: str = ""
    weight: str = ""
    renal: tuple[str, ...] = ()
    hepatic: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    drugs: tuple[str, ...] = ()
    allergies: tuple[str, ...] = ()
    stopped: frozenset[str] = field(default=frozenset(), repr=False)  # drugs and conditions said not to be there
    no_allergies: bool = False  # said in so many words

    def __bool__(self) -> bool:
        """Whether anything was said."""
        return bool(self.listed())

    def listed(self) -> list[str]:
        """Each detail in a few words: "age 74", "eGFR 25 mL/min", "taking apixaban", "allergic to penicillin"."""
        found = [f"age {self.age}"] if self.age else []
        found += [text for text in (self.sex, self.pregnancy) if text]
        found += [f"weight {self.weight}"] if self.weight else []
        found += [*self.renal, *self.hepatic, *self.findings, *self.conditions]
        found += [f"taking {name}" for name in self.drugs]
        return found + [f"allergic to {name}" for name in self.allergies]

    @property
    def values(self) -> list[Measured]:
        """Those of them that sentences can be held against in later turns, too: the age and the measures that last. A
        potassium is another one an hour later.
        """
        return [value for value in measured_in(", ".join(self.listed())) if value.measure in _LASTING]

    def then(self, later: PatientDetails) -> PatientDetails:
        """These details with what was said later: a measure's last value holds, drugs and conditions add up."""
        return PatientDetails(
            later.age or self.age,
            later.sex or self.sex,
            later.pregnancy or self.pregnancy,
            later.weight or self.weight,
            _last_values(self.renal, later.renal),
            _last_values(self.hepatic, later.hepatic),
            _last_values(self.findings, later.findings),
            _added(self.conditions, later.conditions, later.stopped),
            _added(self.drugs, later.drugs, later.stopped),
            later.allergies if later.no_allergies else _added(self.allergies, later.allergies, later.stopped),
        )

    def without(self, text: str) -> PatientDetails:
        """The details that ``text`` does not give itself: another value of the same measure counts as given."""
        low = text.casefold()
        named = {"renal", "hepatic"} if re.search(r"\b(?:egfr|gfr|crcl|clcr|ccl|creatinine|dialysis)", low) else set()
        found: dict[str, object] = {}
        for item in fields(self):
            value = getattr(self, item.name)
            if isinstance(value, tuple):
                found[item.name] = tuple(part for part in value if not _is_in(part, low))
            elif isinstance(value, str) and value and re.search(rf"(?<!\w){re.escape(value.casefold())}(?!\w)", low):
                found[item.name] = ""
        if "renal" in named:
            found["renal"] = ()
        if ages_in(text) or re.search(r"\b\d{1,3}[- ]?(?:years?|yo|y/o)\b|\baged \d", low):
            found["age"] = ""
        if re.search(r"pregnan|gestational|eclampsia", low):
            found["pregnancy"] = ""
        return replace(self, **found)  # type: ignore[arg-type]


def _last_values(earlier: tuple[str, ...], later: tuple[str, ...]) -> tuple[str, ...]:
    return tuple({_measure(text): text for text in (*earlier, *later)}.values())


def _measure(text: str) -> str:
    """Which measure a detail gives the value of: the same for all of its names."""
    name = re.sub(rf"\s[<>≤≥]?{NUMBER}.*$|\s[ABC]\d*$", "", text).casefold()
    measure = next(iter(measures_named(text)), name)  # with its number: "K" alone is no potassium
    return "gfr" if measure == "creatinine_clearance" else measure


def _added(earlier: tuple[str, ...], later: tuple[str, ...], stopped: frozenset[str]) -> tuple[str, ...]:
    return tuple(name for name in dict.fromkeys((*earlier, *later)) if name not in stopped)


def _is_in(part: str, text: str) -> bool:
    measure = _measure(part)
    named = {"gfr" if name == "creatinine_clearance" else name for name in measures_named(text)}
    return measure in named or re.search(rf"(?<!\w){re.escape(measure)}(?!\w)", text) is not None

"""What measured values are called."""

from __future__ import annotations

import re

# measure → its names, without the number. An urea nitrogen is a measure of its own, since its unit looks like urea's.
NAMES = {
    "bilirubin": r"(?:total |serum )*bili(?:rubin)?|t\.?bili?",
    "albumin": r"(?:serum )?alb(?:umin)?(?!\s*[-/:]\s*(?:to\s*-?\s*)?creat)",
    "creatinine": r"(?:(?:serum|plasma) )?(?:creatinine|creat|scr|cr)(?!\s+clearance|\s+ratio|\s*/)",
    "creatinine_clearance": r"creatinine clearance|crcl",
    "sodium": r"(?:serum )?sodium|na\+?",
    "potassium": r"(?:serum )?potassium",
    "inr": r"inr",
    "urea": r"(?:blood |serum )?urea(?! nitrogen)",
    "urea_nitrogen": r"bun|(?:blood )?urea nitrogen",
    "gfr": r"e?gfr|glomerular filtration rate",
    "platelets": r"platelets?(?: count)?|plts?",
    "haemoglobin": r"ha?emoglobin|hb",
    "ejection_fraction": r"lvef|ejection fraction",
    "hba1c": r"hba1c",
    "ldl": r"ldl(?:-c)?",
    "respiratory_rate": r"resp(?:iratory)?\.? rate|rr|respirations",
    "heart_rate": r"heart rate|pulse(?: rate)?|hr",
    "systolic": r"systolic(?: (?:blood )?pressure| bp)?|sbp",
    "diastolic": r"diastolic(?: (?:blood )?pressure| bp)?|dbp",
    "blood_pressure": r"bp|blood pressure",
    "weight": r"(?:body ?)?weight|weigh(?:s|ing)?|wt",
    "height": r"height|ht",
    "temperature": r"temp(?:erature)?|fever(?=\s+(?:of\s+)?(?:3[5-9]|4[0-2])(?!\d))",
    "bmi": r"bmi|body mass index",
    "coma_scale": r"gcs|glasgow coma (?:scale|score)",
}
NAME = re.compile(
    "(?<![A-Za-z0-9-])(?:" + "|".join(f"(?P<{measure}>{words})" for measure, words in NAMES.items()) + ")(?![A-Za-z])",
    re.I,
)


def measures_named(text: str) -> frozenset[str]:
    """The measures that a text names, with a value or without."""
    return frozenset(str(match.lastgroup) for match in NAME.finditer(text))

"""What measured values are called."""

from __future__ import annotations

import re

# Behind what a value is called: it is told in figures ("hypokalaemia below 2.5 mmol/L").
_IN_FIGURES = (
    r"(?=\s\(?(?:(?:of|at|above|below|over|under|from)\s)?[<>≥≤]?\s?{number}"
    r"(?!\d|[.,]\d|\s*(?:mg|g|%|iu|units?|minutes?|hours?|days?|weeks?|months?|years?|times)\b))"
)

# What may stand between a symbol and its value: "K today 5.8", "K+ came back at 6.1".
_UP_TO_VALUE = r"\s*(?:(?:of|is|was|at|now|today|currently|came|back|up|down|to)\s+|[:=]\s*){0,3}"

# measure → its names, without the number. An urea nitrogen is a measure of its own, since its unit looks like urea's.
NAMES = {
    "bilirubin": r"(?:total |serum )*bili(?:rubin)?|t\.?bili?",
    "albumin": r"(?:serum )?alb(?:umin)?(?!\s*[-/:]\s*(?:to\s*-?\s*)?creat)",
    "creatinine": r"(?:(?:serum|plasma) )?(?:creatinine|creat|scr|cr)(?!\s+clearance|\s+ratio|\s*/)",
    "creatinine_clearance": r"creatinine clearance|crcl|clcr|ccl(?=\s*[\s:=<>≤≥]\s*(?:(?:of|is|was|at|now)\s+)?[<>≤≥]?\d)",
    "sodium": r"(?:serum )?sodium|na\+?|hyp(?:er|o)natra?emia" + _IN_FIGURES.format(number=r"1[0-9]\d"),
    "potassium": r"(?:serum )?potassium|(?<!vitamin )(?<!vit )k(?:\+|(?=[\s:=]))(?="
    + _UP_TO_VALUE
    + r"[1-9](?:\.\d)?(?!\d|[.,]\d|\s*(?:mg|g|%|iu|units?)\b))|hyp(?:er|o)kala?emia"
    + _IN_FIGURES.format(number=r"[1-9](?:\.\d)?"),
    "magnesium": r"(?:serum |plasma )?magnesium(?=\s*(?:levels? )?(?:(?:of|is|was|at|now|below|above|under)\s+|[:=<>≤≥]\s*)?[0-3][.,]\d)|"
    r"(?-i:Mg)(?=\s*(?:(?:of|is|was|at|now)\s+|[:=]\s*)?[0-3][.,]\d+(?!\d|\s*(?:mg|g|%|mmol/kg)))",
    "inr": r"inr",
    "urea": r"(?:blood |serum )?urea(?! nitrogen)",
    "urea_nitrogen": r"bun|(?:blood )?urea nitrogen",
    "gfr": r"e?gfr|glomerular filtration rate",
    "platelets": r"platelets?(?: count)?|plts?",
    "haemoglobin": r"ha?emoglobin|hb",
    "ejection_fraction": r"lvef|(?<!\()ef|ejection fraction",
    "hba1c": r"hba1c",
    "ldl": r"ldl(?:-c)?",
    "respiratory_rate": r"resp(?:iratory)?\.? rate|rr|respirations|resps?(?=\s*[:=]?\s*\d)",
    "heart_rate": r"heart rate|pulse(?: rate)?|hr",
    "systolic": r"systolic(?: (?:blood )?pressure| bp)?|sbp",
    "diastolic": r"diastolic(?: (?:blood )?pressure| bp)?|dbp",
    "blood_pressure": r"bp|blood pressure",
    "weight": r"(?:body ?)?weight|weigh(?:s|ing)?|wt",
    "height": r"height|ht",
    "temperature": r"temp(?:erature)?|fever(?=\s+\(?(?:of\s+|above\s+|over\s+|at least\s+)?(?:[≥>]=?\s*)?(?:3[5-9]|4[0-2])(?!\d))",
    "bmi": r"bmi|body mass index",
    "coma_scale": r"gcs|glasgow coma (?:scale|score)",
    "mental_test": r"amts|amt|abbreviated mental test(?: score)?",
    "time_in_range": r"ttr|time in (?:the )?(?:therapeutic )?range",
    "ascitic_neutrophils": r"ascitic(?: fluid)? (?:neutrophils?|pmns?|polymorph\w*)(?: cells?)?(?: count)?",
    "eosinophils": r"(?:blood )?eosinophils?(?: count)?",
    "saag": r"saag|serum[- ]ascites albumin gradient",
    "acr": r"u?acr(?! (?:19|20)\d\d)|albumin[- ]to[- ]creatinine ratio",
    "nt_probnp": r"nt-?pro-?bnp",
    "tsh": r"tsh|thyrotropin|thyroid[- ]stimulating hormone",
    "ferritin": r"(?:serum )?ferritin",
    "lactate": r"(?:serum |blood |venous )?lactate",
    "fasting_glucose": r"fasting (?:(?:plasma|blood) )?(?:glucose|sugar)",
    "glucose": r"(?:(?:plasma|blood|capillary|serum|random) )?glucose|blood sugar|cbg",
    "bicarbonate": r"(?:serum )?bicarb(?:onate)?|hco3-?",
    "pco2": r"p(?:a)?co2",
    "ph": r"(?:(?:arterial|venous) )?(?-i:pH)",
    "oxygen_saturation": r"spo2|sao2|oxygen saturation|sats?",
    "urate": r"(?:serum )?(?:urate|uric acid)",
    "afp": r"afp|alpha-?fetoprotein",
    "hbv_dna": r"hbv dna(?: level)?|dna(?=\s+[\d,]+\s*iu)",
    "liver_stiffness": r"liver stiffness(?: measurement)?|lsm|fibroscan",
    "hvpg": r"hvpg|hepatic venous pressure gradient",
    "fib4": r"fib-?4(?: index)?",
    "meld": r"meld(?:-?na|[- ]3\.0)?",
    "child_pugh": r"child[- ]pugh(?: (?:score|class))*(?: (?:of )?[abc](?=\s?\d))?",
    "maddrey": r"maddrey(?:'s)?(?: discriminant function)?|discriminant function|mdf",
    "lille": r"lille",
    "curb65": r"curb-?65",
    "four_at": r"4at",
    "phq9": r"phq-?9",
    "abcd2": r"abcd2",
    "cha2ds2_va": r"cha2ds2-?va(?:sc)?",
    "has_bled": r"has-?bled",
}
NAME = re.compile(
    "(?<![A-Za-z0-9-])(?:" + "|".join(f"(?P<{measure}>{words})" for measure, words in NAMES.items()) + ")(?![A-Za-z])",
    re.I,
)


def measures_named(text: str) -> frozenset[str]:
    """The measures that a text names, with a value or without."""
    return frozenset(str(match.lastgroup) for match in NAME.finditer(text))


_SYMBOLS = {
    "mg": "magnesium", "na": "sodium", "na+": "sodium", "k": "potassium", "k+": "potassium",
    "ccl": "creatinine clearance", "clcr": "creatinine clearance",
}  # fmt: skip


def with_names(text: str) -> str:
    """``text`` with the symbols of sodium, potassium and others spelt out where a value follows them: "K 6.7" is
    potassium, and "vitamin K 5 mg" is not.
    """
    return NAME.sub(
        lambda match: (
            _SYMBOLS.get(match.group().lower(), match.group())
            if _VALUE_AFTER.match(text, match.end())
            else match.group()
        ),
        text,
    )


_VALUE_AFTER = re.compile(_UP_TO_VALUE + r"\d")

"""What scores are called."""

from __future__ import annotations

import re

NAMES = {
    "child_pugh": r"child(?:['’]?s)?(?:[-\s]turcotte)?[-\s]pugh|\bctp score\b|\bchild(?:['’]?s)? (?:score|class|grade)\b",
    "meld_3": r"\bmeld[-\s]?3(?:\.0)?\b",
    "meld_na": r"\bmeld[-\s]?na\b|\bmeld[-\s]sodium\b",
    "meld": r"\bmeld\b(?![-\s]?(?:3|na|sodium))",
    "cha2ds2_vasc": r"\bcha2?ds2?[-\s]?vasc\b",
    "cha2ds2_va": r"\bcha2?ds2?[-\s]?va\b",
    "has_bled": r"\bhas[-\s]?bled\b",
    "padua": r"\bpadua\b",
    "improve": r"\b(?-i:IMPROVE)\b|\bimprove[-\s](?:vte|bleed(?:ing)?|risk|score)",
    "wells": r"\bwells\b",
    "curb_65": r"\bcurb[-\s]?65\b",
    "crb_65": r"\bcrb[-\s]?65\b",
    "qsofa": r"\bqsofa\b|\bquick[-\s]sofa\b",
    "egfr_ckd_epi_2021": r"\begfr\b|\bckd[-\s]epi\b|\bestimated (?:gfr|glomerular filtration rate)\b",
    "bmi": r"\bbmi\b|\bbody mass index\b",
}
NAME_OF = {name: re.compile(pattern, re.I) for name, pattern in NAMES.items()}

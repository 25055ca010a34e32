"""Shorthand read in full: how much, how often and by which route, the laboratory's and the clinic's words, and drugs'
names cut short to a word that means something else, too, where they stand as drugs do.

Names cut short that mean nothing else ("riva", "pred", "creat") are the glossary's. What is read here is none of its
names: "bd" is no concept, and "met", "mag", "K" or "tap" depend on what stands beside them. A text is read once, before
it is understood, so that searching and judging see the words that texts have.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from corpus.glossary import Entry, Glossary
from service.analysis.spelling import Spelling

# Words that English has not, in any case.
_WORDS = {
    "bd": "twice daily",
    "tds": "three times daily",
    "tid": "three times daily",
    "qds": "four times daily",
    "qid": "four times daily",
    "prn": "as needed",
    "po": "orally",
    "s/c": "subcutaneous",
    "subcut": "subcutaneous",
    "subcutaneously": "subcutaneous",
    "nebs": "nebulised",
    "stat": "at once",
    "d&v": "diarrhoea and vomiting",
    "n&v": "nausea and vomiting",
    "u&e": "potassium and renal function",
    "u&es": "potassium and renal function",
    "plt": "platelets",
    "plts": "platelets",
    "creat": "creatinine",
    "neuts": "neutrophils",
    "bili": "bilirubin",
    "bicarb": "bicarbonate",
    "bloods": "blood tests",
    "rx": "treatment",
    "dx": "diagnosis",
    "ddx": "differential diagnosis",
    "ix": "investigations",
    "hx": "history",
    "mx": "management",
    "mgmt": "management",
    "bx": "biopsy",
    "ppx": "prophylaxis",
    "chemo": "chemotherapy",
    "meds": "medicines",
    "w/o": "without",
    "neg": "negative",
    "preg": "pregnancy",
    "c/i": "contraindicated",
    "f/u": "follow-up",
    "wean": "taper",
    "weaned": "tapered",
    "weaning": "tapering",
}
_WORD = re.compile(
    rf"(?<![\w&/.-])(?:{'|'.join(map(re.escape, sorted(_WORDS, key=len, reverse=True)))})(?![\w&/-])", re.I
)
_NO_TAPER = re.compile(r"\b(?:bab(?:y|ies)|infants?|ventilat\w*|extubat\w*|solids|milk|breast)\b", re.I)

_UNIT = r"(?:mg|g|mcg|micrograms?|µg|units?|iu|ml|mmol|puffs?|tablets?)"
_ROMAN = re.compile(
    r"(?:class|stage|grade|type|nyha|phase|group|killip|factor|\bI{1,3})(?:\W+(?:or|to|and))?\W*$", re.I
)
_DIABETES = (
    "diabetes mellitus",
    "metformin",
    "insulin",
    "HbA1c",
    "blood glucose",
    "diabetic ketoacidosis",
    "hypoglycaemia",
    "tirzepatide",
)
_ANTIDIABETIC = ("SGLT2 inhibitor", "GLP-1 receptor agonist", "DPP-4 inhibitor", "sulfonylurea")

_Reading = str | Callable[[re.Match[str]], str]


def _route(match: re.Match[str]) -> str:
    """Into a vein, unless it is the number four ("NYHA IV", "stage III or IV")."""
    return match.group() if _ROMAN.search(match.string[: match.start()]) else "intravenous"


# What is read by what stands beside it.
_BESIDE: tuple[tuple[re.Pattern[str], _Reading], ...] = (
    # how often: an overdose is OD, too, and a bid is an offer
    (re.compile(rf"(?<=\d)(\s?{_UNIT})?(\s(?:po|iv|im|sc))?\s(?:od|qd)\b", re.I), r"\1\2 once daily"),
    (re.compile(rf"(?<=\d)(\s?{_UNIT})?(\s(?:po|iv|im|sc))?\sbid\b", re.I), r"\1\2 twice daily"),
    (re.compile(r"\bq\.?\s?(\d{1,2})\s?h(?:rs?|ourly)?\b", re.I), r"every \1 hours"),
    (re.compile(r"(?<![\d/])(\d{1,2})/7(?![\d/])"), r"\1 days"),
    (re.compile(r"(?<![\d/])(\d{1,2})/52(?![\d/])"), r"\1 weeks"),
    (re.compile(r"\b(for|every|after|in|last|x) (\d{1,2})/12(?![\d/])", re.I), r"\1 \2 months"),
    # by which route: "im" is "I'm", too
    (re.compile(r"\b(?:IV|iv)\b(?!\s?d(?:rug )?us?)|\bi\.v\."), _route),
    (re.compile(r"(?<=mg )im\b|\bIM\b|\bi\.m\.|\bim(?= (?:adrenaline|epi|inj|midaz|ceftriax|benz))"), "intramuscular"),
    (re.compile(r"\bSC\b|\bsc\b|\bs\.c\."), "subcutaneous"),
    # values
    (re.compile(r"\bSBP\b(?=\s*(?:is|was|of|below|under|above|over|target|goal|[<>≤≥=:]|\d))|(?<=target )SBP\b|(?<=goal )SBP\b"), "systolic blood pressure"),
    (re.compile(r"(?<![\w.])(?<!vitamin )(?<!vit )(?<!vit\. )K\+(?!\w)"), "potassium"),
    (re.compile(r"\b(high|low|raised|normal|rising|falling|check|serum|which|and|or|if|watch|replace|correct) K\b(?!\s?(?:antagonist|\d|-|['’]))"), r"\1 potassium"),
    (re.compile(r"(?<!\w)K(?=, Na\b)"), "potassium"),
    (re.compile(r"(?<![\w.-])Na\+?(?!\w)(?!\s?Cl)"), "sodium"),
    (re.compile(r"(?<![\w.])(?<!\d )Mg(?:2\+)?(?= (?:of |is |was )?\d?\.\d)"), "magnesium"),
    (re.compile(r"\bH(?:b|gb)\b(?!\s?[A-Z]{1,2}\b)"), "haemoglobin"),
    (re.compile(r"\b(?:BM|BMs)(?= (?:of |is |was )?\d)"), "blood glucose"),
    (re.compile(r"\b(?:blood )?sugars?(?= (?:of |is |was |at |now )?\d)", re.I), "blood sugar"),
    (re.compile(r"\b(my|his|her|fasting|pre-meal|high|low) sugars?\b", re.I), r"\1 blood sugar"),
    (re.compile(r"\b(the|a|first|that|his|her|what would the|venous|arterial|capillary|on|do|need|repeat) gas(?:es)?\b(?=.*(?:pH|lactate|pCO2|sats|ketone|\bair\b|potassium|bicarb))|(?:(?<=pCO2)|(?<=sats)|(?<=pH)|(?<=lactate)|(?<=potassium)|(?<=ketoacidosis)|(?<=DKA))(?P<told>.*\b(?:the|a|first|that|his|her) )gas(?:es)?\b"), lambda m: f"{m['told'] or m[1] + ' '}blood gas"),
    (re.compile(r"\b(take|took|send|sent|do|need|get|before|after) cultures\b", re.I), r"\1 blood cultures"),
    (re.compile(r"(?<=\w)\s?\+ve\b", re.I), " positive"),
    (re.compile(r"(?<=\w)\s?[-–−]ve\b", re.I), " negative"),
    # people, organs, places
    (re.compile(r"\bChild(?:['’]?s)?[ -](?=(?:class |grade )?[ABC]\b)"), "Child-Pugh "),
    (re.compile(r"\b(kidney|renal|liver|hepatic|lung|heart|cardiac|pancreas|organ|marrow|post|after) tx\b", re.I), r"\1 transplant"),
    (re.compile(r"\btx\b", re.I), "treatment"),
    (re.compile(r"(?<![\d/])(?<!\d )\bpt(s?)\b(?! ?\d)(?! ratio)"), r"patient\1"),
    (re.compile(r"\b(to|in|from|before|for|needs?) theatre\b", re.I), r"\1 surgery"),
    # what is asked
    (re.compile(r"\b(?:1st|2nd|3rd)(?=[ -]?line\b)", re.I), lambda m: {"1": "first", "2": "second", "3": "third"}[m[0][0]]),
    (re.compile(r"\bwork-?up\b", re.I), "work up"),
    # what is done
    (re.compile(r"\bup-?titrat(?:e|ing)\b", re.I), "increase the dose of"),
    (re.compile(r"\bup-?titration\b", re.I), "dose increase"),
    (re.compile(r"\bgo(ing)? up (?:on|with)\b", re.I), "increase"),
    (re.compile(r"\bload(?:ed|ing)? with\b", re.I), "give a loading dose of"),
    (re.compile(r"\b(?!(?:viral|tumou?r|iron|volume|fluid|bacterial|plaque|case|work|solute|salt|glucose|clot|[DR]NA) )([a-z-]{3,} )load(?= (?:in mg|then|mg|dose)|[?,])", re.I), r"\1loading dose"),
    # a fit man has none
    (re.compile(r"\b(first|second|another|recurrent|febrile|further|epileptic|more|two|three|several|frequent) fits?\b(?! (?:\d|and well|for|to|enough|young|[\w-]+-year))", re.I), r"\1 seizure"),
    (re.compile(r"\b(still|started|keeps?|been|stopped) fitting\b(?! (?:in|a|the|well|into|for)\b)", re.I), r"\1 having a seizure"),
    (re.compile(r"\bfits(?= (?:well |badly |poorly |not )?(?:controlled|every|a (?:week|month|day)))", re.I), "seizures"),
)  # fmt: skip
_TAP = re.compile(
    r"\b(?:(?P<verb>tapp(?P<form>ed|ing)|(?<=\bI )tap|(?<=\bwe )tap|(?<=\bto )tap)|tap)\b(?! water)(?<!ascitic tap)(?<!diagnostic tap)(?<!spinal tap)",
    re.I,
)
_BELLY = re.compile(r"ascit|cirrho|\bSBP\b|SAAG|peritonitis|\bfluid\b", re.I)
_SPINE = re.compile(r"xanthochrom|subarachnoid|\bSAH\b|mening|thunderclap|\bCSF\b|headache", re.I)
_TYPE = re.compile(
    r"\btype ([12])(?=\s*(?:$|[,.:;?!–-]|on\b|with\b|and\b|found\b|aim\b|in\b|patient|who\b|failing\b|newly\b))", re.I
)

# Drugs' names cut short to what is another word, too: the drug, and words that tell that it is meant; None: only its place does.
_CLIPPED: dict[str, tuple[tuple[str, str | None], ...]] = {
    "met": (("metformin", None),),
    "mag": (("magnesium sulphate", r"asthma|eclamp|torsad|\bQT|salbutamol"),),
    "gent": (("gentamicin", None),),
    "epi": (("adrenaline", r"anaphyla|intramuscular epi\b|\bauto-?injector"),),
    "dex": (("dexamethasone", r"oedema|edema|croup|covid|mening|metasta|nausea|myeloma"),),
    "dig": (("digoxin", None),),
    "halo": (("haloperidol", None),),
    "allo": (("allopurinol", r"gout|urate|uric"),),
    "metro": (("metronidazole", None),),
    "trim": (("trimethoprim", None),),
    "lev": (("levetiracetam", r"epilep|seizure|\bfit|status"),),
    "levo": (
        ("levothyroxine", r"thyroid|\bTSH\b|\bT4\b"),
        ("levofloxacin", r"pneumon|legionel|\bUTI|antibiot|infect|tubercul|azithro|cultur"),
        ("levodopa", r"parkinson|dyskines|freezing"),
    ),
}
_CUT = re.compile(
    rf"(?<![\w-])(?:{'|'.join(sorted(_CLIPPED, key=len, reverse=True))})(?![\w-])(?! (?:sul(?:ph|f)|citrate|oxide))",
    re.I,
)
_PLACE_BEFORE = re.compile(
    r"(?:\b(?:on|iv|im|po|sc|intravenous|intramuscular|subcutaneous|orally|start(?:ed|ing)?|stop(?:ped|ping)?|gave|giv(?:e|ing|en)|add(?:ed|ing)?|restart(?:ed)?|"
    r"hold|withhold|prescribed?|doses? of|shots? of|m?g of|taking|takes|continue|max|maximum|plus|(?:swap|switch|chang)\w* to|instead of)\s+(?:the\s+)?|\+\s?)$",
    re.I,
)  # fmt: skip
_PLACE_AFTER = re.compile(
    rf"\s(?:levels?|dos(?:e|ing)|trough|toxicity|infusion|drip|loading|\d+(?:\.\d+)?\s?{_UNIT}\b|intravenous|intramuscular|"
    r"subcutaneous|orally|once daily|twice daily|three times daily|at once|as needed)",
    re.I,
)
_A_PERSON = re.compile(r"\b(?:this|that|an?|old|elderly|nice|young|\d+\w*)\s$", re.I)  # "this gent", "an 80yo gent"


def in_full(text: str, glossary: Glossary) -> tuple[str, list[Spelling]]:
    """``text`` with its shorthand in full, and the names of drugs that it had by brand or cut short."""
    found, named = _generic(text, glossary)
    for pattern, reading in _BESIDE:
        found = pattern.sub(reading, found)
    found = _WORD.sub(_in_full, found)
    found = _procedure(found)
    if _TYPE.search(found) and _of_diabetes(found, glossary):
        found = _TYPE.sub(r"type \1 diabetes", found)
    found, clipped = _drugs(found)
    return (found[:1].upper() + found[1:] if text[:1].isupper() else found), [*named, *clipped]


def _in_full(match: re.Match[str]) -> str:
    read = _WORDS[match.group().lower()]
    if read.startswith("taper") and _NO_TAPER.search(match.string):
        return match.group()
    return read


def _generic(text: str, glossary: Glossary) -> tuple[str, list[Spelling]]:
    """``text`` with drugs' brand names and names cut short as the drugs' own names: texts have those, and so does the
    model that compares meanings. An abbreviation in capitals may stand for one form of a drug (TAF, TDF): it stays.
    """
    readings: list[Spelling] = []
    for mention in reversed(glossary.find(text)):
        written, entry = text[mention.start : mention.end], mention.entry
        if entry.kind != "drug" or not _is_brand_or_cut(written, entry):
            continue
        readings.insert(0, Spelling(written, entry.term))
        text = f"{text[: mention.start]}{entry.term}{text[mention.end :]}"
    return text, readings


def _is_brand_or_cut(written: str, entry: Entry) -> bool:
    form = written.casefold()
    if any(form in (brand.casefold(), f"{brand.casefold()}s") for brand in entry.brands):
        return True
    cut = any(form == short.casefold() for short in entry.abbreviations if short.islower())
    return cut and not entry.members


def _procedure(text: str) -> str:
    """A tap of the belly or of the spine, as the words beside it tell."""
    belly, spine = _BELLY.search(text), _SPINE.search(text)
    if _TAP.search(text) is None or (belly is None) == (spine is None):
        return text
    name = "paracentesis" if belly else "lumbar puncture"
    return _TAP.sub(lambda match: f"perform{match['form'] or ''} {name} on" if match["verb"] else name, text)


def _of_diabetes(text: str, glossary: Glossary) -> bool:
    return any(
        mention.entry.term in _DIABETES or any(above.term in _ANTIDIABETIC for above in glossary.with_classes(mention.entry))
        for mention in glossary.find(text)
    )  # fmt: skip


def _drugs(text: str) -> tuple[str, list[Spelling]]:
    readings: list[Spelling] = []

    def read(match: re.Match[str]) -> str:
        before, after = text[: match.start()], text[match.end() :]
        placed = _PLACE_BEFORE.search(before) is not None or _PLACE_AFTER.match(after) is not None
        senses = _CLIPPED[match.group().lower()]
        meant = [
            drug
            for drug, beside in senses
            if drug in text.casefold()
            or (beside is not None and re.search(beside, text, re.I))
            or (placed and len(senses) == 1)
        ]
        if (
            len(meant) != 1
            or _A_PERSON.search(before)
            or (meant[0] not in text.casefold() and not placed and len(senses) > 1)
        ):
            return match.group()
        readings.append(Spelling(match.group(), meant[0]))
        return meant[0]

    return _CUT.sub(read, text), readings

"""The aspect of a topic that a question asks about, and whether a sentence is on it: symptoms, causes, treatment …

A text may be on the very illness and say nothing of its treatment. Nearness in meaning hardly shows that; the words of
the aspect, in the sentence or in the heading above it, do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True, eq=False)  # each is one of the table: told apart by what it is, at no cost
class Aspect:
    """One aspect: what asks for it, what a sentence on it has, what heads a section on it."""

    name: str
    asked: re.Pattern[str]
    told: re.Pattern[str]
    heads: re.Pattern[str]


def _aspect(name: str, asked: str, told: str, heads: str) -> Aspect:
    return Aspect(name, re.compile(asked, re.I), re.compile(told, re.I), re.compile(heads, re.I))


_ASPECTS = (
    _aspect(
        "inheritance",
        r"\binherit|\bhereditary\b|\bruns? in (?:the |my )?famil|\bgenetic (?:changes?|causes?|basis)|\b(?:which|what) genes?\b",
        r"\binherit|\bgenes?\b|\bgenetic|\bmutation|\bvariants?\b|\bfamil|\bautosomal|\bhereditar|\bchromosom|\bpassed (?:on|down)",
        r"inherit|genetic|genes?\b|cause",
    ),
    _aspect(
        "those at risk",
        r"\bwho (?:is|are|gets?) [^?]*\brisk|\brisk factors?\b|\bwho gets\b",
        r"\brisk|\bmore (?:common|likely|often)|\bmost (?:common|likely|often)|\baffects?\b|\bpredispos",
        r"risk|frequency|who\b",
    ),
    _aspect(
        "how common it is",
        r"\bhow (?:many (?:people|patients|children|women|men)|common|rare|frequent)\b|\bprevalence\b|\bincidence\b",
        r"\bcommon|\brare|\bfrequen|\bprevalen|\bincidence|\d\s?%|\bper \d|\b(?:in|of) (?:every )?\d|\bestimated|\bpeople (?:have|are)|\bcases\b",
        r"frequency|epidemiolog|prevalence|how common|who\b",
    ),
    _aspect(
        "complications",
        r"\bcomplications?\b|\bwhat can (?:it|go)\b[^?]*\bwrong",
        r"\bcomplicat|\b(?:can|may|might|could) (?:also )?(?:lead|cause|result|develop|damage|progress)|\bleads? to|\brisk of|\bdamag|\bfailure\b|\bincreases?\b",
        r"complication|outlook|risk",
    ),
    _aspect(
        "outlook",
        r"\boutlook\b|\bprognos|\bsurviv|\blife expectancy|\bmortality\b",
        r"\boutlook|\bprognos|\bsurviv|\bmortalit|\bd(?:ie|ies|ied|eath)|\brecover|\bcure|\blifespan|\blife\b|\blives?\b|\bresolv|\bprogress|\d\s?%|\byears\b",
        r"outlook|prognos|expectation|course|mortality",
    ),
    _aspect(
        "prevention",
        r"\bprevent|\bprophyla|\bprotect (?:my|your|one|them|against|from)",
        r"\bprevent|\bprophyla|\bprotect|\bvaccin|\bimmuni[sz]|\breduc|\blower|\bavoid|\bstop|\bhelps?\b|\bscreen|\bno (?:known )?way",
        r"prevent|prophyla|vaccin",
    ),
    _aspect(
        "stages",
        r"\bstag(?:es?|ing)\b|\bgrad(?:es?|ing)\b",
        r"\bstag|\bgrade|\bclass|\bspread|\bscore",
        r"stag|grad|classif",
    ),
    _aspect(
        "research",
        r"\bresearch\b|\bclinical trials?\b",
        r"\bresearch|\btrials?\b|\bstud(?:y|ies)\b|\binvestigat|\bscientist",
        r"research|trial",
    ),
    _aspect(
        "symptoms",
        r"\bsymptoms?\b|\bsigns? (?:and|of|or)\b|\bpresent(?:s|ation|ing features)\b|\bhow (?:does|do|might|can) [^?]* present\b|\b(?:look|feel)s? like\b|\bclinical features\b",
        r"\bsymptom|\bsigns?\b|\bpresents?\b|\bfeel|\bfeatures?\b|\bpain|\bfever|\brash|\bswell|\bweak|\btired|\bfatigue|\bnausea|\bvomit|"
        r"\bcough|\bbreath|\bbleed|\bheadache|\bdizz|\bloss\b|\bitch|\bappear|\bcharacteri[sz]ed|\bcomplain|\binclud",
        r"symptom|signs?\b|present|feature|seek|emergency|help",
    ),
    _aspect(
        "causes",
        r"\bwhat (?:causes?|caused|can cause|leads? to)\b|\bcauses? of\b|\bis [^?]* caused by\b|\bwhat brings on\b|\ba?etiology\b",
        r"\bcaus|\bdue to\b|\bresults? (?:from|of|in)|\bbecause\b|\blinked (?:to|with)|\bassociated with|\bmutation|\bleads? to|\btrigger|\brisk factors?|"
        r"\barises?\b|\boccurs? (?:when|in|after|with)|\bstems? from|\bcomes? from|\bfollow",
        r"cause|etiology|risk|inherit|mechanism",
    ),
    _aspect(
        "diagnosis",
        r"\bdiagnos|\b(?:what|which) (?:\w+ )?(?:tests?|exams?|imaging|investigations?)\b|\bhow (?:is|are) [^?]* (?:detected|found|confirmed)\b|\bwork-?up\b",
        r"\bdiagnos|\btest|\bbiops|\bscan|\bimaging|\bexam|\bmeasur|\bultraso|\bx-?ray|\bassess|\bconfirm|\bdetect|\bscreen|\bcriteri|\bMRI\b|\bCT\b|"
        r"\bsampl|\bsuspect|\bdefin|\bculture|\bendoscop|\bECG\b|\bechocardio",
        r"diagnos|exam|test|investigat|assess|criteria",
    ),
    _aspect(
        "treatment",
        r"\btreat(?:ment|ments|ed|s|ing)?\b|\btherap(?:y|ies)\b|\bmanag(?:e|es|ed|ement|ing)\b|\bcure[ds]?\b|\bwhat (?:helps|to do for|do i do for)\b",
        r"\btreat|\btherap|\bsurger|\bsurgical|\bmedicin|\bmedicat|\bdrugs?\b|\bmanag|\brecommend|\bgiven\b|\bline\b|\bantibiotic|\boptions?\b|\bcure|"
        r"\btransplant|\binfus|\binject|\boral|\bmg\b|\bdos|\bused\b|\buse of\b|\bstart|\bstop|\bswitch|\badd(?:ed|ing|s)\b|\bprefer|\bshould\b|\badvis|\bsuggest|"
        r"\bremov|\breliev|\bhelps?\b|\bneeds?\b|\brequires?\b|\bcare\b|\bindicated|\boffer|\bconsider|\bavoid|\bcontraindicat|\breplace|\bcontrol",
        r"treat|therap|manag|recommend|steps?\b|dos(?:e|ing)|drug|surg|care",
    ),
)


@lru_cache(maxsize=256)
def aspect_of(question: str) -> Aspect | None:
    """The aspect that ``question`` asks about; None where it names none."""
    return next((aspect for aspect in _ASPECTS if aspect.asked.search(question)), None)


@lru_cache(maxsize=8_000)
def is_on(aspect: Aspect, text: str, heading: str) -> bool:
    """Whether a sentence is on the aspect: by its own words, or by the last of the headings above it."""
    return aspect.told.search(text) is not None or aspect.heads.search(heading.rsplit(" › ")[-1]) is not None

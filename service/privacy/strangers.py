"""Names that are in no list and that no word announces: capitalised words that no text of the library has.

Two such words side by side are somebody's name ("Chidinma Okonkwo"), one alone is where only a person stands ("bed 4,
Wojtek"). What may be a drug, an eponym or an institution is left alone, and so is a message that is all capitals or a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.known_words import common_words, known_words
from service.privacy.kinds import Identifier, Kind
from service.privacy.letters import LOWER, UPPER
from service.privacy.names import EPONYMIC, GIVEN, KIN
from service.privacy.unannounced import is_person

_PART = rf"(?:[{UPPER}]['’])?(?:Mc|Mac)?[{UPPER}][{LOWER}]+"
_WORD = rf"{_PART}(?:['’-](?:{_PART}|[{LOWER}]{{3,}}))*"
_PARTICLE = r"(?:van der|van den|van|von|de la|del|della|de|di|da|dos|do|le|la|el|al|ul|bin|binti|bint|ibn|abu|abd|abdul|ben|bat|ter|ten|zu|y|ní|ni|ó|ua|mac|nic|ap|ab|ferch)"
_NEXT = rf",? (?:[{UPPER}]\.? )?(?:\({_WORD}\) )?(?:{_PARTICLE}[ -])?{_WORD}"
_SEVERAL = re.compile(rf"(?<![\w'’-])(?P<value>{_WORD}(?:{_NEXT}){{1,3}})(?![\w’-])")
# One word alone, where only a person stands.
_BESIDE = (
    re.compile(rf"\b(?i:{KIN}),? (?:is |was |called )?(?P<value>{_WORD})(?![\w’-])"),
    re.compile(rf"\b(?i:bed|room|bay|cubicle|side ?room|chair) \w{{1,4}}[:,.)-]? ?[-–]? ?(?P<value>{_WORD})(?![\w’-])"),
    re.compile(rf"\b(?i:we|i) (?i:have|had|saw|met|know|reviewed|admitted|discharged|look after|got) (?P<value>{_WORD})(?= (?i:in|on|here|back|with|who|again|from|today|yesterday)\b)"),
    re.compile(rf"\b(?i:asking (?:for|about)|on behalf of|dear|regards,?|thanks,?|discussed with|spoke to|referred by|signed(?: by)?|seen by|patient is|(?:his|her) name is|baby|infant of|re:?|regarding|this is|it's|patient|pt|client|resident) (?P<value>{_WORD})(?![\w’-])"),
    re.compile(rf"(?<![\w'’-])(?P<value>{_WORD}(?: [{UPPER}]\.)?)(?=,? (?:wants|asks|asked|says|said|thinks|tells|told|refuses|refused|weighs|is (?:on|here|my|our|his|her|an? \d|\d|worried|asking|pregnant|allergic)|was (?:seen|admitted|discharged)|needs|has been|came|lives|fell|collapsed|vomited|fainted|died|broke|has (?:had|an?|no|two|three|\d)|\(?(?:in )?(?:bed|room|bay|side room|cubicle) \d)\b)"),
    re.compile(rf"(?<=\[name\] )(?P<value>(?:(?:Lo|La|Le|De|Di|Da|Dos|Van|Von|El|Al|Mac|Ní|Ó) )?{_WORD})(?![\w’-])"),
    re.compile(rf"(?<![\w'’-])(?P<value>{_WORD} [{UPPER}]\.)(?=[ ,])"),
    re.compile(rf"(?<![\w'’-])(?P<value>{_WORD})['’]s? (?:\w+ )?(?i:hba1c|inr|egfr|creatinine|potassium|sodium|bloods?|results?|bp|ecg|ldl|platelets?|hb|crp|tsh|weight|wife|husband|mother|father|mum|mam|dad|son|daughter|notes|chart|dose|tablets|medication|scan|appointment)\b"),
    re.compile(rf"(?:^|[.;:] ?|\b\d[.)] ?)(?P<value>{_WORD})(?=,? \(?\d{{1,3}} ?(?:y/?o|yrs?|years?|[MFmf])\b)"),
)  # fmt: skip
# Where somebody works or comes from, other than in a country that the texts name.
_PLACE = re.compile(
    rf"\b(?i:gp|nurse|doctor|pharmacist|hospital|clinic|practice|surgery|patient|farmer|man|woman|lady|works?|living|born) (?:in|at|near|from) (?P<value>{_WORD}(?: {_WORD})?)(?![\w’-])"
)
_NO_ONE = re.compile(
    r"^(?:pts?|dr|mr|mrs|ms|prof|rev|mx|[dhrt]x|abx|today|yesterday|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|christmas|easter|ramadan|diwali|mum|mom|mummy|mam|dad|daddy|nan|nana|gran|grandma|grandpa|grandad|granddad|granny|auntie|hello|hi|thanks|thank|"
    r"kind|best|regards|good|morning|evening|afternoon|sir|madam|doctor|nurse|sister|registrar|consultant|resident|boss|team|all|colleagues?|why|our|his|my|hers|theirs|ours|mine|yours|google|youtube|chatgpt|god|allah|jesus|satan|please|write|"
    r"obs|obstetrics?|gyn\w*|derm\w*|neuro\w*|cardi\w*|gastro\w*|haem\w*|hem\w*|micro\w*|renal|surg\w*|an(?:a)?esthet\w*|physio\w*|rheum\w*|onc\w*|p(?:a)?eds?|ortho\w*|psych\w*|hepat\w*|radi\w*|school|nursery|"
    r"britain|england|scotland|wales|ireland|london|\w+(?:ish|ese|ian|ean))$",
    re.I,
)
# "Mr Abdul Karim Hussain" in small letters: the first word may be anything, those behind it are unknown or given names.
_SMALL = re.compile(
    rf"\b(?:[Mm]rs?|Miss|[Dd]r|[Pp]rof|\[name\])\.? (?P<value>(?:[a-z]\.? )?[{LOWER}][{LOWER}'’-]{{2,}}(?: [{LOWER}][{LOWER}'’-]+){{0,3}})"
)
_SMALL_BEFORE_OWN = re.compile(
    rf"(?<![\w'’-])(?P<value>[{LOWER}][{LOWER}'’-]+ [{LOWER}][{LOWER}'’-]+)(?=,? \(?(?:d\.?o\.?b\b|date of birth|mrn\b|nhs (?:no|number)|hosp))",
)
# "j smith 45m" where a message begins.
_SMALL_BY_INITIAL = re.compile(
    rf"^(?P<value>[a-z]\.? (?P<last>[{LOWER}]{{3,}}))(?=,? \(?\d{{1,3}} ?(?:y/?o|y|yrs?|[MFmf])\b)"
)
# The name field of a record's head, and of a message between systems.
_FIELD = re.compile(
    rf"\b(?i:(?:sur|fore|first |last |full |patient )?name|patient|pt|client|re)\b ?[:=|]+ ?(?P<value>[{UPPER}]{{2,}}(?:['’-][{UPPER}]{{2,}})*(?:,? (?:[{UPPER}]{{2,}}(?:['’-][{UPPER}]{{2,}})*(?![{LOWER}])|{_WORD}|[{UPPER}]\.?(?!\w))){{0,3}})"
)
_CARETS = re.compile(rf"(?<![\w^])(?P<value>[{UPPER}{LOWER}'’-]{{2,}}(?:\^[{UPPER}{LOWER}'’.-]*)+)")
_PARTS = re.compile(r"[^\W\d_]{2,}")
# What may stand before a name in the middle of a sentence: "storm Burch Wartofsky" are authors of a score.
_LEADS = re.compile(
    r"(?:^|[.,;:!?()\[\]/–-] ?|\d ?|\b(?:for|of|is|was|re|regarding|about|see|seeing|saw|meet|and|can|could|should|may|will|would|does|did|has|had|have|if|that|when|to|by|from|case|patient|pt|"
    r"client|resident|lady|gentleman|man|woman|boy|girl|child|baby|kid|m|f|yo|y/o|please|pls|help|hi|hello|dear|thanks|old|young|little|named|called|name|friend|[dm]r|mrs|prof) )$",
    re.I,
)
_PERSONS_OWN = re.compile(r",? (?:\(?\d{1,3} ?(?:y/?o|yrs?|years?|[MFmf])\b|\(?(?i:dob|mrn|nhs|born)\b)")
_TITLE_CASE = 0.5  # of the words of a message


def strangers(text: str) -> Iterator[Identifier]:
    """Such names in ``text``, in no order; they may overlap."""
    for pattern in (_FIELD, _CARETS):
        for match in pattern.finditer(text):
            if any(_is_stranger(word) or word.lower() in GIVEN for word in _PARTS.findall(match["value"])):
                yield Identifier(*match.span("value"), Kind.NAME)
    yield from _in_small_letters(text)
    if _is_title(text):
        return
    for match in _PLACE.finditer(text):
        if all(_may_be_one(word) for word in match["value"].split()):
            yield Identifier(*match.span("value"), Kind.ADDRESS)
    for match in _SEVERAL.finditer(text):
        yield from _names_in(text, match)
    for pattern in _BESIDE:
        for match in pattern.finditer(text):
            if _may_be_one(match["value"]) and not EPONYMIC.match(text[match.end("value") :]):
                yield Identifier(*match.span("value"), Kind.NAME)


def _names_in(text: str, match: re.Match[str]) -> Iterator[Identifier]:
    """The runs of words of a match of which each may be a name and one is in no text; of two at least."""
    run: list[re.Match[str]] = []
    words = [*re.finditer(_WORD, match["value"])]
    for at, word in enumerate([*words, None]):
        if word is not None and _may_be_part(word.group()):
            run.append(word)
            if at < len(words) - 1:
                continue
        if len(run) > 1 and any(_is_stranger(each.group()) for each in run):
            start, end = match.start("value") + run[0].start(), match.start("value") + run[-1].end()
            name = text[start:end]
            lone_list = "," in name and _PERSONS_OWN.match(text[end:]) is None  # "Zelboraf, Cotellic" may be two drugs
            if not lone_list and _LEADS.search(text[:start]) and is_person(name) and not EPONYMIC.match(text[end:]):
                yield Identifier(start, end, Kind.NAME)
        run = []


def _in_small_letters(text: str) -> Iterator[Identifier]:
    for match in _SMALL.finditer(text):
        words = [*re.finditer(r"\S+", match["value"])]
        last = _last_of_name(words)
        if any(_is_stranger(word.group()) for word in words[:last]):
            yield Identifier(match.start("value"), match.start("value") + words[last - 1].end(), Kind.NAME)
    for match in _SMALL_BY_INITIAL.finditer(text):
        if _is_stranger(match["last"]):
            yield Identifier(*match.span("value"), Kind.NAME)
    for match in _SMALL_BEFORE_OWN.finditer(text):
        if all(_may_be_part(word) for word in match["value"].split()):
            yield Identifier(*match.span("value"), Kind.NAME)


def _last_of_name(words: list[re.Match[str]]) -> int:
    """How many of the words in small letters behind a title are a name: "abdul karim", "j okonjo", but not "p hides"."""
    by_letter = len(words[0].group()) <= 2
    for at, word in enumerate(words):
        if at == 0 and by_letter:
            continue
        if not _may_be_part(word.group()) or (at == 1 and by_letter and re.search(r"(?:s|ed)$", word.group())):
            return 0 if at == 1 and by_letter else at
    return len(words)


def _is_title(text: str) -> bool:
    """Whether the everyday words of a text are written with capitals, too."""
    everyday = [word for word in _PARTS.findall(text) if word.lower() in common_words() and not word.isupper()]
    capitals = sum(1 for word in everyday if word[0].isupper())
    return capitals > 2 and capitals > _TITLE_CASE * len(everyday)


def _may_be_one(name: str) -> bool:
    word = re.sub(
        rf"^(?:L[oae]|D[eia]|Dos|V[ao]n|[EA]l|Mac|Ní|Ó) | [{UPPER}]\.$", "", name
    )  # without a particle and an initial
    return _is_stranger(word) and _NO_ONE.match(word) is None and is_person(word)


def _may_be_part(word: str) -> bool:
    if _NO_ONE.match(word):
        return False
    parts = _PARTS.findall(word.lower())
    return word.lower() in GIVEN or (bool(parts) and not any(part in common_words() for part in parts))


def _is_stranger(word: str) -> bool:
    """Whether no text of the library has any part of a word."""
    parts = _PARTS.findall(word.lower())
    return bool(parts) and not any(part in known_words() for part in parts)

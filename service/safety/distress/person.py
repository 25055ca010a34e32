"""Of whom is it said? The asker, somebody of theirs, a patient in a professional's question, or people in general."""

from __future__ import annotations

import re

from service.safety.distress.past import CHRONIC, is_past_or_harmless
from service.safety.distress.register import asks_of_practice
from service.safety.distress.wording import plain

_KIN = (
    r"mother|father|mum|mom|dad|mummy|daddy|wife|husband|hubby|spouse|partner|fianc\w+|son|daughter|child|children|kids?|baby|newborn|"
    r"toddler|infant|boy|girl|twins?|brother|sister|grand\w+|granny|nan|gran|friend|best friend|mate|boyfriend|girlfriend|uncle|aunt|"
    r"cousin|nephew|niece|neighbou?r|colleague|coworker|roommate|flatmate|parents?|(?:\w+)[- ]in[- ]law|stepson|stepdaughter|bro|sis|"
    r"(?:\d+|one|two|three|four|five|six)[- ](?:year|month|week|day)s?[- ]old|\d+ ?(?:yo|y/o)"
)
_SHORT = r"mum|mom|dad|mother|father|grand(?:ma|pa|ad|dad|mother|father)|granny|hubby|husband|wife|son|daughter|baby|brother|sister|toddler|friend|partner"
_SUBJECT = re.compile(
    r"(?P<other>\b(?:(?:my|our|the|a|his|her) (?:[\w-]+ ){0,3}?)?(?:patients?|pts?|clients?|residents?|inpatients?)\b(?! (?:card|here|leaflet|portal|bracelet))(?!\.\.\.)"
    r"|(?<!my )(?<!our )\b\d+ ?(?:m|f|yo|y/o|yom|yof)\b|(?:^|[.:;] ?)(?:an? )?(?:man|woman|male|female|boy|girl|lady|gentleman)(?: aged| of|,) ?\d+\b"
    r"|(?<!my )(?<!our )(?<!had )(?<!having )(?<!expecting )\b(?:an? |\d+[- ](?:year|month|week|day)s?[- ]old )+(?:[\w-]+ ){0,2}?"
    r"(?:man|woman|male|female|boy|girl|lady|gentleman|child|infant|baby|toddler|neonate|newborn|person|adult|adolescent|teenager|smoker)\b"
    r"|\b(?:young|old|elderly|middle-aged) (?:man|woman|lady|gentleman|patient) with\b"
    r"|(?<!my )(?<!our )(?<!is )(?<!was )\b\d+[- ](?:year|month|week|day)s?[- ]old\b|(?P<others>(?<!seeing )(?<!sees )\b(?:men|women|children|infants|neonates|babies|adults|adolescents|people|persons|someone|somebody|anyone)\b(?!'s)(?! here\b)))"
    rf"|(?P<own>\b(?:my|our) (?:own |[\w'-]+ ){{0,2}}?(?:{_KIN})\b|(?:^|[.,!?;:] ?)(?:and |so |but |hi |hello |help )?(?:{_SHORT}|kid|lad|mate|nan|gran|child(?='s got| can't| won't| isn't))\b"
    r"|\b(?:everyone|everybody) (?:in|at) (?:the|our|this) (?:flat|house|home|room|family|office|tent|car|van)\b|\ball of us\b"
    r"|\b(?:i|i'm|i've|i'd|i'll|we|we're|we've)\b)"
    r"|(?P<back>\b(?:he|she|they|him|he's|she's|they're|the (?:baby|child|kid|boy|girl|man|woman))\b)"
)
_PATIENT = re.compile(r"\b(?:patients?|pts?|clients?|residents?|inpatients?)\b")
# "How do I treat …": who asks so is not who suffers.
_PRACTISES = re.compile(
    r"\b(?:how|what|when|which|whether|should|can|could|may|must|do|would|shall) (?:\w+ ){0,3}?(?:i|we) (?:\w+ )?(?:treat|manage|give|assess|intubate|triage|"
    r"prescribe|order|start|use|approach|investigate|diagnose|differentiate|distinguish|counsel|recogni[sz]e|handle|monitor|grade|dose|"
    r"transfuse|anticoagulate|screen|refer|admit|expect|interpret|rule out|work up)\b"
)
_PROFESSIONAL = re.compile(
    r"\b(?:patients?(?! (?:here|card))|pts?|guidelines?|management|differential|work-?up|first[- ]line|prognosis|mortality|incidence|prevalence|dos(?:e|es|ing|age)|"
    r"\d+ ?(?:mg|mcg|ml|g)\b(?!/dl)|criteria|score|algorithm|protocol|empirical|indicated|eligible|thrombolysis|gcs|nihss|hb|ecg|troponin|inr|mifepristone|hypotensive|up to \d+ weeks|"
    r"(?:he|she|pt|patient|^) ?denies|(?<=[.,;] )(?:wants|asks for|declines) |present(?:s|ing)|admitted|ward|resus|icu|clinic|treatments?|intervention|screening|saturation|first aid|side effects?|causes? of|"
    r"an? (?:cirrhotic|diabetic|asthmatic|alcoholic|haemophiliac|hemophiliac)(?! (?:and|but) (?:i|my)\b)|creatinine|lactate|ferritin|platelets?|crp|egfr|mmhg|mmol|cirrhotics?|decompensated|nt-?probnp|ascitic|known (?:cirrhosis|varices|asthma|copd|epilep\w+|af|hiv|ihd|ckd))\b"
)
# Words of the trade that those who suffer use, too, and how these speak.
_OWN_WORDS = re.compile(
    r"dos|treatment|inr|ward|clinic|admitted|side effect|\d|first aid|saturation|ecg|hb|an? |creatinine|ferritin|platelet|mm|cirrhotic|decomp|nt|ascitic|known"
)
_SUFFERS = re.compile(
    r"\b(?:my (?!(?:[\w-]+ ){0,3}?(?:patients?|pts?|clients?|residents?)\b)|i feel|i can't|i took|i've (?:taken|got|had)|i'm (?!an? )|i have (?!an? (?:\w+ )?patient)|feel (?:awful|ill|terrible))"
)
# A question, and not "is breathing" or "can't move".
_ASKED = re.compile(
    r"^\W*(?:what|which|when|where|why|how|who|is|are|does|do|can|could|may|should|will|tell|list|explain|describe)\b(?!')"
)
_NOW = re.compile(
    r"\b(?:right now|just now|tonight|today|this (?:morning|evening|afternoon)|last night|since (?:this|last|an|one|yesterday|breakfast|lunch|noon|midday|dinner|supper|midnight)|"
    r"(?:an|one|half an|two|\d+) (?:hours?|minutes?|mins?)|suddenly|help|a lot of it)\b"
)
_WITNESS = re.compile(
    r"\b(?:there's|there is) (?:a|an|some) (?:man|woman|boy|girl|person|kid|child|lady|guy)\b|\b(?:in front of|next to|beside) (?:me|us)\b|\bwhat (?:do|should) (?:i|we) do(?: now)?\W*$"
)
_UNKNOWN = r"\b(?:patients?|pts?|clients?|residents?|if (?:a|an|someone|somebody))\b"
# Signs in a row, without a question: how people type who have no time.
_BARE = re.compile(
    r"^(?!.*\b(?:when|how|which|whether) to\b)(?!(?:what|how|which|when|why|is|are|can|does|do|should|who)\b)[^?]{0,60}(?:,| and | & )[^?]{0,60}$"
)
_ASKER = re.compile(r"\b(?:i|i'm|i've|my|me|myself)\b")
_ELLIPTIC = re.compile(
    r"^\W*(?:(?:still|just|keep|been|not|help|please|pls|so|and|now)\W+)*(?:\w+ing\b|can't(?! tolerate (?:it|them)\b(?! any))|couldn't|took|taken|swallowed|vomited|threw|inhaled|got|fell|drank|ate|fainted|burned|burnt|woke)"
    r"|[.!]\s+(?:injected|swallowed|took|drank|ate|gave)\b"
)


# Who stands by outside a hospital: not the patient's clinician, whatever words are used.
_STANDS_BY = re.compile(
    r"\b(?:i'm|i am|this is|it's|as) (?:a |an |the |her |his |their |my (?:\w+ )?)?(?:[\w'-]+ ){0,3}?(?:carer|care assistant|caregiver|support worker|home help|hca|babysitter|childminder|nanny|neighbour|neighbor|landlord|"
    r"landlady|foreman|teacher|coach|lifeguard|receptionist|cashier|driver|warden|niece|nephew|daughter|son|wife|husband|sister|brother|partner|friend|flatmate|volunteer)\b(?! in-?law asks)|"
    r"\b(?:carer|care assistant|support worker|home help|hca|foreman|babysitter|childminder|teacher|coach|lifeguard|secretary|neighbour|group home worker|prison officer) here\b|"
    r"^\W*(?:hi |hello )?(?:carer|care assistant|support worker|home help|hca|babysitter|childminder|teacher|coach|lifeguard|school secretary|care worker)\b[^.?!]{0,20}[,.:]|"
    r"\b(?:i|we) (?:look|looking|am looking) after (?:a|an|my|the|her|him)\b|\blooking after my\b|\b(?:i|we) (?:care for|support) (?:a|an|my|the)\b|\bdoing a home (?:call|visit)\b|\bat a home visit\b|"
    r"\b(?:at|in) (?:her|his|their) (?:own )?(?:house|flat|home|bungalow)\b|\bat the house (?:now|with|doing)\b|\bcommunity nurse visiting\b|\bdistrict nurse\b(?=.{0,40}\b(?:at|in) (?:the|her|his|their)\b)|\boff duty\b"
)
_IN_HOSPITAL = re.compile(
    r"\b(?:ward|bay \d|bed \d+|side room|resus|theatre|icu|itu|hdu|picu|nicu|ccu|cath lab|(?:in|our|the) (?:ed|er|a&e)|amu|labour ward|recovery|pacu|majors|on call|on-call|reg(?:istrar)?|sho|consultant|anaesthetist|take|admitted|iv)\b"
)


_ASKS_WHAT_TO_DO = re.compile(r"\b(?:do|can|could|should|may|must|shall|would) (?:i|we)\b")


def may_be_own(message: str) -> bool:
    """Whether the message may tell of the asker or of somebody of theirs, now: no professional's question, no past."""
    text = plain(message)
    if CHRONIC.search(text) or is_past_or_harmless(message) or from_professional(message):
        return False
    if _ASKED.match(text) and not (_SUBJECT.search(text) or _ASKER.search(text)):
        return False
    return bool(
        _SUBJECT.search(text) or _ASKER.search(text) or _NOW.search(text) or _ELLIPTIC.search(text) or _BARE.match(text)
    )


def asks(message: str) -> bool:
    """Whether the message begins as a question or a request does."""
    return _ASKED.match(plain(message)) is not None


def from_professional(message: str) -> bool:
    """Whether the message speaks of a patient or of a matter of practice, as a clinician does."""
    text = plain(message)
    if stands_by(message):
        return False
    asked = [match.span() for match in _PRACTISES.finditer(text)]
    subjects = [match for match in _SUBJECT.finditer(text) if not any(a <= match.start() < b for a, b in asked)]
    witnessed = _WITNESS.search(text) is not None and re.search(_UNKNOWN, text) is None
    kin = next((m.start() for m in subjects if m["own"] and not m["own"].startswith(("i", "we"))), len(text))
    # who is named after one's own ("my daughter … because of a boy") is not who is asked about
    if any(m["other"] and not m["others"] and (m.start() < kin or _PATIENT.search(m["other"])) for m in subjects):
        return not witnessed
    if any(match["own"] and not match["own"].startswith(("i", "we")) for match in subjects):
        return False  # those at home use a professional's words, too
    if any(match["others"] for match in subjects) and not any(match["own"] for match in subjects):
        # "I did not want to bother anyone, but my arm …": who tells of a body of their own asks of nobody else
        return not witnessed and _SUFFERS.search(text) is None
    if asked and not subjects:
        return True
    return _speaks_the_trade(text)


def stands_by(message: str) -> bool:
    """Whether somebody writes who is with another outside a hospital: a carer, a neighbour, a teacher, a nurse in a home."""
    text = plain(message)
    return _STANDS_BY.search(text) is not None and _IN_HOSPITAL.search(text) is None


def tells_of_somebody_at_home(message: str) -> bool:
    """Whether the message tells of somebody of the asker's, of one whom the asker stands by, or of the asker who
    suffers, and not of a clinician's patient.
    """
    text = plain(message)
    if stands_by(message) or any(m["own"] and not m["own"].startswith(("i", "we")) for m in _SUBJECT.finditer(text)):
        return _PATIENT.search(text) is None or stands_by(message)
    return _SUFFERS.search(text) is not None and _IN_HOSPITAL.search(text) is None and not from_professional(message)


def names_nobody_own(message: str) -> bool:
    """Whether a message speaks neither of the asker as one who suffers nor of anybody of theirs."""
    return not (tells_of_own(message) or begins_elliptic(message))


def tells_of_own(message: str) -> bool:
    """Whether the asker is named as one who suffers, or anybody of theirs; "what do I give" names neither."""
    text = _ASKS_WHAT_TO_DO.sub(" ", plain(message))
    return any(match["own"] for match in _SUBJECT.finditer(text)) or _ASKER.search(text) is not None


def begins_elliptic(message: str) -> bool:
    """Whether a message begins with what is done or suffered and leaves out by whom: "vomiting since noon"."""
    return _ELLIPTIC.search(_ASKS_WHAT_TO_DO.sub(" ", plain(message))) is not None


def _speaks_the_trade(text: str) -> bool:
    """Whether a professional's words are used, and not just those that the ill use of themselves, too."""
    return any(
        _OWN_WORDS.match(found.group()) is None or not _SUFFERS.search(text) for found in _PROFESSIONAL.finditer(text)
    )


# "I am …", "my two-year-old has just …": nothing else stands before what is told, and nothing is asked, supposed or long over.
_SAYS_OUTRIGHT = re.compile(
    rf"(?:^|[.,;!?:]\s*|\b(?:and|but|because|so)\s+)(?:(?:hi|hello|help|please|sorry|and|but|so|now)[\s,]+)*(?:i|(?:my|our) (?:[\w-]+ ){{0,2}}?(?:{_KIN}))(?:'m|'s|'ve| am| is| has| have| keeps?)?"
    r"(?: (?:just|now|been|started|suddenly|a|an|some|really|very|severe|bad|awful|terrible|sudden|accidentally|got|having|getting|there's|this))*\s*$"
)


def is_said_outright(text: str, sign: re.Match[str]) -> bool:
    """Whether a sign is told in a plain sentence of the asker, or of somebody of theirs, as it is now."""
    return _SAYS_OUTRIGHT.search(text[: sign.start()]) is not None


def is_own(text: str, sign: re.Match[str], spoken: bool = False) -> bool:
    """Whether a sign is said of the asker or of somebody of theirs: the nearest person before it tells.

    ``spoken``: words that people say of themselves, so that nobody has to be named.
    """
    asked = [match.span() for match in _PRACTISES.finditer(text)]
    subjects = [
        match for match in _SUBJECT.finditer(text)
        if match.start() <= sign.end() and not any(a <= match.start() < b for a, b in asked)
    ]  # fmt: skip
    before = [match for match in subjects if match.start() <= sign.start()] or subjects
    for match in reversed(before):
        if match["other"]:  # "a man here has collapsed, what do I do?"
            return _WITNESS.search(text) is not None and not re.search(_UNKNOWN, text)
        if match["own"]:
            return True
    if _speaks_the_trade(text) and ("?" in text or _ASKED.match(text) or asks_of_practice(text)):
        return False  # whoever asks nothing in a professional's words tells of something
    if before:  # "she's not breathing": nobody else has been named
        return True
    if asked:
        return False
    return spoken or bool(_ASKER.search(text) or _NOW.search(text) or _ELLIPTIC.search(text) or _BARE.match(text))

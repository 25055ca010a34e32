"""Identifiers made of digits and signs: telephone, insurance, record, account and device numbers, addresses of the net.

A number counts when its form says what it is (a check digit, a country code) or when the word before it does ("MRN").
Doses, laboratory values and scores have neither.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Iterator

from service.privacy.kinds import Identifier, Kind

_IS = r"\.?\s*(?:(?:number|no|num|nr|id|code)\b\.?|#)?\s*(?:is\b|was\b|[:#=-])?\s*"
_VALUE = r"(?P<value>[A-Z]{0,5}[-/ ]?\d[\dA-Z]*(?:[-/.]?[\dA-Z]+)*)"  # has a digit near its beginning


def _digits(text: str) -> list[int]:
    return [int(character) for character in text if character.isdecimal()]


def is_nhs_number(text: str) -> bool:
    """Ten digits whose last is the check digit (modulo 11; NHS Data Model and Dictionary)."""
    digits = _digits(text)
    if len(digits) != 10 or len(set(digits)) == 1:
        return False
    rest = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return rest != 10 and digits[9] == (0 if rest == 11 else rest)


def is_card_number(text: str) -> bool:
    """13 to 19 digits that pass Luhn's test (ISO/IEC 7812-1)."""
    digits = _digits(text)
    if not 13 <= len(digits) <= 19 or len(set(digits)) == 1:
        return False
    doubled = [digit if index % 2 == 0 else sum(divmod(2 * digit, 10)) for index, digit in enumerate(reversed(digits))]
    return sum(doubled) % 10 == 0


def is_iban(text: str) -> bool:
    """An international bank account number with right check digits (ISO 13616)."""
    packed = text.replace(" ", "").upper()
    if not 15 <= len(packed) <= 34 or not packed.isascii() or not packed.isalnum():
        return False
    return int("".join(str(int(character, 36)) for character in packed[4:] + packed[:4])) % 97 == 1


def _is_social_security(text: str) -> bool:
    """The areas 000, 666 and from 900, the group 00 and the serial 0000 are never given out (US SSA)."""
    number = "".join(map(str, _digits(text)))
    return number[:3] not in ("000", "666") and number < "900" and number[3:5] != "00" and number[5:] != "0000"


def _is_ip(text: str) -> bool:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return False
    # "6.3.1.2" is a section; "1::2" is no address that anybody has
    return sum(len(part) > 1 for part in re.split(r"[.:]", text)) >= (2 if address.version == 4 else 3)


def _is_phone(text: str) -> bool:
    return 7 <= len(_digits(text)) <= 15


def _is_somebodys(text: str) -> bool:
    return _NOBODYS.match(text) is None


def _is_not_round(text: str) -> bool:
    """ "1000000" is a count."""
    return not text.endswith("0000")


def _any(text: str) -> bool:
    return True


def _has_digits(least: int) -> Callable[[str], bool]:
    return lambda text: len(_digits(text)) >= least


def _after(
    cue: str, kind: Kind, least: int = 4, value: str = _VALUE
) -> tuple[re.Pattern[str], Kind, Callable[[str], bool]]:
    """A value after the word that names it; ``least``: how many digits it has."""
    return re.compile(rf"\b(?:{cue}){_IS}{value}", re.I), kind, _has_digits(least)


# What has a number of its own that is nobody's: trials, articles, substances in development, genes, terms.
_NOBODYS = re.compile(
    r"(?:NCT|ISRCTN|PMC|PMID|ACTRN|CRD|UMIN|JPRN|CTRI|DRKS|KCT|TCTR|IRCT|CHICTR|EUCTR|DOI|CAS|SNOMED|ICD|ATC|OMIM|RS|NM|NP|AMG|AZD|BAY|BI|BMS|CC|GSK|JNJ|LY|MK|PF|RG|RO|SAR|TAK|UCB|ABT|ABBV|CSL|REGN|VX|ONO|DS|"
    r"NN|INCB|AG|ALN|BIIB|CP|SB|SCH|MEDI|ISIS|IONIS|ARC|BIA|MT|KW|CHF|RTA|TG|DX|SC|ASP|GS|HLA|COVID|BRCA|CYP|SARS)[ -]?\d",
    re.I,
)
_COUNTED = r"(?! ?(?:copies|cop\b|iu\b|units?\b|u\b|/|per\b|cells?\b|x ?10|mg|mcg|µg|ng|g\b|ml|l\b|patients|people|persons|participants|adults|children|women|men|births|cases|deaths|dollars|euros|pounds|steps|platelets|cfu|colon))"
_BEFORE_COUNT = r"(?<!£)(?<!\$)(?<!€)(?<!load )(?<!count )(?<!dna )(?<!rna )(?<!pmid )(?<!hcg )(?<!bnp )(?<!ck )(?<!wcc )(?<!wbc )(?<!psa )(?<!afp )(?<!ldh )(?<!cd4 )(?<!ferritin )(?<!platelets )(?<!plts )(?<!cells )(?<!of )(?<!is )(?<!was )(?<!snomed )(?<!ct )"
_NUMBER = r"(?:number|no\b\.?|num\b\.?|nr\b\.?|id\b|code|#)"
_PHONE = r"(?P<value>\+?\(?\d[\d ()./-]{5,18}\d)"
_RULES: tuple[tuple[re.Pattern[str], Kind, Callable[[str], bool]], ...] = (
    (re.compile(r"(?<![\w.+-])(?P<value>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+)"), Kind.EMAIL, _any),
    (re.compile(r"(?P<value>\b(?:https?://|ftp://|www\.)[^\s<>\"'()]+[^\s<>\"'().,;:!?])", re.I), Kind.URL, _any),
    (re.compile(r"(?<![\w.-])(?P<value>[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}?\.(?:com|org|net|edu|gov|info|co\.uk|nhs\.uk|de|fr|io)/[^\s<>\"'()]+)", re.I), Kind.URL, _any),
    (re.compile(r"(?<![\w.])(?P<value>\d{1,3}(?:\.\d{1,3}){3})(?![\w]|\.\d)"), Kind.IP, _is_ip),
    (re.compile(r"(?<![\w:])(?P<value>(?:[0-9a-f]{1,4}:{1,2}){2,7}[0-9a-f]{1,4})(?![\w:])", re.I), Kind.IP, _is_ip),
    (re.compile(r"(?<![\w-])(?P<value>\d{3}-\d{2}-\d{4})(?![\w-])"), Kind.SOCIAL_SECURITY, _is_social_security),
    _after(r"ssn|social security|national insurance|ni number", Kind.SOCIAL_SECURITY, 6,
           r"(?P<value>[A-Z]{0,2} ?\d[\d -]{4,12}\d(?: ?[A-D]\b)?)"),
    (re.compile(r"(?<![\w-])(?P<value>\d{3}[ -]?\d{3}[ -]?\d{4})(?![\w-])"), Kind.HEALTH_SERVICE, is_nhs_number),
    _after(r"nhs|chi(?: number| no)?|hcn|h&c", Kind.HEALTH_SERVICE, 8, r"(?P<value>\d[\d -]{6,12}\d\b)"),
    _after(
        rf"mrn|m\.r\.n\.|(?:medical|health|clinical|hospital|hosp\.?|patient|clinic|case|chart|unit|file|lab(?:oratory)?|specimen|accession|encounter|admission|"
        rf"study subject|subject) ?(?:records?|file)? ?{_NUMBER}|medical records?|(?:case|clinical|hospital) notes? {_NUMBER}|record {_NUMBER}",
        Kind.RECORD, 3,
    ),
    # groups of a record number: "RXH 998 2231"; what a letter or a photograph is filed under
    (re.compile(r"\b(?i:mrn|(?:hospital|hosp\.?|patient|pat\.?|record|unit) (?:number|no\b\.?|nr\b\.?|id\b))[ :#]{1,3}(?P<value>(?:[A-Z]{1,4} )?\d{2,}(?:[ -]\d{2,})+)(?![\w.]*\d)"), Kind.RECORD, _has_digits(5)),
    (re.compile(r"\b(?i:pat(?:ient)?\.? ?(?:nr|id)\.?|(?:our |your )?ref(?:erence)?(?: no)?\.?)[ :#]{1,3}(?P<value>(?=[\w/-]*\d)\w+(?:[/-]\w+)*)"), Kind.RECORD, _has_digits(5)),
    (re.compile(r"(?<!\w)(?P<value>(?i:IMG|DSC|PXL|VID|DCIM|scan|photo|image|screenshot)[_-]\d{6,}[\w.-]*\w)"), Kind.RECORD, _any),
    (re.compile(r"\b(?:patient|pt|case) ?#? ?(?P<value>\d{5,12})(?![\w.,]*\d)", re.I), Kind.RECORD, _any),
    _after(
        rf"(?:health ?plan|insurance|insured|policy|member(?:ship)?|subscriber|beneficiary|medicare|medicaid|group|payer|claim) ?(?:plan|policy|card|beneficiary|member)? ?{_NUMBER}|medicare|medicaid",
        Kind.HEALTH_PLAN, 5, r"(?P<value>[A-Z]{0,5}[-/ ]?\d[\dA-Z]*(?:[-/. ]?[\dA-Z]*\d[\dA-Z]*)*)",
    ),
    # an "ID" of whatever kind, in capitals: "id" may stand for other things
    (re.compile(r"\bID\b(?: ?(?:number|no\.?|#))?[ :#=]{1,3}(?P<value>[A-Z]{0,5}[-/]?\d[\dA-Z]*(?:[-/][\dA-Z]+)*)\b"), Kind.RECORD, _has_digits(4)),
    (re.compile(r"\bSN[ :#]{1,3}(?P<value>(?=[A-Z\d-]*\d)[A-Z\d]{1,6}(?:-?[A-Z\d]{2,})+)\b"), Kind.DEVICE, _has_digits(4)),
    _after(r"(?:car |vehicle )?registration(?: number| no)?", Kind.VEHICLE, 2, r"(?P<value>(?-i:[A-Z]{1,3}\d{1,3} ?[A-Z]{2,3}))\b"),
    _after(r"insurance policy|insurance|policy|member(?:ship)?|subscriber|beneficiary", Kind.HEALTH_PLAN, 6),
    # the name of a plan may stand between: "Policy BCBS XEH88291"; and a group is a number that begins as none is counted
    (re.compile(r"\b(?i:policy|insurance|insured with|insurer|member|plan|cover)(?i: (?:with|is|no|number))*[: ]+(?:[A-Z][A-Za-z]+ ){1,2}(?P<value>[A-Z]{0,4}\d[\dA-Z-]{5,}\d)\b"), Kind.HEALTH_PLAN, _has_digits(6)),
    (re.compile(r"\b(?i:ins(?:urance)?\.?|member|subscriber|plan)(?i: (?:member|id|no|number))*[: #]+(?P<value>[A-Z]{1,3}\d{2,}(?: \d{2,}){1,4})\b"), Kind.HEALTH_PLAN, _has_digits(6)),
    (re.compile(r"\b(?i:group|plan|payer)[ :#]{1,2}(?P<value>0\d{3,}|\d{5,})(?![\w.,%-]*\d| ?(?:patients|people|participants|women|men|adults)\b)"), Kind.HEALTH_PLAN, _any),
    _after(rf"(?:bank )?(?:account|acct)(?: {_NUMBER})?|(?:credit|debit|bank) card(?: {_NUMBER})?|sort(?: code)?|iban", Kind.ACCOUNT, 5,
           r"(?P<value>[A-Z]{0,2}\d[\d -]*[\dA-Z](?: ?[\dA-Z]{2,4})*)"),
    (re.compile(r"(?<![\w-])(?P<value>\d(?:[ -]?\d){12,18})(?![\w-])"), Kind.ACCOUNT, is_card_number),
    (re.compile(r"(?<!\w)(?P<value>[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?)(?!\w)"), Kind.ACCOUNT, is_iban),
    _after(rf"(?:driv(?:er|ing)(?:'?s)?|medical|nursing|pharmacy|gun|professional)? ?licen[cs]e {_NUMBER}|driv(?:er|ing)(?:'?s)? licen[cs]e|"
           rf"passport(?: {_NUMBER})?|(?:identity|id) card(?: {_NUMBER})?|certificate {_NUMBER}|dea(?: {_NUMBER})?|npi|(?:gmc|gdc|nmc|gphc|hcpc|ahpra|prescriber|pin)(?: {_NUMBER})?", Kind.LICENCE, 5),
    _after(r"vin|vehicle identification", Kind.VEHICLE, 3, r"(?P<value>[A-HJ-NPR-Z\d]{11,17}\b)"),
    # a number plate of the United Kingdom beside a vehicle; CD19 and IL17 are none
    (re.compile(r"\b(?i:reg(?:istration)?|car|van|lorry|vehicle|motorbike|scooter|taxi|driv\w+|hit by)\b[^.?!]{0,25}?(?<!\w)(?P<value>(?!CD|IL)[A-Z]{2}\d{2} ?[A-Z]{3})(?!\w)"), Kind.VEHICLE, _any),
    (re.compile(r"\b(?i:plates?|number ?plates?)[: ]+(?P<value>(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z\d]{5,8})\b"), Kind.VEHICLE, _any),
    _after(r"(?:licen[cs]e|number|registration|car) ?plates?|(?:car|vehicle) reg(?:istration)?", Kind.VEHICLE, 1,
           r"(?P<value>(?=[A-Z\d -]{0,8}\d)[A-Z\d]{1,4}[ -]?[A-Z\d]{1,4}(?:[ -][A-Z\d]{1,4})?\b)"),
    (re.compile(r"\b(?i:transmitter|device|sensor|implant|pacemaker|icd|pump|monitor|generator|prosthesis|stimulator|implant(?:able)? \w+)[: #]+(?P<value>(?=[A-Z]*\d[A-Z]*\d)(?=\d*[A-Z])[A-Z\d]{5,})\b"), Kind.DEVICE, _any),
    _after(rf"serial(?: {_NUMBER})?|s/n|(?:device|implant|pacemaker|icd|pump|stent|sensor) (?:serial )?{_NUMBER}|udi|imei|lot(?: {_NUMBER})?|batch(?: {_NUMBER})?", Kind.DEVICE, 4,
           r"(?P<value>[A-Z]{0,6}[-/ (]?\d[\dA-Z)]*(?:[-/.(]?[\dA-Z)]+)*)"),
    (re.compile(r"\b(?i:bleep|pager|extn?|extension (?:number|no))\b\.?(?i: (?:number|no\.?|is))*[ :#]{1,2}(?P<value>[#*]?\d{3,6})(?![\w.,%-]*\d)"), Kind.PHONE, _any),
    (re.compile(r"(?<![\w:-])(?P<value>(?:[0-9A-F]{2}[:-]){5}[0-9A-F]{2})(?![\w:-])", re.I), Kind.DEVICE, _any),
    _after(r"(?:tele)?phone|tel|mobile|cell(?:phone)?|fax|telefax|pager|bleep|whatsapp|landline|contact", Kind.PHONE, 6, _PHONE),
    # letters with at least six digits are a number of somebody or of something of theirs, and so are seven digits that count nothing
    (re.compile(r"(?<![\w./:-])(?P<value>(?=(?:[A-Z-]*\d){6})(?=\d*-?[A-Z])[A-Z\d]{1,8}(?:-?[A-Z\d]{2,})*)(?![\w/]|[.-]\d)"), Kind.RECORD, _is_somebodys),
    (re.compile(rf"(?<![\w.,/:-]){_BEFORE_COUNT}(?P<value>[1-9]\d{{6,11}}|0\d{{5,11}})(?![\w/-]|[.,]\d){_COUNTED}", re.I), Kind.RECORD, _is_not_round),
    # how somebody is called on a service of the net
    (re.compile(r"(?<![\w.@])(?P<value>@[A-Za-z_][\w.]{2,30}\w)"), Kind.USER, _any),
    (re.compile(r"\b(?i:skype|twitter|insta(?:gram)?|facebook|fb|tik ?tok|snap(?:chat)?|telegram|discord|reddit|linkedin|user ?name|user|login|log-in|handle|nickname|whatsapp)(?i: (?:name|id|handle|is))*[: ]+(?P<value>(?=[\w.-]*[\d_.])[A-Za-z][\w.-]{2,30}\w)"), Kind.USER, _any),
    (re.compile(rf"\b(?:call|ring|reach|text|phone|dial|contact) (?:\w+ ){{1,3}}(?:on|at|under)\b:? ?{_PHONE}", re.I), Kind.PHONE, _is_phone),
    (re.compile(r"(?<![\w+.])(?P<value>(?:\+|00)[1-9]\d{0,2}(?:[ ./-]?\(?\d{1,5}\)?){2,6})(?![\w.]\d|\d)"), Kind.PHONE, _has_digits(9)),
    (re.compile(r"(?<![\w.+-])(?P<value>(?:1[ -])?(?:\(\d{3}\) ?|\d{3}[ -])\d{3}[ -]\d{4})(?![\w-])"), Kind.PHONE, _is_phone),
    (re.compile(r"(?<![\w.+-])(?P<value>0[1-9](?:[ .-]\d{2}){4})(?![\w-]|\.\d)"), Kind.PHONE, _any),
    (re.compile(r"(?<![\w.+-])(?P<value>\(?0\d{2,4}\)?(?:[ /-]?\d{2,4}(?:[ -]\d{2,4}){1,3}|[ /-]?\d{3,8}))(?![\w-]|\.\d)"), Kind.PHONE, _has_digits(9)),
)  # fmt: skip


def numbers(text: str) -> Iterator[Identifier]:
    """The identifiers of this kind in ``text``, in no order; they may overlap."""
    has_digits = any(character.isdecimal() for character in text)
    for pattern, kind, holds in _RULES:
        if not has_digits and kind not in (Kind.EMAIL, Kind.URL, Kind.USER):
            continue
        for match in pattern.finditer(text):
            if holds(match["value"]):
                start, end = match.span("value")
                closes = match["value"].endswith(")") and "(" not in match["value"]
                yield Identifier(start, end - closes, kind)

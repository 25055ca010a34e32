"""What is said of an illness in pregnant women."""

from __future__ import annotations

import re

from service.sentences.bare.ask import ILLNESSES, Ask
from service.sentences.bare.reading.illness import aims_at_it, signed
from service.sentences.bare.reading.said import Said
from service.sentences.bare.reading.signs import OTHER, SUBJECT

_ASKED = re.compile(
    r"\b(?:in|during|and|while|when|with|on|for|if|affects?|affecting) (?:a |the )?(?:pregnan(?:t|cy|cies)|gestation)\b(?: (?:women|woman|patients?|people|mothers?))?|"
    r"\bpregnan(?:t|cy|cies)\b(?: (?:women|woman|patients?|people|mothers?))?(?: (?:with|who have|and))?|\b(?:maternal|antenatal|obstetric)\b",
    re.I,
)
_PREGNANT = r"(?:pregnan(?:t|cy|cies)\b|(?:first|second|third) trimester|antenatal|prenatal|conception|gestation\b)"
# The illness and the pregnant woman in one clause, whichever stands first.
_SAID = re.compile(
    rf"{SUBJECT}(?: \([^)]*\))?(?: [\w-]+){{0,3}}? (?:in|during|complicating|of) (?:\w+ )?{_PREGNANT}|"
    rf"^(?:in|during|before|for (?:an? )?(?:\w+ )?) ?{_PREGNANT}[^.;]{{0,120}}{SUBJECT}|"
    rf"{_PREGNANT}(?: \w+)?[^.;,{OTHER}]{{0,60}}\b(?:with|who have|for|have|has|had|of) (?:[\w-]+ ){{0,4}}{SUBJECT}|"
    rf"\b(?:women|people|patients) with {SUBJECT}[^.;]{{0,120}}\b(?:become |plan )?{_PREGNANT}|"
    rf"\b(?:in|during) {_PREGNANT}[^.;]{{0,140}}\b(?:for|increase|raises?|worsens?|causes?|of) (?:[\w-]+ ){{0,3}}{SUBJECT}|"
    rf"{SUBJECT}[^.;,{OTHER}]{{0,90}}\b(?:in|during) (?:\w+ )?{_PREGNANT}|"
    rf"{SUBJECT} (?:while|when|if) (?:you are |she is |they are )?{_PREGNANT}|^(?:in|for|with) {SUBJECT},? [^.;]{{0,60}}\b{_PREGNANT}|"
    rf"{_PREGNANT}[^.;]{{0,80}}\bto (?:reduce|prevent|lower|treat) {SUBJECT}|"
    rf"\b(?:woman|women|mother|birth)\b[^.;]{{0,40}}\b(?:with|who had|for|has|have) {SUBJECT}",
    re.I,
)
_OF_HER = re.compile(rf"\b{_PREGNANT}|\btrimester\b", re.I)
# Only one of several that are listed, or left out.
_BY_THE_WAY = re.compile(
    rf"\b(?:outside|apart from|except in|excludes?|non-|not|until|pregnant or not,?|whether or not) ?(?:[\w-]+ ){{0,2}}{_PREGNANT}|"
    rf"\bpregnan\w*(?: and [\w-]+ [\w-]+)?,? (?:or|and) (?:breastfeeding|lactation)?,? ?(?:in|with|for|or) [^.;]{{0,40}}{SUBJECT}|"
    rf"\b(?:pregnancy|pregnant)(?:,| or| and) [^.;,]{{0,40}},? [^.;,]{{0,40}}{SUBJECT}[^.;,]{{0,20}},|"
    rf"{SUBJECT},[^.;]{{0,80}}\bpregnancy\b|\bpregnancy test\w*|{OTHER}[^.;]{{0,60}}\bsuch as\b[^.;]{{0,80}}{SUBJECT}",
    re.I,
)
_AT_RISK = re.compile(rf"\brisk\b[^.;]{{0,30}}\binclud[^.;]*{SUBJECT}|\bdevelops?\b[^.;]*{SUBJECT}", re.I)
_ON_PREGNANCY = re.compile(r"\bpregnan|\bgestation|\bobstetric", re.I)
_UNLESS = re.compile(
    r"\bhow (?:long|much|many|often|soon|common)\b|^\W*when\b(?! pregnan)|\b(?:why|whom|where)\b", re.I
)


def _told(said: Said) -> bool:
    text = signed(said)
    if _ON_PREGNANCY.search(said.title) and _AT_RISK.search(text):
        return True
    if _BY_THE_WAY.search(text):
        return False
    if (
        said.names
        and not said.by_kind
        and (_SAID.search(text) or (_ON_PREGNANCY.search(said.title) and aims_at_it(text)))
    ):
        return bool(_OF_HER.search(text) or _ON_PREGNANCY.search(said.title))
    return said.on_it and OTHER not in text and not said.others and _OF_HER.search(text) is not None


def _before(said: Said) -> int:
    """What names the illness and pregnant women before what names these alone."""
    text = signed(said)
    return 2 * (_SAID.search(text) is not None) + said.on_it


IN_PREGNANCY = Ask("in pregnancy", ILLNESSES, _ASKED, _told, "{} in pregnancy", _before, unless=_UNLESS)

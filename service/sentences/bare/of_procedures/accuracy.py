"""How far a test or a score is right: its sensitivity, what it misses, what it rules out; not what it is used for."""

from __future__ import annotations

import re

from service.sentences.bare.ask import Ask
from service.sentences.bare.reading.marks import THE, TOPIC, is_headed, marked, on_the_whole, pattern, spoken_of
from service.sentences.bare.reading.said import Said
from service.sentences.bare.reading.signs import SUBJECT

_ASKED = re.compile(
    r"\bhow well\b(?=[^?]*\bpredicts?\b)|\bpredicts?\b|\bhow (?:accurate|reliable|sensitive|specific|good|useful|precise|valid|predictive|trustworthy)\b|\b(?:diagnostic |test |predictive )?(?:accuracy|sensitivity|specificity|reliability|validity|performance|precision)\b"
    r"(?: (?:and|or|/|&) (?:accuracy|sensitivity|specificity|reliability|validity))*|\b(?:positive |negative )?predictive values?\b|\b(?:PPV|NPV|AUROC|AUC|ROC)\b|\blikelihood ratios?\b|"
    r"\bfalse[- ](?:positives?|negatives?)(?: rates?)?\b|\b(?:accurate|reliable|sensitive|specific)\b|\b(?:rule out|miss|wrong|trust(?:ed)?)\b|\bdiagnostic yield\b",
    re.I,
)
_MEASURE = (
    r"(?:sensitivity|specificity|accuracy|accurate(?:ly)?|diagnostic yield|predictive value|areas? under the (?:\w+ )*curves?|AUROC|AUC|c[- ]statistic|C-index|likelihood ratio|"
    r"false[- ](?:positives?|negatives?)|falsely (?:low|high|normal|negative|positive)|sensitive|specific|reliable|unreliable|reliability|overestimat\w*|underestimat\w*|inaccurate)"
)
# How right the test that a sentence speaks of is, what it misses or finds.
_OF_TOPIC = pattern(
    rf"{TOPIC}[^.;]{{0,120}}?\b(?:had|has|have|with|shows?|showed|is|are|was|were|be|reached|gives?|yields?|may|can|at|equation|all the)\b[^.;]{{0,60}}?\b{_MEASURE}\b",
    rf"{TOPIC}[^.;]{{0,80}}?\b(?:missed|misses|detects?|detected|picks up|identifies|identified|found) [^.;]{{0,40}}\d",
    rf"{TOPIC}[^.;]{{0,40}}?\b(?:does|do|did|can|may) (?:not|be) (?:reliably |by itself |always )?(?:predict|exclude|rule out|measure|falsely|misleading|normal|wrong)\b",
    rf"{TOPIC} (?:can|may) (?:\w+ )?(?:look|be|stay|appear) (?:\w+ )?(?:normal|raised|low|high|false|negative|positive) (?:despite|in|with|when|even)\b",
    rf"{TOPIC}[^.;]{{0,40}}?\bcannot (?:\w+ )?(?:predict|exclude|rule out|measure|diagnose)\b",
    rf"{TOPIC}[^.;]{{0,60}}?\bpoorly (?:predicts?|reflects?)\b|{TOPIC}[^.;]{{0,60}}?\boutperform\w*|{TOPIC}[^.;]{{0,60}}?\bless (?:accurate|reliable|sensitive|specific)\b",
)
# The same by its measures ("sensitivity of …"), or what makes it less right.
_NAMED = pattern(
    rf"\bin (?:[\d,]+ )?(?:[\w-]+ ){{0,3}}{SUBJECT}[^.;]{{0,40}}\b{_MEASURE}\b",
    rf"\b(?:sensitivity|specificity|accuracy|diagnostic yield|predictive value|AUROC|AUC|area under the curve|reliability|interpretation)s? (?:\w+ ){{0,3}}?(?:of|for|with) {THE}",
    rf"\b{_MEASURE}\b[^.;]*\d (?:for|with) {THE}",
    rf"\bneither [^.;]{{0,30}}{SUBJECT}[^.;]{{0,60}}\bpredict",
    rf"\b(?:makes?|make) (?:[^.;,]{{0,40}} )?{SUBJECT} (?:\w+ )?(?:less|more|un)[ -]?(?:accurate|reliable)",
    rf"\b(?:calls?|rates?) (?:the )?{THE}[^.;]{{0,30}}\b(?:most|more|less|least) (?:accurate|reliable)\b",
    rf"\b(?:negative|normal|positive) {SUBJECT}[^.;]{{0,40}}\b(?:does|do|can|cannot|may) (?:not )?(?:\w+ )?(?:exclude|rule out|prove|miss|missed|confirm)\b",
    rf"\bfalse(?:ly)?[- ](?:positive|negative|low|high|normal) (?:\w+ )?{SUBJECT}",
    rf"\b(?:falsif(?:y|ies)|distorts?|interferes? with) {THE}",
)
_SENSITIVE_TO = re.compile(r"\bfor an? accurate diagnosis\b|\bsensitive to\b|\bhypersensitiv", re.I)
_HEADS = re.compile(r"(?:accuracy|sensitivity|specificity|reliability)\b.*", re.I)


def _told(said: Said) -> bool:
    if is_headed(said, _HEADS):
        return True
    text = _SENSITIVE_TO.sub(" ", marked(said))
    if any(spoken_of(text, _OF_TOPIC)):
        return True
    return _NAMED.search(text) is not None


ACCURACY = Ask("accuracy", frozenset({"test", "score", "procedure"}), _ASKED, _told, "how accurate {} is", on_the_whole)

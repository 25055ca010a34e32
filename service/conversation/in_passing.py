"""What a message names in passing: the illness that a drug is taken for ("he takes propranolol for migraine")."""

from __future__ import annotations

import re

from corpus.glossary import Glossary

_TAKEN_FOR = re.compile(
    r"^(?P<told>\W*(?:(?:and|but|also|oh)\s+)*(?:s?he|i|they|(?:the|my|our|this) (?:patient|pt|man|woman|lady|child|boy|girl))"
    r"(?:['’]s| is| was| has been)?(?: also| already| now)? (?:takes?|taking|on|uses?|using|gets?|has|prescribed|given)\b[^,;.?!]*?)"
    r"\s+(?:for|because of|against) (?:an? |the |his |her |their |my )?(?P<why>[^,;.?!]+?)\W*$",
    re.I,
)


def without_reason(told: str, glossary: Glossary) -> str:
    """A message that tells which drug somebody takes, without the illness that it is taken for; any other as it is."""
    found = _TAKEN_FOR.match(told)
    if found is None:
        return told
    drugs = [mention for mention in glossary.find(found["told"]) if mention.entry.kind == "drug"]
    ills = [mention for mention in glossary.find(found["why"]) if mention.entry.kind == "condition"]
    whole = len(ills) == 1 and ills[0].end - ills[0].start == len(found["why"])
    return found["told"] if drugs and whole else told

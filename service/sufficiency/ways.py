"""Outcomes, routes and other matters asked for by name, each with the words by which a sentence speaks of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from service.sentences.candidates import Candidate
from service.sentences.coverage import tells_share


@dataclass(frozen=True, slots=True)
class Way:
    """Words by which one thing is asked for, and those by which a sentence says it."""

    asked: re.Pattern[str]
    told: re.Pattern[str]
    of_drugs: bool = False  # asked for of a drug only
    share: bool = False  # any share says it
    plain: bool = False  # patients and texts for them have the same words for it

    def told_by(self, candidate: Candidate) -> bool:
        """Whether a sentence, or the heading above it, says it."""
        if self.told.search(f"{candidate.text} {candidate.heading}") is not None:
            return True
        return self.share and tells_share(candidate.text)


def _way(asked: str, told: str = "", *, of_drugs: bool = False, share: bool = False, plain: bool = False) -> Way:
    either = re.compile(rf"\b(?:{f'{asked}|{told}' if told else asked})\b", re.I)
    return Way(re.compile(rf"\b(?:{asked})\b", re.I), either, of_drugs, share, plain)


WAYS = (
    _way(r"mortality|survival", r"surviv\w*|deaths?|die[sd]?|dying|fatal\w*|lethal"),
    _way(r"sensitivity|specificity|accuracy", r"sensitive|specific|accurate\w*|rules? out|area under|missed"),
    _way(r"relapse(?: rates?)?|recurrence(?: rates?)?", r"relaps\w*|recur\w*|rebleed\w*|came back|comes? back"),
    _way(r"remission(?: rates?)?", r"remissions?|remit\w*"),
    _way(r"placebo"),
    _way(r"half-life", plain=True),
    _way(r"washout", r"washed out|wash-out|days|weeks|hours"),
    _way(r"(?:time to )?peak|onset", r"peaks?|onset|within|after|acts?|begins?|starts?"),
    _way(
        r"(?:dos\w+ |infusion )?intervals?",
        r"every|once|twice|daily|weekly|monthly|yearly|hourly|intervals?|apart",
        of_drugs=True,
    ),
    _way(r"prophyla\w+", r"prophyla\w+|prevent\w*|recurren\w*|against|long[- ]term", of_drugs=True),
    _way(r"(?:NNT|number needed to treat|odds ratio|hazard ratio)"),
    _way(r"(?:\w+ )?(?:incidence|prevalence)", r"incidence|prevalence|per 1,?000|rates?", share=True),
    _way(r"infusion", r"infus\w*|continuous\w*|drip|pump|over \d+ ?(?:min|h)\w*|m?[Ll]?/h\w*|per hour", of_drugs=True),
    _way(r"loading|load dose", r"load\w*|first dose|then|followed by|start\w*|bolus", of_drugs=True),
    _way(r"bolus", r"bolus\w*|at once|over \d+ ?min\w*|rapid\w*|push|start\w*|intravenous\w*", of_drugs=True),
    _way(r"nebuli[sz]ed", r"nebuli\w*", of_drugs=True),
    _way(r"rectal|suppositor(?:y|ies)", r"rectal\w*|suppositor\w*", of_drugs=True),
    _way(r"intranasal|nasal", r"intranasal\w*|nasal\w*|nostrils?", of_drugs=True),
    _way(r"topical|cream|gel", r"topical\w*|creams?|gels?|ointments?|skin", of_drugs=True),
    _way(r"intrathecal|intravitreal|intra-?articular", of_drugs=True),
    _way(
        r"(?:therapeutic|serum|plasma|blood|trough|target) (?:drug )?(?:levels?|range|concentrations?)",
        r"levels?|troughs?|concentrations?|\wg/m?l",
        of_drugs=True,
    ),
    _way(
        r"stor(?:e|ed|age)|fridge|refrigerat\w+|shelf[- ]life|room temperature",
        r"stor(?:e|ed|age)|fridge|refrigerat\w+|temperature|cool|keep",
        of_drugs=True,
        plain=True,
    ),
    _way(
        r"(?:take|get|come) (?:him |her |them |me |the patient )?off",
        r"taper\w*|wean\w*|gradual\w*|slow\w*|step\w*|withdraw\w*|abrupt\w*|stop\w*|reduc\w+|discontinu\w+",
        of_drugs=True,
    ),
    _way(
        r"crush(?:ed|ing)?|feeding tube|peg|ng tube",
        r"crush\w*|chew\w*|tubes?|peg|nasogastric|dissolv\w*|dispers\w*|swallow\w*|liquid|suspension|solution|patch\w*",
        of_drugs=True,
    ),
    _way(r"incubation(?: period)?", r"incubat\w*|after (?:contact|exposure|infection)|exposed|exposure"),
    _way(r"fly(?:ing)?|flights?|air travel", r"fl(?:y|ying|ights?|own)|air|planes?|travel\w*", plain=True),
    _way(
        r"(?:which|what) (?:\w+ )?(?:catheter|needle|cannula|cuff|gauge)",
        r"catheters?|needles?|cannulas?|cuffs?|gauge",
    ),
    _way(
        r"(?:which|what) (?:\w+ )?colou?r",
        r"colou?r\w*|red|blue|white|yellow|green|brown|black|pink|pale|dark",
        plain=True,
    ),
)  # fmt: skip

"""Names of people after words that announce them, and addresses. Eponyms ("Child-Pugh", "Parkinson") are no names.

No list could hold all names: a name without an announcing word ("saw Okonkwo today") is recognised only when it begins
with a frequent given name and goes on with another capitalised word, or stands where a sentence has a person
(:mod:`service.privacy.unannounced`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.glossary import shipped_glossary
from service.privacy.kinds import Identifier, Kind
from service.privacy.letters import LOWER, UPPER

_CAPITAL = rf"[{UPPER}][{LOWER}]*(?:['’-][{UPPER}]?[{LOWER}]+)*(?![{UPPER}]{{2}})"  # no letter of "MRN"
_INITIAL = r"[A-Z]\.?(?![\w'-])"
_PARTICLE = r"(?:van der|van den|van|von|de la|de|del|della|di|da|dos|le|la|el|al|bin|ibn|ben|ter|ten|zu|O'|Mc|Mac)"
_SURNAME = rf"(?:{_PARTICLE}[ -]?)?(?:{_INITIAL}|{_CAPITAL})"
_WHOLE = rf"{_SURNAME}(?: {_SURNAME}){{0,3}}"
_LOWER = rf"[{LOWER}][{LOWER}'’-]+"

GIVEN = frozenset(  # frequent given names
    """aaron abdul abigail adam adrian ahmed aisha alan albert alejandro alex alexander alexandra ali alice alison amanda amelia amy ana
    andrea andreas andrew angela anita anna anne annie anthony antonio arthur ashley barbara beatrice ben benjamin bernard beth betty
    bill billy bob brandon brenda brian bridget bruce carl carla carlos carmen carol caroline catherine charles charlotte chloe chris
    christian christina christine christopher claire clara claudia colin craig cynthia daniel daniela david deborah debra denise dennis
    derek diana diane donald donna dorothy doris douglas dylan edith edward eileen elaine eleanor elena elizabeth ellen emily emma eric
    erika ernest ethan eva evelyn fatima felix fernando fiona frances francesca frank fred gareth gary geoffrey george gerald gillian
    giovanni gloria gordon graham gregory hannah hans harold harriet harry hassan heather helen helga henry howard hugh hussein ian
    ibrahim irene isabel isabella ivan jack jackie jacob jacqueline james jamie jane janet janice jason javier jean jeffrey jennifer
    jeremy jessica jill jim joan joanna joe johann johanna john jonathan jorge jose joseph joshua joyce juan judith judy julia julian
    julie justin karen karl kate katherine kathleen keith kelly kenneth kevin khalid kimberly klaus larry laura lauren lawrence leah
    leila leonard leslie liam lillian linda lisa lorraine louis louise lucas lucia lucy luigi luis luke lynn madeleine manuel marco
    margaret maria marie mario marion mark marta martha martin mary matthew maureen megan melissa michael michelle miguel mohamed
    mohammad mohammed monica muhammad nadia nancy natalie natasha neil nicholas nicola nicole nigel nina noah nora norma norman olga
    oliver olivia omar oscar pamela patricia patrick paul paula pauline pedro peggy peter petra philip phillip phyllis rachel ralph
    raymond rebecca richard rita robert roberto robin roger ronald rosa rosemary russell ruth ryan sally samantha samuel sandra sara sarah
    scott sean sharon sheila shirley simon sofia sonia sophia sophie stanley stefan stella stephanie stephen steven stuart susan suzanne
    sven sylvia tamara tanya teresa terry thelma theodore theresa thomas timothy tina tom tony tracy ursula valerie vanessa vera vincent
    virginia vivian walter wanda wendy werner william winifred wolfgang yasmin yusuf yvonne zoe""".split()
)
# What stands after an eponym, and what is written with capitals after "patient" or "Mr".
EPONYMIC = re.compile(
    r"^(?:['’]s?)?[ -](?:syndrome|disease|score|scale|criteria|classification|class|sign|murmur|sequence|nodule|test|index|grade|stage|reaction|law|method|rule|"
    r"catheter|procedure|operation|tumou?r|formula|equation|study|trial|guidelines?|hospital|university|institute|clinic|foundation|questionnaire|"
    r"phenomenon|anomaly|lymphoma|thyroiditis|arteritis|cells?|body|bodies|fracture|hernia|stain|agar|virus)\b",
    re.I,
)
_IMAGING = (
    r"(?:imaging|image|angiogra\w*|angio|enterogra\w*|elastogra\w*|spectroscop\w*|scans?|scanner|cholangio\w*|venogra\w*|urogra\w*|arthro\w*|signal|findings?|"
    r"sequences?|contrast|perfusion|and|or|is|of|in|with|for|was|jaundice|regurgitation|severity)"
)
_NO_NAME = (
    r"(?:a|an|the|not|no|is|was|and|or|but|with|who|has|had|on|in|at|for|from|to|of|called|after|by|it|this|that|unknown|important|irrelevant|"
    r"confidential|redacted|what|how|can|should|does|type|score|he|she|i)"
)
KIN = (
    r"(?:mother|father|mum|mom|dad|wife|husband|partner|son|daughter|baby|child|brother|sister|grandmother|grandfather|grandma|grandpa|nan|gran|uncle|aunt|"
    r"friend|colleague|neighbou?r|boyfriend|girlfriend|patient|pt|client|resident|boss|nephew|niece|cousin|nurse)"
)
_TITLED = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Miss|Mister|Dr|Prof|Professor|Doctor|Sir|Dame|Madam|Frau|Herr|Señora?|Sister|Nurse)\.? (?!Google\b)(?P<value>(?:[DO]['’]|M[Cc]|M[Aa][Cc])?[{UPPER}]{{2,}}(?:-[{UPPER}]{{2,}})?(?![{LOWER}])|{_WHOLE})"
)
_TITLED_LOW = re.compile(
    rf"\b(?:mr|mrs|Mr|Mrs)\.? (?P<value>{_PARTICLE} (?:{_CAPITAL}|{_LOWER})|(?!{_IMAGING}\b|{_NO_NAME}\b){_LOWER})"
)
_SAID = re.compile(
    rf"(?i:\b(?:my name(?:'s| is)|(?:his|her|the|their|[\w]+['’]s) (?:full |first |last )?(?:sur)?name(?:'s| is| was)|"
    rf"(?:{KIN}|man|woman|boy|girl|lady|gentleman|person)(?: is| was)? (?:named|called|by the name of)|named|signed(?: by)?|name ?[:=]|(?<=[,;(] )name|patient ?[:=]|"
    rf"i am called|regards,?|sincerely,?)) ?(?P<value>{_WHOLE}|[A-Z]{{2,}}, {_CAPITAL}|(?!{_NO_NAME}\b){_LOWER}(?: (?!{_NO_NAME}\b){_LOWER})?)"
)
_KIN_NAMED = re.compile(rf"\b{KIN},? (?:is |was )?(?P<value>(?P<given>{_CAPITAL})(?: {_SURNAME})?)")
_ILLNESS = re.compile(
    r"\b(?:syndrome|disease|disorder|failure|infarction|fibrillation|score|class|stage|virus|hepatitis|cirrhosis|diabetes|"
    r"hypertension|cancer|carcinoma|lymphoma|anaemia|pneumonia)\b",
    re.I,
)
# "Chiamaka Oyelowo-Stent, DOB …": two capitalised words before something that belongs to one person.
_BEFORE_OWN = re.compile(
    rf"(?<![\w-])(?:(?:Regarding|Concerning|About|Re:?|For) )?(?!(?:Mr|Mrs|Ms|Miss|Mister|Dr|Prof)\b)(?P<value>(?:{_INITIAL}|{_CAPITAL})(?: {_SURNAME}){{1,3}})(?=\s?[,;:(–-]+\s?"
    r"(?i:d\.?o\.?b\b|date of birth|born\b|mrn\b|nhs (?:no|number)|(?:hospital|patient|record|case|unit) (?:no\b|num|id\b|#)|"
    r"(?:room|ward|bed) \w?\d|dni\b|ssn\b))"
)
_FULL = re.compile(
    rf"(?<![\w-])(?=(?P<value>(?P<given>[{UPPER}][{LOWER}]+)(?: {_INITIAL})? (?:{_PARTICLE} )?(?P<last>[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?))(?![\w-]))"
)
_REVERSED = re.compile(rf"(?<![\w-])(?P<value>(?:{_CAPITAL}|[A-Z]{{2,}}), (?P<given>{_CAPITAL}))(?![\w-])")

# A given name beside a surname in capitals: "Jane DOE", "DOE Jane".
_CAPITALS = rf"(?:[DO]['’]|M[Cc]|M[Aa][Cc])?[{UPPER}]{{3,}}(?:-[{UPPER}]{{2,}})?"
_FULL_IN_CAPITALS = re.compile(
    rf"(?<![\w-])(?=(?P<value>(?P<given>[{UPPER}][{LOWER}]+)(?:-[{UPPER}][{LOWER}]+)?(?: {_INITIAL})? (?:{_PARTICLE} )?(?P<last>{_CAPITALS}))(?![\w-]))"
)
_REVERSED_IN_CAPITALS = re.compile(
    rf"(?<![\w-])(?=(?P<value>(?P<last>{_CAPITALS}),? (?P<given>[{UPPER}][{LOWER}]+))(?![\w-]))"
)

_AREAS = (
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG "
    "HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA "
    "SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
).replace(" ", "|")
_STATES = (
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT "
    "VA WA WV WI WY DC"
).replace(" ", "|")
_ROAD = r"(?:Street|Str\.|St\b\.?|Road|Rd\b\.?|Avenue|Ave\b\.?|Lane|Ln\b\.?|Drive|Court|Close|Boulevard|Blvd\b\.?|Way|Place|Square|Terrace|Crescent|Gardens|Highway|Grove|Hill|Row|Mews|Park)"
_ADDRESSES = (
    re.compile(rf"(?<![\w.])(?P<value>\d{{1,5}}[A-Za-z]?,? (?:[A-Z][\w'’.-]+ ){{1,3}}{_ROAD}(?:,? (?:Apt|Apartment|Flat|Unit|Suite)\.? ?\w+)?)"),
    re.compile(rf"\b(?:lives?|living|address|resid\w+)\b[^.?!]{{0,20}}?(?P<value>\b\d{{1,5}}[a-z]? (?:[\w'’-]+ ){{1,3}}?{_ROAD})", re.I),
    re.compile(rf"(?<![\w-])(?P<value>(?:{_AREAS})\d[\dA-Z]? \d(?!FU|HR|NG|PG|PT|BD|DR)[ABD-HJLNP-UW-Z]{{2}})(?![\w-])"),
    re.compile(rf"(?<![\w-])(?P<value>(?:[A-Z][a-z]+(?: [A-Z][a-z]+)?, )?(?:{_STATES}),? \d{{5}}(?:-\d{{4}})?)(?![\w-])"),
    re.compile(r"(?<![\w-])(?P<value>[ABCEGHJ-NPRSTVXY]\d[A-Z] \d[A-Z]\d)(?![\w-])"),
    re.compile(r"\b(?:zip(?: ?code)?|post(?:al)? ?code|eircode)\W{0,3}(?:is )?(?P<value>[A-Z]{0,2}-?\d[\dA-Z]{2,4}(?: ?\d[A-Z]{2}|-\d{4})?\b)", re.I),
    # streets of other countries: the number comes last, or the kind of street first
    re.compile(rf"(?<![\w-])(?P<value>{_CAPITAL}(?:straße|strasse|str\.|gasse|weg|platz|allee|straat|laan|gade|gatan|vägen) \d{{1,4}}[a-z]?)(?!\w)"),
    re.compile(r"(?<![\w-])(?P<value>(?:\d{1,4}(?: bis)?,? )?(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Cc]alle|Via|Viale|Corso|[Pp]iazza|[Pp]laza|[Rr]ua|[Cc]hauss[ée]e|[Cc]hemin|[Rr]oute|[Qq]uai|[Ii]mpasse|[Aa]llée|[Aa]venida|[Pp]aseo|[Cc]arrer|[Pp]raça|[Uu]l(?:\.|ica)|[Ss]trada) (?:(?:de|du|des|la|le|les|del|della|di|da|dos) |d')*[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*(?:,? \d{1,4}\b)?)"),
    re.compile(r"(?<![\w-])(?P<value>(?:[Ff]lat|[Aa]pt\.?|[Aa]partment|[Uu]nit) \w{1,4}, \d{1,4}[a-z]? [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"),
    re.compile(r"\b(?:[Aa]ddress\W{1,3}(?:is )?|[Ll]iv(?:es|ing|e) at )(?P<value>\d{1,5}[A-Za-z]? [A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})"),
    # the town beside a street or a post code, and the town that somebody comes from
    re.compile(rf"(?<=\[address\])(?P<value>,? {_CAPITAL}(?: {_CAPITAL})?)(?=,? \[address\]|[;.?!,]|$)"),
    re.compile(rf"(?<![\w-])(?P<value>{_CAPITAL})(?=,? \[address\])"),
    # what stands in a letter's address before it: a house, a street, each after a comma
    re.compile(rf"(?<=, )(?P<value>{_CAPITAL}(?: (?:{_CAPITAL}|y|yr|the|of|on|upon|le|under|by)){{0,3}}(?:, {_CAPITAL}(?: (?:{_CAPITAL}|y|yr|the|of|on|upon|le|under|by)){{0,3}}){{0,3}})(?=,? \[address\])"),
    re.compile(rf"(?<=\[address\], )(?P<value>\d{{4,5}} {_CAPITAL})(?!\w)"),
    re.compile(rf"(?<!\w)(?:[Ll]iv(?:es|e|ing) in|[Rr]esid(?:es|ing|ent) (?:in|of)|\[name\] (?:is )?(?:from|of)|address(?!\])\W{{1,3}}) (?P<value>{_CAPITAL}(?: {_CAPITAL})?)(?!\w)"),
    re.compile(r"\b(?P<value>P\.? ?O\.? Box \d+)", re.I),
)  # fmt: skip


# A surname in capitals behind a given name that is masked already: "[name] OKAFOR".
_BEHIND_GIVEN = re.compile(rf"(?<=\[name\] )(?P<value>[{UPPER}][{UPPER}'’-]{{3,}})(?!\w)")


def names(text: str) -> Iterator[Identifier]:
    """Names and addresses in ``text``, in no order; they may overlap."""
    for pattern in _ADDRESSES:
        for match in pattern.finditer(text):
            yield Identifier(*match.span("value"), Kind.ADDRESS)
    for pattern in (_TITLED, _TITLED_LOW):
        for match in pattern.finditer(text):
            if not EPONYMIC.match(text[match.end("value") :]):
                yield Identifier(*match.span("value"), Kind.NAME)
    if not text.replace("[name]", "").isupper():
        for match in _BEHIND_GIVEN.finditer(text):
            if not shipped_glossary().find(match["value"]):
                yield Identifier(*match.span("value"), Kind.NAME)
        for pattern in (_FULL_IN_CAPITALS, _REVERSED_IN_CAPITALS):
            for match in pattern.finditer(text):
                if match["given"].lower() in GIVEN and not shipped_glossary().find(match["last"]):
                    yield Identifier(*match.span("value"), Kind.NAME)
    for match in _SAID.finditer(text):
        if _is_name(match["value"]):
            yield Identifier(*match.span("value"), Kind.NAME)
    for match in _BEFORE_OWN.finditer(text):
        if not _ILLNESS.search(match["value"]):
            yield Identifier(*match.span("value"), Kind.NAME)
    for pattern in (_KIN_NAMED, _FULL, _REVERSED):
        for match in pattern.finditer(text):
            of_thing = any(EPONYMIC.match(text[match.end(group) :]) for group in ("value", "given"))
            if match["given"].lower() in GIVEN and not of_thing:
                yield Identifier(*match.span("value"), Kind.NAME)


def _is_name(value: str) -> bool:
    """Capitalised, or a frequent given name in small letters."""
    first = value.split()[0]
    return first.lower() in GIVEN or (
        first[:1].isupper() and not re.fullmatch(_NO_NAME, first, re.I) and not first.isupper()
    )

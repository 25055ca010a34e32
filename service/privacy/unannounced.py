"""Names that no word announces: capitalised words where a sentence has a person ("Wei Zhang was admitted", "Ngozi Eze,
45F").

A question must stay answerable: what may be a disease, a drug, an eponym, a trial or an institution is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.privacy.kinds import Identifier, Kind
from service.privacy.letters import LOWER, UPPER
from service.privacy.names import GIVEN

_WORD = rf"[{UPPER}][{LOWER}]+(?:['’-][{UPPER}]?[{LOWER}]+)*|(?:O|D)['’][A-Z][a-z]+|(?:Mc|Mac)[A-Z][a-z]+"
_PARTICLE = r"(?:van der|van den|van|von|de la|de|del|della|di|da|dos|le|la|el|al|bin|ibn|ben)"
_NAME = rf"(?P<value>(?:{_WORD})(?: [A-Z]\.?(?= ))?(?: {_PARTICLE})?(?: (?:{_WORD})){{1,2}})"
_AGE = r"[,(]? ?\(?(?:aged? )?\d{1,3} ?(?:y/?o\b|y\.o\.|yrs?\b|years?[- ]old|year-old|[MF]\b)|, ?\d{1,3}[,;)]| \(\d{1,3}[,;) ]"
_DOES = (
    r",? (?:now |just |again |currently |also )?(?:presents?|presented|complains?|complained|attends?|attended|lives|weighs|underwent|takes|took|collapsed|vomited|fainted|"
    r"(?:is|was|has been) (?:an? (?:\d|(?:[\w-]+ )?(?:man|woman|boy|girl|lady|gentleman|patient|smoker)\b)|admitted|seen|discharged|referred|started on|taking|on (?:\w+ ){0,2}\d|allergic|pregnant|bleeding|my|our|his|her|known to|diabetic|asthmatic)|"
    r"has (?:an? (?:\w+ )?(?:\w+ of \d|history)|had an?|resistant|been (?:admitted|seen|taking|started|discharged)))\b"
)
_OWN = (
    r"['’]s? (?:\w+ )?(?:hba1c|inr|egfr|creatinine|potassium|sodium|bloods?|results?|bp|ecg|ldl|platelets?|haemoglobin|hb|crp|tsh|weight|wife|husband|mother|"
    r"father|son|daughter|scan|mri|ct|biopsy|notes|chart|ferritin|ascites|pain|rash|appointment|discharge|medication|prescription)\b"
)
_NUMBER = r",? (?:(?i:nhs|mrn|dob|d\.o\.b\.?|hospital n(?:o|umber)|born)\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b)"
_AFTER = re.compile(rf"(?<![\w'’-])(?={_NAME}(?:{_AGE}|{_DOES}|{_OWN}|{_NUMBER}))")
_BEFORE = re.compile(
    rf"\b(?i:(?:i|we) (?:saw|met|reviewed|admitted|discharged|examined|treat|treated|look after)|referral (?:for|of)|referred:?|re:|seen today:?|case of) "
    rf"(?={_NAME}(?![\w'’-]))"
)
_DAUGHTER = re.compile(
    rf"(?:\b(?i:my|his|her|our|their) (?:[a-z-]+ )?|(?:^|(?<=[.,;] ))(?!(?i:baby|mother)\b))(?i:mother|father|mum|mom|dad|wife|husband|partner|son|daughter|baby|brother|sister|uncle|aunt|nephew|niece|cousin|friend|"
    rf"neighbou?r|colleague|boyfriend|girlfriend|grandson|granddaughter),? (?P<value>{_WORD})(?=,? (?:is|was|has|had|takes|took|needs|who|and (?:i|me)|\d|\()\b|,)"
)
# One word is a name where what only one person has stands with it: "Alisha's potassium", "room 12, Wilf, has nausea".
_FIRST_NAME = re.compile(
    rf"(?<![\w'’-])(?P<value>{_WORD})['’]s? (?:last |latest |new |recent |current |serum |morning |blood )?(?i:(?:\w+ )?levels?|hba1c|inr|egfr|creatinine|potassium|sodium|bloods|platelets?|"
    r"haemoglobin|hb|crp|tsh|ferritin|bilirubin|glucose|sugars?|blood pressure|bp|temperature|weight|dose|tablets|medication|prescription|scan|biopsy|ecg|ascites|"
    r"kidneys?|liver|heart|asthma|diabetes|epilepsy|mother|father|mum|dad|wife|husband|daughter|son|notes|appointment|discharge)\b"
    rf"|\b(?i:room|bed|bay|ward) \w{{1,4}}, (?P<beside>{_WORD})(?=, )"
)
_NO_FIRST_NAME = re.compile(
    r"^(?:today|yesterday|tonight|morning|mum|mom|mummy|dad|daddy|nan|nana|gran|granny|hubby|missus|hubbie|bloke|fella|girl|boy|boyfriend|girlfriend|friend|mate|colleague|neighbou?r|boss|sibling|twin|grand\w+|aunt\w*|uncle|wife|husband|partner|son|daughter|brother|sister|baby|child|"
    r"it|he|she|let|here|there|one|person|user|client|resident|guideline|label|manufacturer|author|reader|england|scotland|wales|ireland|america|europe|world|"
    r"nice|aasld|easl|fda|lab|laborator\w+|gp|week|month|year|donor|recipient|mother|father)$",
    re.I,
)
_INITIALS = r"[A-Z]\.? ?(?:[A-Z]\.? ?){0,2}"
_MEASURE = r"[A-Z]{2}[a-z]\b(?=\W{0,3}\d)"  # "QTc 512"
# Initials with a surname: two initials anywhere; one after "patient", "nurse" and the like. "E. coli" and "U.S." are none.
_WITH_INITIALS = re.compile(
    rf"(?<![\w.'’-])(?:(?i:pt|patient|client|resident|nurse|midwife|matron|consultant|doctor|dr|prof|professor)\.? (?!{_MEASURE})(?P<value>{_INITIALS}(?:{_WORD}))(?![\w'’-])"
    rf"|(?!U\. ?[SK]\.|E\. ?U\.|W\. ?H\.)(?P<two>(?:[A-Z]\. ?){{2,3}}(?:{_WORD}))(?![\w'’-]))"
)
_ROLE = re.compile(
    rf"\b(?i:pt|patient|client|resident) (?={_NAME}(?:,|[.?!]?$| (?:admitted|seen|referred|discharged|with|has|had|is|was|who|on|needs|takes|develop\w+|age|aged|from|and)\b))"
)
_STAFF = re.compile(
    rf"\b(?:nurse|midwife|matron|doctor|dr\.?|consultant|registrar|professor|prof\.?|carer) (?P<value>(?:{_WORD})(?: (?:{_WORD}))?)(?![\w'’-])"
)
_SHOUTED = re.compile(
    r"(?<![\w'’-])(?P<value>(?P<given>[A-Z]{3,}),? (?:[A-Z]\.? )?(?:[OD]['’]|MC|MAC)?[A-Z]{3,}(?:-[A-Z]{3,})?)(?![\w'’-])"
)
# "WALKER, DOROTHY": a surname, a comma and a frequent given name.
_SHOUTED_REVERSED = re.compile(
    r"(?<![\w'’-])(?P<value>(?:[OD]['’]|MC|MAC)?[A-Z]{3,}(?:-[A-Z]{3,})?, (?P<given>[A-Z]{3,}))(?![\w'’-])"
)
# "pt mary jones 72F": a frequent given name in small letters, a word behind it, and an age.
_SMALL_WITH_AGE = re.compile(
    rf"\b(?i:pt|patient|client|resident|re:?|for) (?P<value>(?P<given>[{LOWER}]{{3,}})(?: [{LOWER}][{LOWER}'’-]+)?)(?=,? \(?(?:aged? )?\d{{1,3}} ?(?:y/?o|y|yrs?|years?|[MFmf])\b)"
)
# "Anna (34, teacher)", "Jacob, 4, has croup": a frequent given name before an age between commas or brackets.
_GIVEN_WITH_AGE = re.compile(rf"(?<![\w'’-])(?P<value>(?P<given>{_WORD}))(?=,? \(\d{{1,3}}[,;)] |, \d{{1,3}}, )")
# "Maria from accounts", "Kwame, who is 8": where a message or a sentence begins.
_BEGINS_WITH = re.compile(
    rf"(?:^|(?<=[.?!] ))(?P<value>{_WORD})(?=,? who(?:['’]s| is) (?:only |just |now )?\d|,? who (?:lives|works) )"
)
_GIVEN_FROM = re.compile(rf"(?<![\w'’-])(?P<value>(?P<given>{_WORD})) (?=from (?:the |my |our )?[a-z])")
_IN_BRACKETS = re.compile(
    rf"\b(?i:patient|pt|client|resident|man|woman|lady|gentleman|boy|girl) \((?P<value>[A-Z]\. (?:{_WORD}))\)"
)
# "alan p. (61)": a frequent given name and an initial before an age.
_WITH_INITIAL = re.compile(rf"(?<![\w'’-])(?P<value>(?P<given>[A-Z]?[{LOWER}]{{2,}}) [A-Za-z]\.)(?=,? \(?\d{{1,3}}\b)")
_OFFICE = re.compile(
    rf"(?<![\w'’-])(?={_NAME},? (?:RN|RGN|RMN|MD|DO|MBBS|MBChB|FRCP|MRCP|FRCS|NP|PA-C|PharmD|FACP)(?![\w-]))"
)
_BY_INITIALS = re.compile(r"\b(?i:initials)(?: (?:is|are))?[ :]+(?P<value>(?:[A-Z]\.? ?){2,4}(?![\w'’-]))")

# No person's name holds these. Endings: stems of international nonproprietary names (WHO) and of words of medicine.
_TERM = re.compile(
    r"\b(?:syndrome|disease|disorder|failure|infarction|fibrillation|score|scale|class|stage|virus|hepatitis|cirrhosis|diabetes|hypertension|cancer|carcinoma|"
    r"lymphoma|ana?emia|pneumonia|criteria|sign|test|index|grade|trial|study|guidelines?|society|college|hospitals?|trust|foundation|clinic|university|institute|association|academy|"
    r"council|committee|ministry|centre|center|department|unit|ward|library|review|report|classification|questionnaire|protocol|regimen|method|formula|equation|"
    r"vitamin|factor|type|therapy|acid|sodium|potassium|calcium|insulin|heparin|vaccine|extract|oil|thistle|root|oxide|sulphate|sulfate|chloride|citrate|blood|liver|"
    r"kidney|heart|lung|brain|bowel|chest|artery|vein|valve|fever|pain|stroke|shock|sepsis|crisis|attack|bleeding|injur(?:y|ies)|incontinence|implants?|bites?|tumou?rs?|cell|gene|mutation|antibody|enzyme|"
    r"phenomenon|procedure|operation|tube|catheter|triad|pentad|nodule|ulcer|anomaly|palsy|dementia|psychosis|depression|anxiety|asthma|eczema|malaria|"
    r"health|medical|national|european|american|british|world|royal|general|primary|care|public|food|drug|administration|surviving|campaign|consensus|"
    r"moderate|advanced|suspected|possible|probable|stable|recent|asian|chinese|japanese|african|caribbean|"
    r"acute|chronic|severe|mild|primary|secondary|idiopathic|autoimmune|congenital|portal|pulmonary|renal|hepatic|cardiac|venous|arterial|gastric|atrial|early|late|"
    r"mr|mrs|ms|miss|mister|dr|prof|professor|doctor|nurse|sir|dame|madam|mother|father|new|old|low|high|first|second|third|one|two|three|each|every|some|many|most|both|all|no|any|other|patients?|people|adults?|children|women|men|"
    r"it|she|we|they|you|there|here|his|her|our|their|your|the|this|that|these|those|what|which|when|where|why|how|who|does|do|is|are|can|could|should|may|must|would|will|has|have|had|did|if|in|on|at|for|after|before|"
    r"with|without|and|or|but|since|while|because|although|during|dear|hello|hi|thanks|please|regarding|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|"
    r"\w+(?:olol|pril|sartan|statin|cillin|mycin|micin|floxacin|azole|prazole|tidine|dipine|gliptin|gliflozin|glutide|parin|xaban|gatran|mab|nib|ciclib|vir|vudine|"
    r"oxetine|triptyline|azepam|azolam|zepine|setron|triptan|dronate|lukast|terol|phylline|sone|solone|onide|thiazide|semide|lactone|renone|profen|coxib|caine|"
    r"curium|barbital|morphine|codone|cycline|oxacin|sulfa\w*|mide|zide|tide|platin|rubicin|taxel|trexate|prine|limus|stat|fibrate|formin|amine|idine|"
    r"itis|osis|emia|aemia|oma|opathy|ectomy|ostomy|oscopy|ology|uria|plegia|algia|cytosis|penia|trophy|plasia|iasis|tion|sion|ism|sclerosis|genesis))\b",
    re.I,
)
# Whoever has given a name to a disease, score or sign, so that it may stand without "disease" ("Guillain Barre presents").
_EPONYMS = frozenset(
    """addison alport alzheimer asherman asperger babinski baker barrett bartter basedow becker behcet behçet bell berger bernard bowen bright brugada budd buerger
    burkitt charcot chagas chiari child churg cockcroft conn coombs crigler crohn cullen cushing dercum devic down dravet duchenne dupuytren ebstein edwards ehlers
    eisenmenger epstein erb evans ewing fabry fallot fanconi felty fitz forrester friedreich gardner gaucher gault gilbert gilles gitelman glasgow glanzmann goodpasture
    grave graves grawitz guillain barre barré hamman hashimoto heberden henoch schonlein schönlein hirschsprung hodgkin horner hughes huntington hurler johnson kaplan
    kaposi kartagener kasabach merritt kawasaki kayser killip klinefelter korsakoff kussmaul lambert eaton lemierre lennox gastaut lesch leiden lewy li lou gehrig lynch
    mallory weiss marfan mcardle meckel meige meier meniere ménière milan menetrier mobitz moyamoya munchausen murphy niemann pick noonan osler ollier paget pancoast
    parkinson patau peutz jeghers peyronie plummer pompe pott prader willi prinzmetal quincke ramsay hunt ranson raynaud reiter rett reye reynolds rockall romberg
    rotor sengstaken blakemore sheehan sister sjogren sjögren steinert stevens stokes strauss sturge weber takayasu takotsubo tay sachs tourette turner turcot usher
    vincent virchow wallenberg waldenstrom waldenström wegener wells wernicke west whipple willebrand williams wilms wilson wolff white zollinger ellison bristol padua
    erdheim chester rosai dorfman castleman burch wartofsky vogt koyanagi harada dandy walker arnold danlos smith-magenis birt hogg dube hermansky pudlak wiskott
    aldrich chediak higashi hippel lindau fraumeni sequard foix gerstmann straussler creutzfeldt jakob kearns sayre leber nyhan landau kleffner rasmussen dejerine roussy
    holmes adie parry tolosa najjar dubin caroli cronkhite boerhaave blatchford lown ganong levine romano jervell lange sgarbossa wellens hunter sanfilippo morquio bence jones
    klippel trenaunay rendu recklinghausen hailey lofgren löfgren heerfordt caplan still cogan susac liddle gordon loeys dietz noack fournier ludwig lisfranc colles
    monteggia galeazzi maisonneuve jefferson salter perthes osgood schlatter scheuermann sever freiberg kohler köhler morton tinel phalen lachman mcmurray hawkins kernig brudzinski
    koplik kaposi rinne dix hallpike stransky bates stenger schirmer sicca landolt snellen ishihara jaeger amsler seidel stensen kehr rovsing mcburney blumberg trousseau chvostek
    baveno barcelona epworth apgar braden ottawa vienna montreal oxford cochrane york marsden maddrey lille toronto rome tokyo atlanta berlin sydney kings king""".split()
)


def unannounced(text: str) -> Iterator[Identifier]:
    """Names in a person's place in ``text``, in no order; they may overlap."""
    for pattern in (
        _AFTER,
        _BEFORE,
        _DAUGHTER,
        _ROLE,
        _STAFF,
        _WITH_INITIALS,
        _BEGINS_WITH,
        _IN_BRACKETS,
        _OFFICE,
        _FIRST_NAME,
    ):
        for match in pattern.finditer(text):
            group = next(name for name, value in match.groupdict().items() if value is not None)
            name = match[group]
            if is_person(re.sub(r"^(?:[A-Z]\.? ?){1,3}(?=[A-Z][a-z])", "", name)) and not (
                pattern in (_FIRST_NAME, _BEGINS_WITH) and _NO_FIRST_NAME.match(name)
            ):
                yield Identifier(*match.span(group), Kind.NAME)
    named = [_SMALL_WITH_AGE, _GIVEN_WITH_AGE, _GIVEN_FROM, _WITH_INITIAL]
    if any(character.islower() for character in text):  # whoever shouts a whole question shouts no name
        named += [_SHOUTED, _SHOUTED_REVERSED]
    for pattern in named:
        for match in pattern.finditer(text):
            if match["given"].lower() in GIVEN and is_person(match["value"].title()):
                yield Identifier(*match.span("value"), Kind.NAME)
    for match in _BY_INITIALS.finditer(text):
        yield Identifier(*match.span("value"), Kind.NAME)


def is_person(name: str) -> bool:
    if _TERM.search(name):
        return False
    words = [word.lower() for word in re.split(r"[ ’'-]", name) if word]
    # one word may well be a person's ("Evans", "Wilson"), as long as the others are no eponyms
    return not all(word in _EPONYMS for word in words) and words[0] not in _EPONYMS

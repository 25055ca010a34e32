"""Does a clinician type at a bedside? Values, what was done, what to do next, of a patient who is not named.

"Massive PE, lysed 40 min ago, still shocked. Second dose?" tells of somebody in danger, now, and is a question of practice all the
same: who is with the patient treats the patient, and an alarm helps neither. People at home name whose illness it is, or ask
what to do in so many words; they measure a pulse, a temperature and a pressure, but seldom a base excess.
"""

from __future__ import annotations

import re

from service.safety.distress.person import begins_elliptic, tells_of_own
from service.safety.distress.register import register_of
from service.safety.distress.wording import plain

# What the laboratory, the monitor and the scores tell, with a figure.
_VALUE = re.compile(
    r"\b(?:k\+?|na|hb|hgb|hct|plts?|platelets|inr|aptt|ph|pco2|po2|bicarb|lactate|creat(?:inine)?|cr|urea|egfr|crcl|gcs|nihss|map|ef|lvef|meld|df|lille|alt|ast|bili(?:rubin)?|alb(?:umin)?|urate|crp|"
    r"trop\w*|tsh|hba1c|qrs|qtc?|fvc|fev1|ferritin|fibrinogen|neuts?|wcc|wbc|anc|ca|mg|phos\w*|ck|ldh|cvp|rr|fio2|ldl|afp|dna|lsm|hvpg|t-score|feno|eos|urine output|residual)\b[ :=<>~]*(?:of |is |was |now |at |only |still |down to |up to |> ?|< ?)?\d"
    r"|\b(?:mg|mcg|ml|units)(?:/| per )kg\b|\b\d+(?:\.\d+)? ?kg\b"
    r"|\b\d+(?:\.\d+)? ?(?:mmol(?:/l)?|umol(?:/l)?|µmol(?:/l)?|g/l|g/dl|mg/dl|kpa|iu/ml|ng/ml|pools?|vials?|joules?|mcg|mg/kg|units?/kg|ml/kg|ml/h|l|pressors?)\b"
)
# What was done, with what and where.
_DONE = re.compile(
    r"\b(?:loaded|lysed|thrombolysed|(?:in|ex)tubated|tubed|ventilated|banded|scoped|tapped|drained|clamped|resected|transfused|cardioverted|paced|shocks?(?: given)?|anticoagulated|decannulated|bolus(?:es)?|infusion|"
    r"pressors?|inotropes?|noradrenaline|norad|norepinephrine|post[- ]?op\w*|pre[- ]?op\w*|post[- ](?:thyroid|partum|section)\w*|day \d+|theatre|ward|icu|itu|hdu|picu|resus|labour ward|cath lab|drain|line|ngt?|tracheostomy|pulled|placed|inserted|sited|ct|mri|cta|echo|ecg|cxr|eeg|tcd|"
    r"gas|abg|csf|biops\w+|film|dxa|doppler|suspected|confirmed|refractory|despite|known|on arrival|brought in|presents?|admitted|haemodynamically|section|delivered|iv|im|sc|s/c|po|bd|tds|od|prn|stat|pca|cvvh|hd|filter)\b"
    r"|\b(?:after|despite) (?:two|three|\d|both) (?:lots|doses|rounds|boluses|shocks|nebs?|units|pools)\b"
    r"|\bcame in (?:with|after)\b|\b(?:phon(?:ing|ed)|rang|called) (?:in |up )?with\b|\b(?:loraz|midaz|narcan)\b"
    r"|\b(?:given|failed|stopped|started|running|on board)\b(?=[.,;])|\b(?:failed|given|started on) \w+"
)
# What to do next, asked as those ask who do it.
_NEXT = re.compile(
    r"\b(?:next|second line|what (?:now|else|then|first|dose|rate)|now what|position|where do (?:i|we)|who \w+|dos(?:e|es|ing)|how (?:much|many|fast|low|high|soon|often|long|quickly)|which \w+|when (?:do|can|should) (?:i|we|you)|repeat|"
    r"load(?:ing)?|regimens?|options?|alternatives?|instead|target|threshold|cut-?off|sequence|reverse|withhold|hold|restart|switch|swap|taper|wean|titrate|start|rate|volumes?|timing|first|or)\b[^.?!]*\?"
    r"|\bwhat do we (?:need|have) to\b|\b(?:dose|rate|regimen|how fast|how much|max(?:imum)?)\b"
)
# Who asks, said first: "paramedic - …", "ED reg here, …".
_ROLE = re.compile(
    r"\s*(?:(?:ed|med|a ?& ?e|icu|itu|on[- ]call) )?(?:paramedic|gp|nurse|reg(?:istrar)?|sho|fy\d|f[12]|pharmacist|midwife|consultant|doctor|"
    r"intern|resident|anp|anaesthetist|houseman)(?: here\b|\s*[-–:,])"
)
_OF_ROLE = 2
_ENOUGH = 3


def at_bedside(message: str) -> bool:
    """Whether a message is worded as a clinician asks beside a patient: things named as texts name them, values, what was
    done, and the next step asked for; nobody of the asker's is named.
    """
    return points_of(message) >= _ENOUGH


def points_of(message: str) -> int:
    """How much of a clinician's question at a bedside is in a message, 0 to 9; 0 where somebody of the asker's is told of."""
    text = plain(message)
    if tells_of_own(message):
        return 0
    named = min(2, register_of(message).named)
    values = min(2, len(_VALUE.findall(text)))
    done = min(2, len(_DONE.findall(text)))
    named += _OF_ROLE * (_ROLE.match(text) is not None)
    return max(0, named + values + done + (_NEXT.search(text) is not None) - begins_elliptic(message))

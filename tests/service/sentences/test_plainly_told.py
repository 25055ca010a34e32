"""What a plain question asks of an illness, and which sentences say it."""

from __future__ import annotations

import pytest

from service.sentences.plainly_told import (
    advises_against,
    asked_of,
    defines,
    goes_on,
    is_hollow,
    is_on_prevention,
    is_told,
    is_told_of,
    tells_a_finding,
    tells_effects,
)


@pytest.mark.parametrize("question", ["AF and alcohol", "when do I take the tryptase bloods?", ""])
def test_a_question_may_ask_none_of_these(question: str) -> None:
    assert asked_of(question) is None


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("how is PE treated", "treatment"),
        ("variceal bleed management", "treatment"),
        ("gout flare first line", "first treatment"),
        ("migraine prophylaxis first line", "prevention"),
        ("how do you stop varices from bleeding", "prevention"),
        ("complications of the treatment of ascites", "complications"),
        ("why are my platelets low", "causes"),
        ("what sets off asthma", "causes"),
        ("mortality of variceal bleeding", "outlook"),
        ("hep c screening who", "screening"),
        ("HRS criteria", "criteria"),
        ("when to suspect COPD", "when to suspect"),
        ("headache red flags", "when to suspect"),
        ("when to admit pneumonia", "where to"),
        ("who needs anticoagulation in AF?", "for whom"),
        ("how do I work up a big spleen", "diagnosis"),
        ("What is acute chest syndrome?", "definition"),
        ("What is the treatment of opioid overdose?", "treatment"),  # and not what the treatment is
        ("which inhaler is preferred as treatment at diagnosis of asthma", "treatment"),  # a time, and not asked for
    ],
)  # fmt: skip
def test_what_is_asked_of_an_illness(question: str, name: str) -> None:
    ask = asked_of(question)
    assert ask is not None
    assert ask.name == name


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how is hepatitis C treated", "If it is not treated, hepatitis C can lead to liver failure."),
        ("how is hepatitis C treated", "Simplified hepatitis C treatment excludes people treated before."),
        ("how is STEMI treated", "Fondaparinux is not recommended in STEMI treated with primary PCI."),
        ("iron deficiency treatment", "A ferritin cut-off of 45 ng/mL is recommended to diagnose iron deficiency."),
        ("causes of delirium", "Finding and correcting the causes of delirium is the mainstay of its treatment."),
        ("signs of a stroke", "Call an ambulance at once if you see any one sign of a stroke."),
        ("criteria for anaphylaxis", "Adrenaline can be given before diagnostic criteria are met."),
        ("complications of diabetes", "Birth is planned earlier if complications arise."),
    ],
)
def test_what_has_the_words_may_not_say_it(question: str, text: str) -> None:
    ask = asked_of(question)
    assert ask is not None
    assert not is_told(ask, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how is hepatitis C treated", "Hepatitis C is treated with direct-acting antivirals for 8 or 12 weeks."),
        ("gout flare first line", "A gout flare is treated first with an NSAID, colchicine or a corticosteroid."),
        ("how is hypothyroidism treated", "Levothyroxine for primary hypothyroidism starts at 1.6 µg/kg/day."),
        ("causes of delirium", "Triggers of delirium include infection, pain and drugs."),
        ("signs of a stroke", "In a stroke, trouble with speech and a drooping face can be signs."),
        ("criteria for depression", "Major depressive disorder means low mood and four further symptoms."),
        ("when to admit pneumonia", "People with a CURB-65 score of 3 or more should be admitted or are referred."),
        ("complications of splenomegaly", "Rupture is among the commonest complications of splenomegaly."),
    ],
)
def test_the_very_statement_says_it(question: str, text: str) -> None:
    ask = asked_of(question)
    assert ask is not None
    assert is_told(ask, text)


def test_a_section_of_nothing_else_says_it_without_the_words() -> None:
    ask = asked_of("prevention of delirium")
    assert ask is not None
    text = "People at risk receive a package of several measures tailored to the person."
    assert not is_told(ask, text, "Treatment")
    assert is_told(ask, text, "Delirium › Prevention")


def test_causes_are_those_of_what_is_asked_about() -> None:
    ask = asked_of("causes of portal vein thrombosis")
    assert ask is not None
    text = "Causes of portal hypertension lie before the liver, such as portal vein thrombosis."
    assert not is_told_of(ask, text, [(text.index("portal vein"), text.index("thrombosis") + 10)], "")
    text = "Causes of portal vein thrombosis are local and systemic."
    assert is_told_of(ask, text, [(10, 32)], "")


@pytest.mark.parametrize(
    ("text", "effects"),
    [
        ("A portal vein clot often causes no symptoms at first.", True),
        ("Thrombocytopenia has several causes: a large spleen, and less thrombopoietin.", False),
        ("Alcohol and drugs can cause it.", False),  # named in other words only
    ],
)
def test_what_an_illness_brings_about_is_not_what_brings_it_about(text: str, effects: bool) -> None:
    name = next((n for n in ("portal vein clot", "Thrombocytopenia") if n in text), "")
    at = text.find(name)
    assert tells_effects(text, [(at, at + len(name))] if name else []) is effects


def test_advice_against_something_is_told_by_the_main_clause() -> None:
    assert advises_against("Pentoxifylline is not recommended in alcohol-associated hepatitis.")
    assert not advises_against("Naloxone is given, and repeated if breathing does not improve.")
    assert not advises_against("Aspirin is given at once after a suspected TIA, unless contraindicated.")


def test_what_treatment_prevents_is_no_prevention_of_the_illness() -> None:
    text = "A bisphosphonate is the initial drug to prevent fractures in osteoporosis."
    assert not is_on_prevention(text, [(text.index("osteoporosis"), len(text))])
    text = "Primary prophylaxis of peritonitis is considered in low-protein ascites."
    assert is_on_prevention(text, [(23, 34)])


def test_what_adds_to_something_said_before_goes_on() -> None:
    assert goes_on("A bad headache can also be a sign of a stroke.")
    assert not goes_on("Beta-blockers, tablets also used for high blood pressure, make bleeding less likely.")


def test_a_condition_of_treatment_says_nothing_of_it() -> None:
    assert is_hollow("It can be managed if it is found early.")
    assert not is_hollow("It can be managed with lactulose.")


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("Ascites is treated with a low-salt diet.", "Ascites", False),
        ("A liver biopsy is mostly done with a needle.", "liver biopsy", False),
        ("Ascites is a build-up of fluid in the belly.", "Ascites", True),
        ("Hepatic encephalopathy (HE) is a spectrum of impairment.", "Hepatic encephalopathy", True),
        ("In a liver biopsy, a doctor takes a small piece of the liver.", "liver biopsy", True),
        ("A mini-stroke, or TIA, has the same signs as a stroke.", "mini-stroke", True),
    ],
)
def test_a_definition_begins_with_the_name_and_says_what_it_is(text: str, name: str, told: bool) -> None:
    at = text.index(name)
    assert defines(text, (at, at + len(name))) is told


def test_what_a_study_found_is_told_by_its_words() -> None:
    assert tells_a_finding("Stroke or death occurred in 3.7% with and 5.3% without endarterectomy.")
    assert not tells_a_finding("Endarterectomy is recommended for symptomatic stenosis.")

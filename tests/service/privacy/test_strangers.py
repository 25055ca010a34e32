"""Names that no list has and numbers that no word announces; what only looks like them stays."""

from __future__ import annotations

import pytest

from service.privacy import Kind, redact


@pytest.mark.parametrize(
    "text",
    [
        "thyroid storm Burch Wartofsky",
        "Parkland or Brooke formula in burns",
        "Kasabach Merritt phenomenon, sirolimus?",
        "Obstetrics is asking whether the dose changes",
        "Jardiance and Entresto together, fluid loss?",
        "if i miss adderall for a day",
        "Rapamune was started, lipids high",
        "Management Of Hyperkalaemia In Dialysis Patients With Veltassa",
        "dr google says turmeric helps",
        "What are the symptoms of Bronchopulmonary Dysplasia?",
        "Is Alexander Disease inherited?",
        "How to diagnose Brachial Plexus Injuries",
        "What are the treatments for Lymphatic Filariasis?",
    ],
)
def test_what_is_written_with_a_capital_and_names_nobody_stays(text: str) -> None:
    assert redact(text).text == text


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("(asking for Ximena Urrutia) metformin at eGFR 35?", ["Ximena", "Urrutia"]),
        ("Can Svetlana (Sveta) Morozova breastfeed on sertraline?", ["Svetlana", "Sveta", "Morozova"]),
        ("Bed 9 Adeyemi-Cole, Folasade 71F on apixaban", ["Adeyemi", "Folasade"]),
        ("we have Zbyszek in the side room with C diff", ["Zbyszek"]),
        ("my wife Anjali has hypothyroidism", ["Anjali"]),
        ("Dipesh wants to know for his mum Kamala", ["Dipesh", "Kamala"]),
        ("Mr Brzęczyszczykiewicz, HFrEF, K 5.9", ["Brz", "kiewicz"]),
        ("1) Hodan Jimcaale - COPD; 2) Sigurður Þórðarson - AKI", ["Hodan", "Jimcaale", "Sigurður", "Þórðarson"]),
        ("case of Youssef al-Khatib, falciparum malaria", ["Youssef", "Khatib"]),
        ("Re Angharad Prydderch-Vaughan, NSTEMI, how long ticagrelor?", ["Angharad", "Prydderch"]),
        ("mr faisal rahman chowdhury in bed six is on methotrexate", ["faisal", "rahman", "chowdhury"]),
        ("karen quixley dob 1/1/70 asthma", ["karen", "quixley"]),
    ],
)
def test_a_name_of_any_origin_is_taken_out_where_a_person_stands(text: str, hidden: list[str]) -> None:
    assert not [part for part in hidden if part in redact(text).text]


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Name: OYELARAN OJO, FUNMILAYO Sex: F delirium", ["OYELARAN", "OJO", "FUNMILAYO"]),
        ("PATIENT: QUIXLEY^JANE^R||19510403|F contrast?", ["QUIXLEY", "JANE", "19510403"]),
    ],
)
def test_the_head_of_a_copied_record_is_taken_out(text: str, hidden: list[str]) -> None:
    assert not [part for part in hidden if part in redact(text).text]


@pytest.mark.parametrize(
    ("text", "identifier", "kind"),
    [
        ("Policy BUPA KXH7720014455, cover?", "KXH7720014455", Kind.HEALTH_PLAN),
        ("group 00913: is it covered?", "00913", Kind.HEALTH_PLAN),
        ("sort 20-11-98, charge?", "20-11-98", Kind.ACCOUNT),
        ("GMC 7001122 here, nitrofurantoin?", "7001122", Kind.LICENCE),
        ("bleep 3308 for the rate", "3308", Kind.PHONE),
        ("ext. 41175 please", "41175", Kind.PHONE),
        ("watch 3C:22:FB:10:9E:07 shows AF", "3C:22:FB:10:9E:07", Kind.DEVICE),
        ("hit by a van reg BD21 KLM, fracture", "BD21 KLM", Kind.VEHICLE),
        ("ZIP 60614, measles contact", "60614", Kind.ADDRESS),
        ("skype: nurse.zuza77, which insulin?", "nurse.zuza77", Kind.USER),
        ("@drquixley_w asks of aspirin", "@drquixley_w", Kind.USER),
        ("K4471902 came in with NSTEMI", "K4471902", Kind.RECORD),
        ("7719023 is allergic to penicillin", "7719023", Kind.RECORD),
        ("CHI 0101701234, UTI", "0101701234", Kind.HEALTH_SERVICE),
    ],
)
def test_a_number_that_can_only_be_somebodys_is_taken_out(text: str, identifier: str, kind: Kind) -> None:
    redacted = redact(text)
    assert redacted.kinds == (kind,)
    assert identifier not in redacted.text


@pytest.mark.parametrize(
    "text",
    [
        "viral load 1250000 copies, HBV DNA 3456789 IU/ml, platelets 1234567/µL",
        "NCT03036150, ISRCTN48334791, PMC7654321, LY3298176, BAY94-8862, rs1799853",
        "CD19 CAR T cells after 1000000 cells per kg; CD20 negative",
        "study group 1234 patients; group 2 pulmonary hypertension",
        "a registrar asks: reg review of IL17 RAS blockade",
        "ext rotation 45 degrees; extension 120",
    ],
)
def test_numbers_that_count_or_belong_to_nobody_stay(text: str) -> None:
    assert redact(text).text == text


def test_a_house_and_a_street_before_a_post_code_go_with_it() -> None:
    assert redact("Re: eczema, Bryn Awel, Ffordd y Mynydd, Aberaeron SA46 0BX, which steroid?").text == (
        "Re: eczema, [address] [address], which steroid?"
    )


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("carer: mrs p hides her tablets", []),
        ("GP in Ballyvaughan: is shingles vaccine live?", ["Ballyvaughan"]),
        ("Temperance (room 6) fell on rivaroxaban", ["Temperance"]),
        ("Re: your patient Giacomo Lo Verde (b. 4.5.47), statin", ["Giacomo", "Verde", "4.5.47"]),
        ("mrs j adichie-obi, 71, osteoporosis", ["adichie", "obi"]),
        ("DOS 03-14-2024 PE, how long DOAC?", ["03-14-2024"]),
        ("he was born in the war, no, 17/8/39, AF", ["17/8/39"]),
        ("ins. member W883 110 2201 02, tirzepatide?", ["W883", "2201"]),
        ("Chaussée de Louvain 112, Lyme bite", ["Louvain", "112"]),
        ("plate 7ABC123 had a seizure at the wheel", ["7ABC123"]),
        ("Dexcom transmitter 8G41K2 lost", ["8G41K2"]),
    ],
)
def test_what_is_somebodys_is_taken_out_as_wards_write_it(text: str, hidden: list[str]) -> None:
    redacted = redact(text)
    assert not [part for part in hidden if part in redacted.text]
    assert bool(redacted.kinds) == bool(hidden)


@pytest.mark.parametrize(
    "text",
    [
        "Erdheim Chester, vemurafenib?",
        "Von Hippel Lindau screening",
        "NT-proBNP 2345678?",
        "Nairobi traveller with fever",
        "guideline updated 12/03/2021",
        "Minimed 780G pump, sensor G6",
    ],
)
def test_eponyms_values_places_of_travel_and_models_stay(text: str) -> None:
    assert redact(text).text == text

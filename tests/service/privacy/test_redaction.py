"""Identifiers are taken out of a text, clinical words are left in it."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from corpus.glossary import shipped_glossary
from service.privacy import Kind, find, redact, without_marks
from service.privacy.numbers import is_card_number, is_iban, is_nhs_number
from tests.service.read_tables import messages

# Every number is made up or from a range that is kept free for examples.
IDENTIFIERS = [
    ("Mr John Smith has ascites", "John Smith", Kind.NAME),
    ("mrs van der Berg bleeds", "van der Berg", Kind.NAME),
    ("Dr. O'Hara started sirolimus", "O'Hara", Kind.NAME),
    ("a patient named Okonkwo with AF", "Okonkwo", Kind.NAME),
    ("my name is john smith and I have AF", "john smith", Kind.NAME),
    ("my daughter Emma has asthma", "Emma", Kind.NAME),
    ("Name: QUIXLEY, Jane; which dose?", "QUIXLEY, Jane", Kind.NAME),
    ("Jane Quixley, 54, TIPS?", "Jane Quixley", Kind.NAME),
    ("Oluchi Vexborough-Lane, DOB unknown, ascites", "Oluchi Vexborough-Lane", Kind.NAME),
    ("Tomasz Wrona is a 64-year-old man with AF", "Tomasz Wrona", Kind.NAME),
    ("Yuki Tanabe was admitted with SBP", "Yuki Tanabe", Kind.NAME),
    ("Ngozi Adeyemi presents with ascites", "Ngozi Adeyemi", Kind.NAME),
    ("Ngozi Adeyemi (72F) on amiodarone", "Ngozi Adeyemi", Kind.NAME),
    ("Tomasz Wrona's creatinine doubled", "Tomasz Wrona", Kind.NAME),
    ("I saw Tomasz Wrona in clinic", "Tomasz Wrona", Kind.NAME),
    ("should Jane Quixley have a TIPS?", "Jane Quixley", Kind.NAME),
    ("his son Aurelio is allergic to penicillin", "Aurelio", Kind.NAME),
    ("Pt D. W. Achterberg has SBP", "D. W. Achterberg", Kind.NAME),
    ("D. W. Achterberg, ascites, which diuretic?", "D. W. Achterberg", Kind.NAME),
    ("our patient Ignatius Quill admitted with AF", "Ignatius Quill", Kind.NAME),
    ("seen by nurse Vexborough, INR 6", "Vexborough", Kind.NAME),
    ("Zadie's potassium is 6.4", "Zadie", Kind.NAME),
    ("in room 7, Ottoline, is vomiting", "Ottoline", Kind.NAME),
    ("HELEN O'LEARY has delirium", "HELEN O'LEARY", Kind.NAME),
    ("he fell, name Zubin, on warfarin", "Zubin", Kind.NAME),
    ("my neighbour turned 94 and takes digoxin", "94", Kind.AGE),
    ("her grandmother is ninety-six, apixaban?", "ninety-six", Kind.AGE),
    ("who is ninety, is dapagliflozin safe?", "ninety", Kind.AGE),
    ("he turned a hundred and one, pneumonia", "a hundred and one", Kind.AGE),
    ("born on the ninth of June nineteen forty-eight, AF", "the ninth of June nineteen forty-eight", Kind.DATE),
    ("her birthday is the 2nd of july, AF", "the 2nd of july", Kind.DATE),
    ("my number is 020 7946 0321, AF", "020 7946 0321", Kind.PHONE),
    ("our elderly neighbour Ottoline is on digoxin", "Ottoline", Kind.NAME),
    ("tel. 01 42 68 53 00 for the clinic", "01 42 68 53 00", Kind.PHONE),
    ("pump SN 6A-44821, stopped", "6A-44821", Kind.DEVICE),
    ("fingerprint ID 77AF-2291-XX, sepsis", "77AF-2291-XX", Kind.RECORD),
    ("plan member ID W2291 88 1043, cover?", "W2291 88 1043", Kind.HEALTH_PLAN),
    ("hosp no. K1182204, AKI", "K1182204", Kind.RECORD),
    ("registration number AB12 CDE, crash", "AB12 CDE", Kind.VEHICLE),
    ("Hauptstraße 12, migraine", "Hauptstraße 12", Kind.ADDRESS),
    ("au 14 rue de la Paix, asthma", "14 rue de la Paix", Kind.ADDRESS),
    ("Flat 3, 27 Queensway, pneumonia", "Flat 3, 27 Queensway", Kind.ADDRESS),
    ("she lives in Ambleside, AF", "Ambleside", Kind.ADDRESS),
    ("insurance policy BX-77120945, which cover?", "BX-77120945", Kind.HEALTH_PLAN),
    ("he lives at 12 Oak Street and falls", "12 Oak Street", Kind.ADDRESS),
    ("from SW1A 1AA, is it endemic?", "SW1A 1AA", Kind.ADDRESS),
    ("of Springfield, IL 62704, has gout", "Springfield, IL 62704", Kind.ADDRESS),
    ("DOB 3/4/1950, ascites", "3/4/1950", Kind.DATE),
    ("born on 3 April 1950", "3 April 1950", Kind.DATE),
    ("he was admitted on 2024-03-12", "2024-03-12", Kind.DATE),
    ("she had a TIPS on March 12th, 2024", "March 12th, 2024", Kind.DATE),
    ("my patient was seen on 12.3.24", "12.3.24", Kind.DATE),
    ("a 93-year-old man with AF", "93", Kind.AGE),
    ("my mother is 97, apixaban?", "97", Kind.AGE),
    ("call me on 07700 900123", "07700 900123", Kind.PHONE),
    ("number +44 20 7946 0958", "+44 20 7946 0958", Kind.PHONE),
    ("at (212) 555-0142 please", "(212) 555-0142", Kind.PHONE),
    ("fax: 020 7946 0000", "020 7946 0000", Kind.PHONE),
    ("write to j.quixley@example.org", "j.quixley@example.org", Kind.EMAIL),
    ("SSN 536-90-4399", "536-90-4399", Kind.SOCIAL_SECURITY),
    ("national insurance number QQ 12 34 56 C", "QQ 12 34 56 C", Kind.SOCIAL_SECURITY),
    ("his number 943 476 5919", "943 476 5919", Kind.HEALTH_SERVICE),
    ("MRN: 00123456, cirrhosis", "00123456", Kind.RECORD),
    ("hospital number A445566", "A445566", Kind.RECORD),
    ("Patient 84719: which dose?", "84719", Kind.RECORD),
    ("policy number ABC-123456", "ABC-123456", Kind.HEALTH_PLAN),
    ("account no 12345678", "12345678", Kind.ACCOUNT),
    ("pays from GB82 WEST 1234 5698 7654 32", "GB82 WEST 1234 5698 7654 32", Kind.ACCOUNT),
    ("card 4111 1111 1111 1111", "4111 1111 1111 1111", Kind.ACCOUNT),
    ("driver's licence no. D1234567", "D1234567", Kind.LICENCE),
    ("VIN 1HGCM82633A004352", "1HGCM82633A004352", Kind.VEHICLE),
    ("pacemaker serial number PM-889123", "PM-889123", Kind.DEVICE),
    ("see https://example.org/jane?id=1", "https://example.org/jane?id=1", Kind.URL),
    ("from 192.168.10.24", "192.168.10.24", Kind.IP),
    ("from 2001:db8:85a3::8a2e:370:7334", "2001:db8:85a3::8a2e:370:7334", Kind.IP),
]
CLINICAL = [
    "Today's potassium is 6.4, the patient's creatinine 180, Hashimoto's and Wilson's disease",
    "Patient with E. coli and H. pylori, U.S. Preventive Services, doctor in training",
    "in room air, bed rest; ninety patients; people aged ninety; ninety-day mortality; over ninety",
    "The third trial of March, one hundred and one patients, CD19 CAR T cells, avenue for research",
    "Child-Pugh B7 or Child-Pugh C in Budd-Chiari syndrome", "Wells score 6.5, Parkinson's disease and Wilson disease",
    "methadone pt QTc 512", "Baveno VII says what of MELD 18?", "a 70-year-old man, 89-year-old woman, 54M, 72F", "BP 120/80, INR 2.0-3.0, FEV1/FVC 0.65",
    "4-8 mg/kg every 6-8 h, 1/2/3 tablets, 5/10/20 mg", "sodium 118, Na+ 140, platelets 45,000/µL, creatinine 1.2",
    "The 2015 ESC guideline and between 1990 and 2000", "Was the guideline published on 12 March 2021 superseded?",
    "trial NCT01234567, PMID 31234567, doi 10.1056/NEJMoa1234567", "vitamin B12 5MG, T4 3TC, L4 5FU, PD-L1 1%",
    "MR imaging of the liver, MR angiography, MS relapse", "Miss a dose of apixaban? May 5 mg be given?",
    "In people aged 90 years or older, and over 95?", "Pierre Robin sequence and Graham Steell murmur",
    "CHA2DS2-VASc 4, HAS-BLED 3, eGFR 28, LMWH 1 mg/kg", "ICD-10 K76.6, section 6.10.1.2, version 1.5.9",
    "Patient Health Questionnaire, Montreal Cognitive Assessment", "infants aged 95 days; after 96 hours; 99 patients",
    "heparin 5000 units, 10000 IU, 1 000 000 copies/ml", "Guillain-Barré, Charcot-Marie-Tooth, Henoch-Schönlein",
]  # fmt: skip


@pytest.mark.parametrize(("text", "identifier", "kind"), IDENTIFIERS)
def test_an_identifier_is_replaced_by_its_kind(text: str, identifier: str, kind: Kind) -> None:
    redacted = redact(text)
    assert kind in redacted.kinds
    assert redacted.text == text.replace(identifier, f"[{kind.value}]")


def test_a_day_beside_a_name_or_a_number_of_somebody_is_theirs() -> None:
    assert (
        redact("Jane Quixley 12/03/1961 NHS 943 476 5919 has ascites").text
        == "[name] [date] NHS [NHS number] has ascites"
    )


@pytest.mark.parametrize("text", CLINICAL)
def test_clinical_words_and_numbers_stay(text: str) -> None:
    assert redact(text).text == text


@pytest.mark.parametrize(
    "table", ["answerable", "unanswerable", "legitimate", "emergencies", "no_emergencies", "harmful"]
)
def test_no_question_of_the_tables_is_touched(table: str) -> None:
    assert [message for message in messages(table) if redact(message).kinds] == []


def test_no_term_of_the_glossary_is_an_identifier() -> None:
    terms = [name for entry in shipped_glossary().entries for name in (entry.term, *entry.synonyms)]
    assert len(terms) > 100
    assert [term for term in terms if redact(term).kinds] == []


# Random letters alone hold no identifier: texts are put together from those above, with anything between them.
MESSAGES = st.lists(
    st.sampled_from([text for text, _, _ in IDENTIFIERS] + CLINICAL) | st.text(max_size=20), min_size=1, max_size=4
).map(". ".join)


@settings(max_examples=100, deadline=None)
@given(MESSAGES)
def test_what_was_redacted_holds_nothing_more_to_redact(text: str) -> None:
    redacted = redact(text).text
    assert redact(redacted).text == redacted


@settings(max_examples=100, deadline=None)
@given(MESSAGES)
def test_identifiers_lie_in_the_text_in_order_and_apart(text: str) -> None:
    places = [place for item in find(text) for place in (item.start, item.end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)
    assert all(item.start < item.end for item in find(text))


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(IDENTIFIERS), st.sampled_from(CLINICAL), st.booleans())
def test_an_identifier_is_found_beside_clinical_text_which_stays(
    row: tuple[str, str, Kind], clinical: str, first: bool
) -> None:
    text, identifier, _ = row
    assume(identifier not in clinical)  # "ninety" patients stay, where the one who is ninety does not
    redacted = redact(f"{text}. {clinical}" if first else f"{clinical}. {text}")
    assert identifier not in redacted.text
    assert redacted.kinds


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 999_999_999))
def test_every_number_with_its_check_digit_is_an_nhs_number(first_nine: int) -> None:
    digits = f"{first_nine:09d}"
    right = [last for last in range(10) if is_nhs_number(f"{digits}{last}")]
    assert len(right) <= 1
    if right:
        assert redact(f"the number {digits[:3]} {digits[3:6]} {digits[6:]}{right[0]}").kinds == (Kind.HEALTH_SERVICE,)


@settings(max_examples=25, deadline=None)
@given(st.integers(10**11, 10**18))
def test_one_last_digit_makes_a_card_number(number: int) -> None:
    fitting = [last for last in range(10) if is_card_number(f"{number}{last}")]
    assert len(fitting) == (1 if len(str(number)) <= 18 else 0)


@pytest.mark.parametrize("number", ["GB82WEST12345698765432", "DE89370400440532013000"])
def test_a_bank_number_with_a_wrong_digit_is_none(number: str) -> None:
    assert is_iban(number)
    assert not is_iban(number[:-1] + str((int(number[-1]) + 1) % 10))


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from([500, 2000]), st.sampled_from(["1 ", "Aa-", "a.", "12-", "+1", "Mr A ", "a@", "1.1.", "(0", "van "])
)
def test_repetitive_text_is_read_like_any_other(times: int, part: str) -> None:
    redact((part * times)[:4000])


@pytest.mark.parametrize(
    ("redacted", "searched"),
    [
        ("Mr [name] (DOB [date], MRN [record number]) has cirrhosis. Is TIPS safe?", "has cirrhosis. Is TIPS safe?"),
        ("my patient [name], TIPS?", "my patient, TIPS?"),
        ("a [aged 90 or over]-year-old man with AF", "a 90-year-old man with AF"),
        ("[e-mail address]", ""),
        ("ICD SN [device number], is MRI safe?", "ICD, is MRI safe?"),
        ("a valve (lot [device number]), target INR?", "a valve, target INR?"),
        (
            "Regarding [name], MRN: [record number], room 7B: CURB-65 is 3, where to treat?",
            "CURB-65 is 3, where to treat?",
        ),
        ("[name], bed 12: potassium 6.2?", "potassium 6.2?"),
        ("How are sats of 88 on room air treated?", "How are sats of 88 on room air treated?"),
    ],
)
def test_marks_and_what_announced_them_are_not_searched_for(redacted: str, searched: str) -> None:
    assert without_marks(redacted) == searched


@pytest.mark.parametrize(
    ("message", "hidden"),
    [
        ("our patient Mr T. Nguyen takes carvedilol", "Nguyen"),
        ("M. Kowalska (dob 1/1/70) hyponatraemia 121", "Kowalska"),
        ("son Matteo has febrile seizures", "Matteo"),
        ("nana will be 91 in May, statin?", "91"),
        ("car plate AB12 CDE, liver laceration", "AB12"),
    ],
)
def test_initials_kin_without_my_and_car_plates_are_taken_out(message: str, hidden: str) -> None:
    assert hidden not in redact(message).text


@pytest.mark.parametrize("message", ["mother has AF", "E. coli (born in hospital)", "Father Christmas syndrome"])
def test_capitals_that_name_nobody_stay(message: str) -> None:
    assert redact(message).text == message


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("Mr John Reed MRN: 00712345 has gout", "Mr [name] MRN: [record number] has gout"),
        ("Mrs O'HARA has gout", "Mrs [name] has gout"),
        ("Mr THORNTON-LEE, gout", "Mr [name], gout"),
        ("pump (serial no. QXK402199H) stopped", "pump (serial no. [device number]) stopped"),
        ("From 10.168.14.77. Which dose?", "From [IP address]. Which dose?"),
        ("LS8 4QT, Ranson score 4", "[address], Ranson score 4"),
    ],
)
def test_what_stands_beside_an_identifier_stays_whole(text: str, redacted: str) -> None:
    assert redact(text).text == redacted


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("patient John OKONKWO 12/04/1961 with gout", "patient [name] [date] with gout"),
        ("Mr McDONNELL, potassium 5.8", "Mr [name], potassium 5.8"),
        ("Ms NG takes entecavir", "Ms [name] takes entecavir"),
        ("Jane DOE has gout", "[name] has gout"),
        ("is this right for Anna de la CRUZ, 71?", "is this right for [name], 71?"),
        ("DOE Jane, warfarin, INR 5", "[name], warfarin, INR 5"),
    ],
)
def test_a_surname_in_capitals_is_masked_whole(text: str, masked: str) -> None:
    assert redact(text).text == masked


@pytest.mark.parametrize("text", ["Patient Tom COPD on oxygen", "my patient Amina NSTEMI yesterday"])
def test_an_illness_in_capitals_behind_a_name_is_none(text: str) -> None:
    assert redact(text).text.split()[-3 if "COPD" in text else -2] in ("COPD", "NSTEMI")


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("MORRISON, BRENDA (F) 77y, which antibiotic", "[name] (F) 77y, which antibiotic"),
        ("pulse 45 for HARDING, COLIN in bed 9", "pulse 45 for [name] in bed 9"),
        ("pt helen brooks 66F needs rivaroxaban", "pt [name] 66F needs rivaroxaban"),
        ("Laura (29, a cook) has migraine", "[name] (29, a cook) has migraine"),
        ("patient's initials: K.T., on lithium", "patient's initials: [name], on lithium"),
        ("Seen on 7 June 2023 at home: potassium 6.8", "Seen on [date] at home: potassium 6.8"),
        ("Chidi, who is 6, has croup", "[name], who is 6, has croup"),
        ("Helen from radiology has shingles", "[name] from radiology has shingles"),
        ("a patient (T. Lindqvist) with INR 9", "a patient ([name]) with INR 9"),
        ("brian k. (58), previous stroke", "[name] (58), previous stroke"),
        ("Siobhan's digoxin level is 3", "[name]'s digoxin level is 3"),
        ("discuss with Orla Keane RN first", "discuss with [name] RN first"),
        ("o kowalczyk 52f gout", "[name] 52f gout"),
        ("hospital number QTR 402 1187, AF", "hospital number [record number], AF"),
        ("Ref: 2023/PE/00817 embolism", "Ref: [record number] embolism"),
        ("rash in IMG_20230514_101122.jpg", "rash in [record number]"),
        ("born in 1928, on digoxin", "born in [aged 90 or over], on digoxin"),
    ],
)
def test_what_only_its_place_tells_to_be_a_name_or_date_is_masked(text: str, masked: str) -> None:
    assert redact(text).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "Max Haldol for an older delirious person?",
        "Moderate Alzheimer's, 77, no drug as yet",
        "Han Chinese, 49, starting allopurinol",
        "Initial MELD 14, sodium 130",
        "pt frank haematuria 70M",
        "HIV, HBV and TB",
        "h pylori 45f after eradication",
        "born in 1979, on digoxin",
        "Amiodarone, who was it tested in?",
    ],
)
def test_a_word_of_medicine_in_the_place_of_a_name_stays(text: str) -> None:
    assert redact(text).text == text

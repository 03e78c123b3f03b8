"""The gate finds what tells of people and secrets, and leaves bodies, places and numbers alone."""

from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.domain.publishing.gate import Finding, Known, Revealed, each_once, look_through
from revtrack.domain.publishing.personal_numbers import check_digit, personal_numbers

KNOWN = Known(
    officeholders=frozenset({"Maj Tavast", "Sten-Åke Flod"}),
    bodies=frozenset({"Eskilstuna kommun", "Eskilstuna Energi och Miljö AB", "PwC", "Karin Boyes"}),
    addresses=frozenset({"registrator@eskilstuna.se", "Revisorerna, Fristadstorget 1"}),
)


def found(text: str) -> list[tuple[str, str]]:
    return [(each.kind.value, each.text) for each in look_through(text, "här", KNOWN)]


@pytest.mark.parametrize(
    ("text", "kind", "hit"),
    [
        ("Rapporten är skriven av Anna Lindqvist.", "person", "Anna Lindqvist"),
        ("Anna-Karin von Essen deltog.", "person", "Anna-Karin von Essen"),
        ("Intervju med Mohammed Al-Hassan", "person", "Mohammed Al-Hassan"),
        ("förvaltningschef Qadira Mbeki svarade", "person", "Qadira Mbeki"),
        ("Handläggare: Tuvali Arrhed", "person", "Tuvali Arrhed"),
        ("enligt A. Svensson", "person", "A. Svensson"),
        ("Fatima Ahmeds ärende", "person", "Fatima Ahmeds"),
        ("Zdravka Petrović", "person", "Zdravka Petrović"),
        ("Andersson, Erik", "person", "Andersson, Erik"),
        ("ERIK ANDERSSON", "person", "ERIK ANDERSSON"),
        ("Maj Tavast, ordförande", "officeholder", "Maj Tavast"),
        ("m. tavast", "officeholder", "m. tavast"),
        ("Född 811218-9876.", "personal_number", "811218-9876"),
        ("198112189876", "personal_number", "198112189876"),
        ("8112189876", "personal_number", "8112189876"),
        ("121212+1212", "personal_number", "121212+1212"),
        ("samordningsnummer 701063-2391", "personal_number", "701063-2391"),
        ("19811218 – 9876", "personal_number", "19811218 – 9876"),
        ("skriv till anna.lind@example.se nu", "email", "anna.lind@example.se"),
        ("anna(at)example.se", "email", "anna(at)example.se"),
        ("tel. 016-710 10 00", "phone", "016-710 10 00"),
        ("070-123 45 67", "phone", "070-123 45 67"),
        ("0701234567", "phone", "0701234567"),
        ("+46 70 123 45 67", "phone", "+46 70 123 45 67"),
        ("+46 (0)16-710 10 00", "phone", "+46 (0)16-710 10 00"),
        ("bor på Storgatan 12 B", "street_address", "Storgatan 12 B"),
        ("Norra vägen 3", "street_address", "Norra vägen 3"),
        ("omfattas av sekretess", "secret", "sekretess"),
        ("SEKRETESSMARKERAD", "secret", "SEKRETESSMARKERAD"),
        ("hemlig enligt beslut", "secret", "hemlig"),
        ("skyddade personuppgifter", "secret", "skyddade personuppgifter"),
        ("OSL 21 kap. 3 §", "secret", "OSL 21 kap"),
        ("Utkast – arbetsmaterial", "draft", "Utkast – arbetsmaterial"),
        ("Detta är en intern handling.", "draft", "intern handling"),
        ("pnr:811218-9876", "personal_number", "811218-9876"),
        ("Personnr.811218-9876", "personal_number", "811218-9876"),
        ("Tel:016-710 10 00", "phone", "016-710 10 00"),
        ("tfn.0701234567", "phone", "0701234567"),
        ("Mobil/0701234567", "phone", "0701234567"),
        ("ordförande Bengtsson svarade", "person", "Bengtsson"),
        ("Yrkande av Berg (M)", "person", "Berg"),
        ("enligt A. Berg", "person", "A. Berg"),
        ("ANDERSSON ANNA", "person", "ANDERSSON ANNA"),
        ("Oleksandr Kovalenko", "person", "Oleksandr Kovalenko"),
        ("Nguyen Thi Hoa", "person", "Nguyen Thi Hoa"),
        ("eleven Kim", "person", "Kim"),
    ],
)
def test_what_tells_of_people_and_secrets_is_found(text: str, kind: str, hit: str) -> None:
    assert (kind, hit) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kommunstyrelsen och Grundskolenämnden har svarat.",
        "Kultur- och fritidsnämnden i Eskilstuna kommun",
        "Eskilstuna Energi och Miljö AB",
        "Region Sörmland, Region Gävleborg och Västra Götaland",
        "Upplands Väsby, Lilla Edet och Stora Sundby",
        "Karin Boyes plats",
        "Anna Lindhs gata",
        "Karl Johans torg",
        "Sven Rinmans skola",
        "Sankt Eriks gymnasium",
        "Revisionsrapport Granskning av ekonomistyrning",
        "Instämmer Delvis",
        "Per Rekommendation",
        "dnr KSKF/2022:123-07, § 85, den 20 mars 2023",
        "2022-12-01 och 2023-03-20",
        "kontrollnummer 195-1006b12b22413f4b",
        "organisationsnummer 212000-0357",
        "belopp 1 234 567 kronor, 0,75 procent",
        "8112189875",
        "991399-1239",
        "avsnitt 3.2.4 och tabell 12",
        "den 1 januari 2023 till 31 december 2023",
        "ärende 2022/01234",
        "KS 2022:0123",
        "planen 2023 och handlingsplan 2024",
        "sekretessgränser",
        "Advisory PwC Sverige",
        "Moderaterna (M) och Vänsterpartiet (V)",
        "A. Bakgrund\nB. Metod",
        "Ordförande och revisor Kommunstyrelsen",
        "ett utkast till plan och nämndens arbetsmaterial",
    ],
)
def test_bodies_places_days_and_numbers_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_registered_address_is_only_told() -> None:
    notices = list(look_through("registrator@eskilstuna.se, Fristadstorget 1", "här", KNOWN))
    assert [(each.kind, each.is_notice) for each in notices] == [
        (Revealed.EMAIL, True),
        (Revealed.STREET_ADDRESS, True),
    ]


def test_a_part_of_a_registered_address_is_somebody_elses() -> None:
    known = Known(addresses=frozenset({"Storgatan 12, 631 86", "jan-erik@kommun.se"}))
    told = look_through("Storgatan 1, erik@kommun.se, Storgatan 12", "här", known)
    assert [(each.text, each.is_notice) for each in told] == [
        ("erik@kommun.se", False),
        ("Storgatan 1", False),
        ("Storgatan 12", True),
    ]


def test_the_same_thing_is_told_once_with_its_first_place_and_the_words_around_it() -> None:
    text = "Enligt Anna Lindqvist är det så. ANNA  LINDQVIST säger det. Anna\u00a0Lindqvist."
    (one,) = each_once(look_through(text, "fotnot", Known()))
    assert one == Finding(
        Revealed.PERSON,
        "Anna Lindqvist",
        "fotnot",
        "Enligt Anna Lindqvist är det så. ANNA LINDQVIST säger det. A",
    )
    assert one.key.startswith("person:")


days = st.dates(date(1900, 1, 1), date(2029, 12, 31))


@given(
    days,
    st.integers(0, 999),
    st.booleans(),
    st.sampled_from(["", "-", " ", "+", "–"]),
    st.booleans(),
)
def test_every_personal_number_is_found_however_it_is_written(
    day: date, serial: int, is_long: bool, sign: str, is_coordination: bool
) -> None:
    written = f"{day:%y%m}{day.day + 60 * is_coordination:02}{serial:03}"
    number = f"{written[:6]}{sign}{written[6:]}{check_digit(written)}"
    text = f"har {day:%C}{number} i akten" if is_long else f"har {number} i akten"
    (hit,) = personal_numbers(text)
    assert text[slice(*hit.span)].endswith(number)
    assert not hit.is_mistyped


@given(days, st.integers(0, 9999), st.sampled_from(["-", "+", "\u2013", " - "]))
def test_a_number_with_the_wrong_sum_is_told_as_mistyped(day: date, last: int, sign: str) -> None:
    nine = f"{day:%y%m%d}{last:04}"[:9]
    (hit,) = personal_numbers(f"{day:%y%m%d}{sign}{last:04}")
    assert hit.is_mistyped is (last % 10 != check_digit(nine))


@given(days, st.integers(0, 9999))
def test_ten_digits_with_the_wrong_sum_are_told_only_after_what_they_are(
    day: date, last: int
) -> None:
    digits = f"{day:%y%m%d}{last:04}"
    is_right = digits[-1] == str(check_digit(digits[:9]))
    assert bool(list(personal_numbers(f"nr {digits}"))) is is_right
    assert list(personal_numbers(f"pnr: {digits}"))


@given(days, st.integers(0, 3), st.sampled_from("Xx*•_"), st.booleans())
def test_a_masked_number_is_found(day: date, shown: int, mask: str, is_long: bool) -> None:
    number = f"{day:%C}" * is_long + f"{day:%y%m%d}-{'1' * shown}{mask * (4 - shown)}"
    assert found(f"akten {number} saknas") == [("personal_number", number)]


@given(st.integers(20, 99), st.integers(0, 99_999_999))
def test_an_organisations_number_is_none(month: int, rest: int) -> None:
    number = f"55{month}{rest // 1000000 % 100:02}-{rest % 10000:04}"
    assert list(personal_numbers(number)) == []


@given(
    days,
    st.sampled_from(["%Y-%m-%d", "%Y%m%d", "%y%m%d", "%Y"]),
    st.sampled_from(["född", "Född:", "f.", "född år", "född den"]),
)
def test_a_day_of_birth_is_found_however_it_is_written(day: date, shape: str, word: str) -> None:
    written = f"{word} {day.strftime(shape)}"
    assert found(f"flicka {written}, placerad")[0] == ("birth", written)


@given(st.integers(100, 999), st.integers(0, 99), st.sampled_from(["Bettna", "ESKILSTUNA", "Å"]))
def test_a_postal_code_needs_its_place(first: int, last: int, place: str) -> None:
    code = f"{first} {last:02}"
    assert found(f"till {code} {place}") == (
        [("postal_address", f"{code} {place}")] if len(place) > 1 else []
    )


@given(st.text(st.sampled_from("AaÅå BbN.,:;-/ \n@()0123456789§Xx*'")))
def test_each_part_of_any_text_is_told_as_one_thing(text: str) -> None:
    for each in look_through(text, "här", KNOWN):
        assert each.text in text
        assert each.text


@pytest.mark.parametrize(
    "unit",
    ["Aa-", "0-", "\n ", "a.", "sekretess", "Aa ", "A.", "810101", "AA ", "A'", "hans adhd "],
)
def test_a_long_text_takes_as_many_times_longer_as_it_is(unit: str) -> None:
    """What grew with the square of the length took seconds here."""
    begun = process_time()
    list(look_through(unit * (12_000 // len(unit)), "här", KNOWN))
    assert process_time() - begun < 1

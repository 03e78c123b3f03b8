"""Lines of others' papers made into paragraphs and lists, without what belongs to the pages."""

import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from revtrack.domain.errors import RevTrackError
from revtrack.domain.texts.paper import Line, Paper
from revtrack.reading.any_paper import read_paper
from revtrack.reading.cleaning.furniture import is_furniture
from revtrack.reading.cleaning.hyphens import together
from revtrack.reading.paper import paper_of


def paper(text: str) -> Paper:
    return paper_of(read_paper(text.encode()))


def told(text: str) -> list[str]:
    """Return each block as its kind and text, a row as its cells with bars between."""
    said = []
    for block in paper(text).blocks:
        if isinstance(block, Line):
            marker = f" {block.marker}" if block.marker else ""
            said.append(f"{block.kind.value}{marker}: {block.text}")
        else:
            said += [" | ".join(cell.text for cell in row.cells) for row in block.rows]
    return said


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("Nämnden bör redo-", "visa målen", "Nämnden bör redovisa målen"),
        ("Vård-", "och omsorgsnämnden", "Vård- och omsorgsnämnden"),
        ("kultur-", "eller fritidsfrågor", "kultur- eller fritidsfrågor"),
        ("kommunens IT-", "system", "kommunens IT-system"),
        ("en e-", "tjänst", "en e-tjänst"),
        ("Enskede-", "Årsta", "Enskede-Årsta"),
        ("under 2022-", "2023", "under 2022-2023"),
        ("styrelse/", "nämnd", "styrelse/nämnd"),
        ("två ord", "till", "två ord till"),
        ("", "början", "början"),
    ],
)
def test_a_word_that_was_parted_is_whole_and_a_real_hyphen_stays(
    first: str, second: str, whole: str
) -> None:
    assert together(first, second, Counter({"e-tjänst": 1})) == whole


@pytest.mark.parametrize(
    "line",
    [
        "Justerandes sign",
        "Justerandes signatur",
        "Justerandes sign.   Utdragsbestyrkande",
        "Justerandes sign | Utdragsbestyrkande",
        "Utdraget bestyrks",
        "------------------ | -- | --------",
        "Sida 3 (12)",
        "Sida 3 av 12",
        "Sid 3(12)",
        "3 (12)",
        "1(2)",
        "- 4 -",
        "Kommunrevisionen Sida 2 (4)",
    ],
)
def test_what_belongs_to_pages_wherever_it_stands(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    ["2022", "§ 3 (12)", "Beslut", "Sida vid sida", "12 kap. 9 §", "Revisorerna justerar planen"],
)
def test_what_is_text_though_it_is_short(line: str) -> None:
    assert not is_furniture(line)


def test_lines_that_were_wrapped_are_paragraphs() -> None:
    wrapped = (
        "Nämnden har under året följt upp att de rutiner som finns används i\n"
        "alla delar av verksamheten. Avvikelser rapporteras till den som är\n"
        "ansvarig.\n"
        "\n"
        "Beslutet skickas till:\n"
        "Kommunstyrelsen\n"
        "Kommunrevisionen\n"
    )

    assert told(wrapped) == [
        (
            "paragraph: Nämnden har under året följt upp att de rutiner som finns används i alla "
            "delar av verksamheten. Avvikelser rapporteras till den som är ansvarig."
        ),
        "paragraph: Beslutet skickas till:",
        "paragraph: Kommunstyrelsen",
        "paragraph: Kommunrevisionen",
    ]


def test_an_enumeration_over_several_lines_is_one_line() -> None:
    assert told("Till: Kommunstyrelsen,\nsocialnämnden samt\nvård- och omsorgsnämnden.") == [
        "paragraph: Till: Kommunstyrelsen, socialnämnden samt vård- och omsorgsnämnden."
    ]


@pytest.mark.parametrize("sign", [*"-–—•●▪■➢►✓*o", "\uf0b7", "\ufffd"])
def test_every_bullet_makes_an_item(sign: str) -> None:
    assert told(f"Vi rekommenderar att:\n\n{sign} Följa upp målen\n{sign} Utse ansvariga") == [
        "paragraph: Vi rekommenderar att:",
        "item •: Följa upp målen",
        "item •: Utse ansvariga",
    ]


@pytest.mark.parametrize("marker", ["1.", "1)", "(1)", "a)", "a.", "iv)", "R1", "R1:"])
def test_every_number_makes_an_item(marker: str) -> None:
    assert told(f"Vi rekommenderar att:\n\n{marker} Följa upp målen årligen.")[1] == (
        f"item {marker}: Följa upp målen årligen."
    )


def test_a_bullet_alone_belongs_to_the_line_below() -> None:
    assert told("Vi ser att:\n•\nRutiner saknas.\n•\nMål finns.")[1:] == [
        "item •: Rutiner saknas.",
        "item •: Mål finns.",
    ]


def test_a_list_and_a_sentence_go_on_over_the_page() -> None:
    text = (
        "Vi rekommenderar nämnden att:\n\n"
        "- Ta fram en plan som omfattar alla verksamheter och som\n\n"
        "Justerandes sign\n\nUtdragsbestyrkande\n\n"
        "följs upp varje år\n"
        " - Utse en ansvarig\n\n"
        "Nämnden har i sitt svar inte angett när planen ska vara klar utan\n\n"
        "¹ Planen beslutades i mars.\n\n"
        "återkommer i frågan.\n"
    )

    read = paper(text)

    assert told(text) == [
        "paragraph: Vi rekommenderar nämnden att:",
        "item •: Ta fram en plan som omfattar alla verksamheter och som följs upp varje år",
        "item •: Utse en ansvarig",
        (
            "paragraph: Nämnden har i sitt svar inte angett när planen ska vara klar utan "
            "återkommer i frågan."
        ),
        "footnote 1: Planen beslutades i mars.",
    ]
    item = read.blocks[1]
    assert isinstance(item, Line)
    assert (item.place.line, item.place.last_line) == (3, 9)
    assert [line.text for line in read.furniture] == ["Justerandes sign", "Utdragsbestyrkande"]


def test_a_day_that_heads_every_page_stands_once_and_a_day_of_its_own_stays() -> None:
    head = "\n\n2022-11-28\n\n"
    pages = f"Rapport{head}Ett stycke.{head}Ett annat.{head}Ett tredje."

    assert told(f"{pages}\n\n2023-01-15\n") == [
        "heading: Rapport",
        "paragraph: 2022-11-28",
        "paragraph: Ett stycke.",
        "paragraph: Ett annat.",
        "paragraph: Ett tredje.",
        "paragraph: 2023-01-15",
    ]


def test_heads_and_feet_beside_page_numbers_are_left_out() -> None:
    text = (
        "Granskning av avtal\n\nEtt stycke.\n\n"
        "Syd Revision AB\nSida 1 (3)\nGranskning av avtal\n\nBedömning\n\nVi ser brister.\n\n"
        "Syd Revision AB\nSida 2 (3)\nGranskning av avtal\n\nBedömning\n\nVi ser inga brister.\n"
    )

    assert told(text) == [
        "heading: Granskning av avtal",
        "paragraph: Ett stycke.",
        "heading: Bedömning",
        "paragraph: Vi ser brister.",
        "heading: Bedömning",
        "paragraph: Vi ser inga brister.",
    ]


def test_short_papers_a_page_each_keep_what_they_say_alike_and_their_matters() -> None:
    pages = [
        f"Kommunstyrelsen\nProtokollsutdrag\n\n§ {number}\n\nSvar om {matter}\n\nBeslut\n"
        f"Rekommendationen är att\n- {demand}\nNämnden instämmer. Arbetet är redan i gång.\n"
        for number, matter, demand in (
            (41, "taxor", "anta en plan för varje år"),
            (42, "avtal", "anta en plan för varje år"),
            (43, "arkiv", "anta en plan för varje år"),
        )
    ]
    said = told("\f".join(pages))
    assert [each for each in said if "§" in each] == [
        "paragraph: § 41",
        "paragraph: § 42",
        "paragraph: § 43",
    ]
    assert said.count("item •: anta en plan för varje år") == 3
    assert sum("Nämnden instämmer. Arbetet är redan i gång." in each for each in said) == 3
    assert said.count("paragraph: Rekommendationen är att") == said.count("paragraph: Beslut") == 3
    assert sum("Protokollsutdrag" in each for each in said) == 1


def test_a_matter_that_heads_its_pages_stands_once() -> None:
    first = "Kommunstyrelsen\n\n§ 7\n\nArbetet beskrivs här med några ord och inga fler.\n"
    heads = ["", "§ 8\n\n", "§ 8\n\n", "§ 8\n\n"]
    text = (f"Sidan {n} säger detta med några ord och inga fler." for n in ("ett", "två", "tre"))
    pages = [first, *(f"{head}{each}\n" for head, each in zip(heads[1:], text, strict=True))]
    assert [each for each in told("\f".join(pages)) if "§" in each] == [
        "paragraph: § 7",
        "paragraph: § 8",
    ]


def test_what_stands_on_title_pages_alone_is_kept_on_each_of_them() -> None:
    head = "Björkånga kommun\nRevisorerna\nRevisionsrapport\n"
    pages = [
        page
        for matter, day in (("taxor", 4), ("avtal", 5), ("arkiv", 6))
        for page in (
            f"{head}Granskning av {matter}\n2024-03-0{day}\n\nVi har granskat {matter} i år.\n",
            f"Granskning av {matter}\nKapitlet handlar om {matter} och om vad som hände sedan.\n",
        )
    ]
    said = told("\f".join(pages))
    assert sum("Revisionsrapport" in each for each in said) == 3


def test_headings_have_levels_by_their_numbers_and_contents_are_no_headings() -> None:
    text = (
        "Innehållsförteckning\n\n1\tInledning\t3\n1.1\tSyfte\t4\n2 Bedömning ........ 5\n\n"
        "1 Inledning\n\nText här.\n\n1.1 Syfte\n\nMer text.\n\n1.1.1 Bedömning\n\nSlut.\n"
    )

    assert told(text)[:4] == [
        "heading: Innehållsförteckning",
        "contents: 1 Inledning",
        "contents: 1.1 Syfte",
        "contents: 2 Bedömning",
    ]
    assert [
        (line.text, line.level)
        for line in paper(text).blocks[4:]
        if isinstance(line, Line) and line.level
    ] == [("1 Inledning", 1), ("1.1 Syfte", 2), ("1.1.1 Bedömning", 3)]


def test_numbered_titles_over_text_are_headings_and_numbered_recommendations_are_items() -> None:
    sections = "1. Inledning\n\nText här.\n\n2. Metod\n\nMer text.\n"
    listed = "Vi rekommenderar att:\n\n1. Följa upp målen\n2. Utse en ansvarig\n\nSvar önskas.\n"

    assert told(sections)[::2] == ["heading: 1. Inledning", "heading: 2. Metod"]
    assert told(listed)[1:3] == ["item 1.: Följa upp målen", "item 2.: Utse en ansvarig"]


def test_tables_with_bars_or_tabs_are_tables() -> None:
    text = "| Fråga | Svar |\n|---|---|\n| Mål? | Ja |\n\nText.\n\nNr\tTill\n1\tSocialnämnden\n"

    assert told(text) == [
        "Fråga | Svar",
        "Mål? | Ja",
        "paragraph: Text.",
        "Nr | Till",
        "1 | Socialnämnden",
    ]


def test_marks_of_footnotes_leave_their_sentences_but_a_unit_keeps_its_power() -> None:
    assert told("Nämnden antog planen¹ i mars.² Ytan är 40 m² och 12 km².") == [
        "paragraph: Nämnden antog planen i mars. Ytan är 40 m² och 12 km²."
    ]


def test_letters_lost_in_a_scan_are_found_again_with_a_warning() -> None:
    read = paper(
        "Kommunstyrelsen och vard- och omsorgsnamnden bor sakerstalla att atgarder foljs upp "
        "pa ett andamalsenligt satt."
    )

    assert [line.text for line in read.blocks if isinstance(line, Line)] == [
        (
            "Kommunstyrelsen och vård- och omsorgsnämnden bör säkerställa att åtgärder följs upp "
            "på ett ändamålsenligt sätt."
        )
    ]
    assert [each.code for each in read.warnings] == ["letters_mended"]
    assert "omsorgsnamnden → omsorgsnämnden" in str(read.warnings[0].facts["sample"])


def test_holes_in_words_are_filled_where_only_one_letter_fits() -> None:
    read = paper(
        "N\ufffdmnden b?r f\ufffdlja upp \ufffdtg\ufffdrderna. \ufffdr det s\ufffd? Xy\ufffdzq."
    )

    assert told("N\ufffdmnden b?r f\ufffdlja upp.") == ["paragraph: Nämnden bör följa upp."]
    assert isinstance(read.blocks[0], Line)
    assert read.blocks[0].text.startswith("Nämnden bör följa upp åtgärderna.")
    assert [each.code for each in read.warnings] == ["letters_mended", "letters_lost"]


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("NÃ¤mnden fÃ¥r Ã¶va â€“ igen", "Nämnden får öva – igen"),
        ("N¨amnden f˚ar ¨ova", "Nämnden får öva"),
        ("Kommunstyre1sen", "Kommunstyrelsen"),
        ("senast 2O23-O3-2O", "senast 2023-03-20"),
        ("den 19januari 2023", "den 19 januari 2023"),
        ("R E K O M M E N D A T I O N E R", "REKOMMENDATIONER"),
    ],
)
def test_damage_that_reads_in_one_way_only_is_mended(damaged: str, whole: str) -> None:
    assert told(damaged)[0].partition(": ")[2] == whole


@pytest.mark.parametrize(
    "sound",
    [
        "Pandemin innebar att bara stora frågor har tagits upp, andra fick vara.",
        "The council asked for a review over the years and found an answer.",
        "Vad? Och när? Nämnden svarade inte.",
        "Kontot heter a1b och rummet B10.",
    ],
)
def test_a_sound_text_is_left_alone(sound: str) -> None:
    assert told(sound) == [f"paragraph: {sound}"]
    assert paper(sound).warnings == ()


def test_a_line_that_says_first_what_it_tells_goes_on_from_none() -> None:
    assert told(
        "10. Skapa former för samarbete mellan gårdarna och socialtjänstens fältgrupp\n"
        "Till: kultur- och fritidsnämnden, socialnämnden\n"
        "Läge: svaren från nämnderna väntas i december\n"
    )[1:] == [
        "paragraph: Till: kultur- och fritidsnämnden, socialnämnden",
        "paragraph: Läge: svaren från nämnderna väntas i december",
    ]


def test_a_day_goes_on_from_the_line_that_ends_before_it() -> None:
    text = "Nämnden sammanträder i juni. Den begär anstånd till den\n15 juni 2026.\n\nA. Ek"
    whole = text.splitlines()[:2]
    assert told(text) == [f"paragraph: {' '.join(whole)}", "paragraph: A. Ek"]


def test_a_paragraph_of_minutes_alone_on_its_line_goes_on_from_none() -> None:
    said = "Under året har dialoger hållits. Styrdokument har gåtts igenom med enheterna och"
    matter = "§ 22\nSvar på granskning av avtal\nDnr SN 2026/2\n"
    assert told(f"Start.\n\n{said}\n\f{matter}")[1:3] == [f"paragraph: {said}", "paragraph: § 22"]


def test_a_line_that_only_numbers_what_comes_below_goes_on_from_none() -> None:
    text = "Rekommendation 1\nNämnden ställer sig bakom den och inför kontroller under året.\n"
    assert told(f"{text}Rekommendation 2\nNämnden avvisar den.\n") == [
        "paragraph: Rekommendation 1",
        "paragraph: Nämnden ställer sig bakom den och inför kontroller under året.",
        "paragraph: Rekommendation 2",
        "paragraph: Nämnden avvisar den.",
    ]


def test_a_quoted_mail_is_known_by_its_signs_and_a_bullet_stays() -> None:
    mail = "Från: M\nTill: R\nÄmne: S\n\nSe nedan.\n\n> Vi har granskat\n> avtalen.\n>\n> Hej\n"
    lines = [each for each in paper(mail).blocks if isinstance(each, Line)]
    assert [each.text for each in lines if each.is_quoted] == ["Vi har granskat avtalen.", "Hej"]
    assert told("Vi rekommenderar:\n> upprätta rutiner\n> utbilda chefer\n")[1:] == [
        "item •: upprätta rutiner",
        "item •: utbilda chefer",
    ]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab å\ufffd?-–•.|\t\n\f¹1(*§", max_size=300))
def test_any_text_is_read_or_refused_and_its_lines_stay_in_order(text: str) -> None:
    try:
        read = paper(text)
    except RevTrackError:
        return
    places = [
        (each.place.line or 0, each.place.last_line or 0)
        for block in read.blocks
        for each in ((block,) if isinstance(block, Line) else block.rows)
    ]
    assert all(1 <= first <= last <= text.count("\n") + 1 for first, last in places)
    assert [first for first, _last in places] == sorted(first for first, _last in places)


@pytest.mark.parametrize(
    "piece",
    ["a\n", "abc-\n", "Justerandes sign\n\nabc\n", "*a ", "a¹", "|a", "\ufffdn", "o-1", " ."],
)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    def seconds(times: int) -> float:
        started = time.process_time()
        paper(piece * times)
        return time.process_time() - started

    seconds(100)
    short, long = seconds(2_000), seconds(16_000)

    assert long < 24 * short + 0.5

import pytest

from revtrack.domain.proposals.said.stances import LONGEST_QUOTE, SHOWN, stance_in

SAID = {
    "Nämnden instämmer. En mall ska införas under hösten 2022.": ("agrees", "planned"),
    "Nämnden håller med. Arbetet med planerna pågår.": ("agrees", "under_way"),
    "Styrelsen delar revisorernas uppfattning.": ("agrees", None),
    "När det gäller avtalen ställer sig nämnden positiv till rekommendationen.": ("agrees", None),
    "Nämnden instämmer. En ansvarig har utsetts.": ("agrees", "done"),
    "Nämnden instämmer inte. Taxan ska ses över inför 2024.": ("disagrees", None),
    "Nämnden delar inte revisorernas bedömning.": ("disagrees", None),
    "Nämnden instämmer delvis. En redovisning vartannat år räcker.": ("agrees_partly", None),
    "Rekommendationen är redan tillgodosedd. En rutin finns sedan 2020.": ("already_met", "done"),
    "Detta görs redan.": ("already_met", "done"),
    "Nämnden instämmer. Rutinen har uppdaterats under våren.": ("agrees", "done"),
    "Nämnden instämmer. Nämnden ger förvaltningen i uppdrag att se över den.": (
        "agrees",
        "planned",
    ),
    "Nämnden instämmer. Arbetet har ännu inte påbörjats.": ("agrees", "not_started"),
    "Nämnden instämmer inte. Ingen åtgärd planeras.": ("disagrees", "will_not"),
    "Nämnden noterar vad revisorerna har anfört.": ("noted", None),
    "Nämnden instämmer inte fullt ut i rekommendationen.": ("agrees_partly", None),
    "Avslår rekommendationen.": ("disagrees", None),
    "Nämnden anser detsamma. Kursen finns på webben sedan den 4 maj.": ("agrees", "done"),
    "Därför ansluter vi oss till samtliga tre rekommendationer.": ("agrees", None),
    "Den kan vi inte ansluta oss till.": ("disagrees", None),
    "Detta är nämnden inte beredd att göra.": ("disagrees", None),
    "Att avgift bör tas ut är vi däremot inte överens med er om.": ("disagrees", None),
    "Att två ska attestera har ni helt rätt i.": ("agrees", "planned"),
}


@pytest.mark.parametrize("text", SAID)
def test_positions_and_progress_are_read_from_what_is_said(text: str) -> None:
    found = stance_in([text])
    assert (found.position, found.progress) == SAID[text]
    assert found.quote is not None
    assert found.quote in text
    assert found.confidence >= 0.9


def test_what_the_auditors_say_is_not_put_in_the_committees_mouth() -> None:
    for text in (
        "Revisorerna instämmer i att en plan ska tas fram.",
        "Kommunrevisionen rekommenderar att en plan ska tas fram under 2023.",
        "Förvaltningen använder konsulter i liten omfattning.",
        "Programmet antogs av kommunfullmäktige 2020.",
        "En systematisk uppföljning saknas, fast flera projekt pågår.",
    ):
        assert stance_in([text]).is_empty


def test_a_measure_without_a_word_of_position_is_less_certain() -> None:
    found = stance_in(["Policyn ska revideras under 2024."])
    assert (found.position, found.progress) == ("agrees", "planned")
    assert found.confidence < 0.8


def test_a_quote_holds_position_and_measure_of_one_paragraph() -> None:
    text = "Nämnden instämmer. Frågan är viktig. En plan ska tas fram."
    assert stance_in([text]).quote == text
    parts = ["Nämnden instämmer.", "En plan ska tas fram."]
    assert stance_in(parts).quote == "Nämnden instämmer."
    long = "Nämnden instämmer. " + "Frågan är viktig. " * LONGEST_QUOTE + "En plan ska tas fram."
    assert stance_in([long]).quote == "Nämnden instämmer."


def test_what_a_reasoning_reply_has_done_goes_before_what_it_has_begun_since() -> None:
    found = stance_in(
        (
            "Förvaltningen har infört en rutin. En samordnare har anställts.",
            "Under 2022 startades ett projekt om nya arbetssätt.",
        )
    )
    assert (found.position, found.progress) == ("already_met", "done")


WITH_WHAT_IS_AHEAD = {
    "Nämnden instämmer. Gällande plan antogs 2014. En ny plan ska tas fram under våren.": "planned",
    "Nämnden instämmer. Från och med maj kommer varje besök att noteras i systemet. Det kräver en"
    " uppdatering, vilken är beställd.": "planned",
    "Nämnden delar bilden. Hittills har nyckeltal för hela kommunen använts. Egna nyckeltal läggs"
    " fram för nämnden i mars.": "planned",
    "Nämnden instämmer. Rutinen beslutades den 4 maj. Den följs upp årligen.": "done",
    "Nämnden instämmer. En mall togs fram i juni och riskerna går igenom i en grupp. Åtgärden är"
    " därmed genomförd.": "done",
    "Nämnden instämmer. Rekommendationen om månatlig rapport är genomförd. Från och med oktober"
    " ingår samtliga enheter i rapporten.": "done",
    "Nämnden instämmer. Av 48 avtal är 12 genomgångna och 19 av avtalen är uppsagda.": "under_way",
    "Nämnden instämmer. Utbildningen drogs i gång i augusti. Samtliga ska ha gått den till maj.": (
        "under_way"
    ),
    "Nämnden instämmer. En grupp har sedan mars arbetat med en mall.": "under_way",
    "Nämnden instämmer. Ett system ska köpas in. Hur det ska finansieras återstår att lösa.": (
        "planned"
    ),
    "Nämnden instämmer. Rutinen ändrades den 1 juli så att ärendet återgår när uppgifter saknas.": (
        "done"
    ),
    "Nämnden instämmer delvis. Arvodet är lågt, men nämnden ser inte en höjning som möjlig,"
    " eftersom arvodet ska prövas i varje fall.": None,
    "Nämnden instämmer inte. Uppgiften kommer att finnas kvar hos rektorerna.": "will_not",
    "Nämnden instämmer inte. Någon ändring av taxan föreslås inte.": "will_not",
    "Nämnden instämmer inte. Nämnden har inte för avsikt att föreslå något annat.": "will_not",
    "Nämnden instämmer inte. Chefen ska ha samtalet, eftersom hon känner personalen.": None,
}


@pytest.mark.parametrize("text", WITH_WHAT_IS_AHEAD)
def test_what_is_ahead_tells_how_far_what_is_done_has_come(text: str) -> None:
    assert stance_in([text]).progress == WITH_WHAT_IS_AHEAD[text]


def test_agreement_in_part_is_told_also_after_the_verb() -> None:
    for text in (
        "Rekommendationen tillstyrks således delvis.",
        "Nämnden instämmer till en del.",
    ):
        assert stance_in([text]).position == "agrees_partly"


DENIED: dict[str, tuple[str, ...]] = {
    "disagrees": (
        "Nämnden står inte bakom rekommendationen.",
        "Rekommendationen är enligt nämndens mening inte rimlig.",
        "Det råder ingen samsyn.",
        "Nämnden höll inte med.",
        "Vi ser nyttan som begränsad.",
        "Rekommendationen är inte befogad.",
        "Kritiken är varken rimlig eller befogad.",
        "Förslaget är föga rimligt.",
        "Kritiken är knappast befogad.",
        "Synpunkten är mindre befogad.",
        "Rekommendationen är långt ifrån rimlig.",
        "Nämnden är emot rekommendationen.",
        "Nämnden bestrider kritiken.",
        "Vi svarar nej på rekommendationen.",
        "På detta svarar nämnden nej.",
    ),
    "agrees": (
        "Nämnden står helt bakom rekommendationen.",
        "Rekommendationen är enligt nämndens mening rimlig.",
        "Det råder full samsyn.",
        "Nämnden höll helt med.",
        "Vi ser nyttan av detta.",
        "Enheterna kan följa rekommendationen.",
        "Rekommendationen är inte bara rimlig utan nödvändig.",
        "Nämnden instämmer i kritiken att planen till stor del saknas.",
        "Nämnden instämmer i att rutinerna delvis saknas.",
    ),
    "agrees_partly": (
        "Nämnden instämmer delvis i att rutinerna saknas.",
        "Nämnden instämmer i kritiken till stor del.",
        "Vi håller med om att en plan behövs, men bara delvis.",
    ),
    "": (
        "Ingen av enheterna kan följa rekommendationen.",
        "Nämnden är inte emot rekommendationen.",
        "Nämnden bestrider inte kritiken.",
        "På frågan om rutinen följs svarar var tredje chef nej.",
    ),
}


@pytest.mark.parametrize("position", DENIED)
def test_a_denial_reaches_the_words_that_it_stands_before(position: str) -> None:
    said = {each: stance_in([each]).position or "" for each in DENIED[position]}
    assert said == dict.fromkeys(DENIED[position], position)


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Nämnden instämmer i rekommendationen för att stärka tilliten.", "agrees"),
        ("Nämnden instämmer i rekommendationen för hemtjänsten.", "agrees_partly"),
    ],
)
def test_a_reason_limits_no_agreement_as_another_matter_does(text: str, position: str) -> None:
    assert stance_in([text], asked="Upprätta en plan för avtalen").position == position


@pytest.mark.parametrize(
    ("text", "is_sure"),
    [
        ("Nämnden instämmer. Arbetet förutsätter att nämnden tillförs medel i budget.", False),
        ("Nämnden instämmer. Planen tas fram i höst och kräver inga ytterligare medel.", True),
        ("Nämnden instämmer. Inom ramen för budgeten ska resurser flyttas.", True),
        (
            "Nämnden bedömer att rutinen är tillräcklig och avser inte att vidta några åtgärder.",
            False,
        ),
        ("Rutinen finns redan och följs. Nämnden avser inte att vidta några åtgärder.", True),
        ("Nämnden bedömer att rekommendationen är tillgodosedd.", True),
    ],
)
def test_what_hangs_on_means_or_is_enough_without_a_measure_is_no_sure_position(
    text: str, *, is_sure: bool
) -> None:
    stance = stance_in([text])
    assert stance.position is not None
    assert (stance.confidence > SHOWN) is is_sure


def test_a_reservation_is_quoted_with_the_agreement_that_it_limits() -> None:
    said = (
        "Nämnden instämmer delvis. Uppföljningen dokumenteras senast den 31 oktober 2026. "
        "Ansvarig är controllern. Nämnden anser däremot att en rapport om året är tillräckligt."
    )
    assert stance_in([said]).quote == said

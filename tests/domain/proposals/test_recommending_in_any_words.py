"""What is recommended, and to whom, is found whatever leads up to it and however it is told.

Each lead is tried in a report and in a letter, and each way to tell whom something is for. The
names of those whom a recommendation is for stand short: T and K for the two that were examined.
"""

from itertools import cycle

import pytest

from revtrack.domain.proposals.reading import propose
from revtrack.domain.texts.likeness import likeness
from tests.domain.proposals.written import written

NAMES = {"T": "Tekniska nämnden", "K": "Kommunstyrelsen"}
TO_DO = (
    "upprätta en plan för vinterväghållningen som anger när varje väg ska vara plogad",
    "följa upp de skador som uppstår efter plogning",
    "informera invånarna om vem som sköter gångbanorna",
)
IN_PRESENT = tuple(
    each.replace(infinitive, present)
    for each, infinitive, present in zip(
        TO_DO,
        ("upprätta ", "följa ", "informera "),
        ("upprättar ", "följer ", "informerar "),
        strict=True,
    )
)
OUGHT = (
    "En plan som anger när varje väg ska vara plogad bör upprättas",
    "De skador som uppstår efter plogning bör följas upp",
    "Invånarna bör informeras om vem som sköter gångbanorna",
)
LEADS = (
    "Vi rekommenderar {} att:",
    "Utifrån granskningens resultat rekommenderas {} att:",
    "Enligt vår bedömning bör {} i det fortsatta arbetet",
    "{} behöver enligt vår mening:",
    "Granskningen föranleder oss att rekommendera {} att:",
    "Granskningen ger anledning att rekommendera {} att:",
    "Våra förslag till {}:",
    "Vad {} bör göra:",
    "Här följer våra rekommendationer till {}.",
    "Vi lämnar följande rekommendationer till {}. De anges utan inbördes rangordning.",
    "Revisionens rekommendationer till {} är följande:",
    "Följande åtgärder rekommenderas {}:",
)
LEADS_TO_PRESENT = (
    "Vi ser ett behov av att {}:",
    "Det är angeläget att {}",
    "Revisorerna vill se att {}",
    "Revisorerna vill se att {} inom ramen för sin uppsikt",
)
FORMS = (
    [f"- {each}" for each in TO_DO],
    [f"{n}. {each.capitalize()}" for n, each in enumerate(TO_DO, start=1)],
    [f"• {each.capitalize()}. Det sker inte i dag." for each in TO_DO],
    [f"R{n}. {each.capitalize()}" for n, each in enumerate(TO_DO, start=1)],
)
TELLINGS = {
    "sentence behind": (
        ["Följande rekommendationer lämnas:", *FORMS[0], "Rekommendationerna riktas till {tk}."],
        ("TK", "TK", "TK"),
    ),
    "sentence before": (
        ["Samtliga rekommendationer nedan riktas till {tk}.", "Vi rekommenderar:", *FORMS[1]],
        ("TK", "TK", "TK"),
    ),
    "by numbers": (
        [
            "Följande rekommendationer lämnas:",
            *FORMS[3],
            "Rekommendationerna 1–2 riktas till {t} och 3 till {k}.",
        ],
        ("T", "T", "K"),
    ),
    "in each item": (
        [
            "Vi rekommenderar följande:",
            f"1. {TO_DO[0].capitalize()}. Rekommendationen avser {{t}}.",
            f"2. {TO_DO[1].capitalize()}. Rekommendationen avser {{k}}.",
            f"3. {TO_DO[2].capitalize()}. Rekommendationen avser {{t}}.",
        ],
        ("T", "K", "T"),
    ),
    "brackets told of": (
        [
            "Vi lämnar följande rekommendationer. Inom parentes anges vem de riktas till.",
            f"- {TO_DO[0]} ({{t}})",
            f"- {TO_DO[1]} ({{k}})",
            f"- {TO_DO[2]} ({{tk}})",
        ],
        ("T", "K", "TK"),
    ),
    "one sentence": (
        [
            f"Vi rekommenderar {{t}} att {TO_DO[0]}, {{k}} att {TO_DO[1]} samt att {TO_DO[2]}.",
        ],
        ("T", "K", "K"),
    ),
    "row of verbs": (
        [f"Vi vill framhålla vikten av att {{t}} {', '.join(IN_PRESENT[:2])} och {IN_PRESENT[2]}."],
        ("T", "T", "T"),
    ),
    "for its part": (
        [
            f"Vi rekommenderar {{t}} att {TO_DO[0]} och att {TO_DO[1]}.",
            f"För {{k}}s del är det angeläget att {TO_DO[2]}.",
        ],
        ("T", "T", "K"),
    ),
    "lines without bullets": (
        ["Vi lämnar följande rekommendationer till {k}.", *OUGHT],
        ("K", "K", "K"),
    ),
    "both and the board": (
        ["Vi rekommenderar styrelsen och nämnderna att:", *FORMS[0]],
        ("TK", "TK", "TK"),
    ),
}  # fmt: skip


def _paper(lines: list[str], kind: str) -> str:
    told = [each.format(t="tekniska nämnden", k="kommunstyrelsen",
                        tk="tekniska nämnden och kommunstyrelsen") for each in lines]  # fmt: skip
    told = [each[:1].upper() + each[1:] for each in told]
    matter = (
        "Granskningen har omfattat tekniska nämnden och kommunstyrelsen.",
        "Enligt lagen ska nämnden se till att det finns rutiner och att de följs.",
        "Vi bedömer att vinterväghållningen delvis är ändamålsenlig.",
    )
    if kind == "report":
        front = ("Flisby kommun", "Revisionskontoret", "# Granskning av vinterväghållningen")
        return "\n".join((*front, *matter, "# Slutsatser", *told, "A. B., revisor"))
    to = "Till kommunfullmäktiges presidium"
    if kind == "letter":
        to = "Till tekniska nämnden och kommunstyrelsen"
    head = ("Flisby kommun", "Revisorerna", "2023-05-04", to, "# Granskning av vinterväghållningen")
    end = ("Vi föreslår att fullmäktige begär svar från nämnderna.", "A. B., ordförande")
    return "\n".join((*head, *matter, *told, *end))


def _found(lines: list[str], kind: str) -> list[str]:
    """Return whom each of those to be done is for, in their order, and what else was found."""
    wordings = list(zip(TO_DO, OUGHT, IN_PRESENT, strict=True))
    whom = ["-"] * len(TO_DO)
    for each in propose(written(_paper(lines, kind))).recommendations:
        text = each.text or each.letter_text or ""
        named = {*(each.committees or ()), *(each.letter_committees or ())}
        short = "".join(sign for sign, name in NAMES.items() if name in named)
        at = [n for n, said in enumerate(wordings) if any(likeness(text, w) > 0.7 for w in said)]
        if at and whom[at[0]] == "-":
            whom[at[0]] = short
        else:
            whom.append(text)
    return whom


@pytest.mark.parametrize(("lead", "kind"), zip(LEADS, cycle(("report", "letter", "council"))))
def test_a_list_is_found_whatever_leads_up_to_it(lead: str, kind: str) -> None:
    found = [_found([lead.format("{t}"), *form], kind) for form in FORMS]
    assert found == [["T", "T", "T"]] * len(FORMS)


@pytest.mark.parametrize("lead", LEADS_TO_PRESENT)
def test_a_list_in_the_present_is_found(lead: str) -> None:
    lines = [lead.format("{k}"), *(f"- {each}" for each in IN_PRESENT)]
    assert [_found(lines, kind) for kind in ("report", "letter")] == [["K", "K", "K"]] * 2


@pytest.mark.parametrize("telling", TELLINGS)
def test_whom_a_recommendation_is_for_is_found_however_it_is_told(telling: str) -> None:
    lines, expected = TELLINGS[telling]
    found = [_found(list(lines), kind) for kind in ("report", "letter", "council")]
    assert found == [list(expected)] * len(found)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("barn- och skol- samt socialnämnden", {"Barn- och skolnämnden", "Socialnämnden"}),
        ("kultur- respektive vård- och skolnämnden", {"Kulturnämnden", "Vård- och skolnämnden"}),
        ("vård- och omsorgsnämnden", {"Vård- och omsorgsnämnden"}),
    ],
)
def test_names_that_share_their_last_part_are_told_apart(said: str, expected: set[str]) -> None:
    lead = f"Vi rekommenderar {said} att:"
    head = ("Flisby kommun", "Revisorerna", "# Granskning av läkemedel")
    text = "\n".join((*head, lead, "- införa digital signering vid samtliga boenden"))
    (made,) = propose(written(text)).recommendations
    assert set(made.committees or made.letter_committees or ()) == expected


@pytest.mark.parametrize(
    "said",
    [
        "Vi föreslår att fullmäktige begär svar från tekniska nämnden och kommunstyrelsen.",
        "Revisorerna vill att nämnderna i sina svar redogör för\n- hur ni ser på bedömningen",
        "Granskningen föranleder inga rekommendationer.",
        "Sveriges Kommuner och Regioner rekommenderar kommuner att ha en policy för området.",
        "Nämnden uppger att den ska se över bemanningen under hösten.",
        "Revisorerna granskade området 2016 och rekommenderade då nämnden att ta fram en plan.",
    ],
)
def test_what_is_no_recommendation_is_not_taken_for_one(said: str) -> None:
    found = [_found([said], kind) for kind in ("report", "letter")]
    assert found == [["-", "-", "-"]] * 2

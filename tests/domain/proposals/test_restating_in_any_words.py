"""What a reply gives again is found whatever words lead up to it and however it is put.

Each lead is tried with each way to write three recommendations, the answers below each of them or
behind them all: what counts is that all three are found, and nothing else.
"""

from itertools import cycle

import pytest

from revtrack.domain.proposals.reading import propose
from revtrack.domain.texts.likeness import likeness
from tests.domain.proposals.written import written

LEADS = (
    "Revisorerna rekommenderar nämnden att:",
    "Revisorernas rekommendationer är dessa.",
    "Revisionen har lämnat tre förslag:",
    "De anser att",
    "I rapporten finns tre rekommendationer till nämnden.",
    "Revisorerna pekar på tre förbättringar.",
    "Revisorerna vill se att",
    "Följande har revisorerna rekommenderat:",
    "Er lista",
    "Revisorernas önskemål:",
    "Rapporten utmynnar i följande råd:",
    "Stadsrevisionen skriver sammanfattningsvis:",
    "Lekmannarevisorn föreslår bolaget att",
    "Granskningen mynnar ut i tre punkter:",
    "Ni har bett oss att",
    "Revisorerna tar upp följande:",
    "Synpunkterna från revisorerna är",
    "Detta rekommenderas nämnden:",
    "Revisionens uppmaningar till nämnden",
    "Nämnden uppmanas att",
    "Tre saker bör enligt revisorerna göras:",
    "Rekommendationer",
    "Vad revisorerna rekommenderar",
    "Nämnden har att besvara följande rekommendationer:",
    "Revisionsrapporten innehåller rekommendationer enligt nedan.",
    "Av rapporten framgår att nämnden bör",
    "Sammanfattningsvis anser revisorerna att nämnden behöver",
    "Revisorerna begär att nämnden yttrar sig över följande:",
)
TO_DO = (
    "upprätta en plan för vinterväghållningen",
    "följa upp skador efter plogning",
    "mäta medborgarnas nöjdhet",
)
OUGHT = (
    "En plan för vinterväghållningen bör upprättas",
    "Skador efter plogning bör följas upp",
    "Medborgarnas nöjdhet bör mätas",
)
TO_BE = (
    "En plan för vinterväghållningen ska finnas",
    "Skador efter plogning ska följas upp",
    "Medborgarnas nöjdhet ska mätas",
)
FORMS = {
    "bullets": [f"- {each}" for each in TO_DO],
    "numbers": [f"{n}. {each.capitalize()}" for n, each in enumerate(TO_DO, start=1)],
    "letters": [f"{letter}) {each}" for letter, each in zip("abc", TO_DO, strict=True)],
    "bare lines": [each.capitalize() for each in TO_DO],
    "att": [f"att {each}" for each in TO_DO],
    "nämnden bör": [f"Nämnden bör {each}" for each in TO_DO],
    "bör göras": list(OUGHT),
    "ska göras": [f"- {each}" for each in TO_BE],
}
BELOW = (
    "Nämnden instämmer. En plan tas fram under våren.",
    "Nämnden instämmer. Skadorna följs upp sedan i höstas.",
    "Nämnden delar inte uppfattningen. Mätningar görs av kommunstyrelsen.",
)
BEHIND = (
    "Svar",
    "En plan för vinterväghållningen tas fram under våren.",
    "Skadorna efter plogning följs upp sedan i höstas.",
    "Medborgarnas nöjdhet mäts redan av kommunstyrelsen.",
)
REPLY = (
    ("# Yttrande över granskning av vinterväghållningen", "Till kommunens revisorer"),
    ("För tekniska nämnden", "A. B., ordförande"),
)
MINUTES = (
    ("§ 44 Svar på revisorernas granskning av vinterväghållningen", "Ärendebeskrivning"),
    ("Beslut", "Tekniska nämnden antar svaret och överlämnar det till revisorerna."),
)
IN_ONE_SENTENCE = (
    "Revisorerna rekommenderar nämnden att {0}, {1} och {2}.",
    "Revisorerna rekommenderar nämnden att {0}; {1}; {2}.",
    "I rapporten uppmanas nämnden att {0}, att {1} samt att {2}.",
    "Revisorernas synpunkter går ut på att {0}, {1} samt {2}.",
    "Lekmannarevisorn pekar på att nämnden behöver {0}, {1} och {2}.",
    "Ni anser att nämnden bör dels {0}, dels {1}, dels {2}.",
    "Enligt revisorerna bör nämnden {0}, {1} och {2}.",
    "Rekommendationerna till nämnden är att 1) {0}, 2) {1} och 3) {2}.",
)


def _found(lines: list[str], head: str) -> list[str]:
    body = ["Tekniska nämnden i Flisby kommun", "Datum 2023-05-04", *lines]
    begin, end = REPLY if head == "reply" else MINUTES
    text = "\n".join([begin[0], *body[:2], *begin[1:], *body[2:], *end])
    return [each.text or "" for each in propose(written(text)).recommendations]


def _are_the_three(found: list[str]) -> bool:
    wordings = zip(TO_DO, OUGHT, TO_BE, strict=True)
    return len(found) == len(TO_DO) and all(
        any(likeness(one, other) >= 0.7 for one in found for other in each) for each in wordings
    )


@pytest.mark.parametrize(("lead", "head"), zip(LEADS, cycle(("reply", "minutes")), strict=False))
def test_a_list_is_given_again_whatever_leads_up_to_it(lead: str, head: str) -> None:
    behind = {name: [*lines, *BEHIND] for name, lines in FORMS.items()}
    wrong = {
        name: found
        for name, lines in behind.items()
        if not _are_the_three(found := _found([lead, *lines], head))
    }
    assert wrong == {}


@pytest.mark.parametrize(("form", "head"), zip(FORMS, cycle(("minutes", "reply")), strict=False))
def test_a_list_is_given_again_with_an_answer_below_each(form: str, head: str) -> None:
    lines = [one for pair in zip(FORMS[form], BELOW, strict=True) for one in pair]
    wrong = [lead for lead in LEADS if not _are_the_three(_found([lead, *lines], head))]
    assert wrong == []


@pytest.mark.parametrize("sentence", IN_ONE_SENTENCE)
def test_one_sentence_gives_all_that_was_recommended(sentence: str) -> None:
    assert _are_the_three(_found([sentence.format(*TO_DO), *BEHIND[1:]], "reply"))

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.domain.case import AuditCase
from revtrack.domain.texts.likeness import SAME_MATTER, Difference, difference, likeness


def texts_of(case: AuditCase) -> list[str]:
    return [each.report_text or "" for each in case.recommendations]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Besluta om riktlinje för inköp", "Besluta om Riktlinjer för inköp"),
        ("Tillämpa de principer som planen anger", "tillämpa principerna som planen anger."),
        ("Arbeta systematiskt och strukturerat", "Arbeta systematisk och strukturerad"),
        ("Ändra planen så att den matchar målen", "Ändra planen så att det matchar målen"),
        (
            "Bedriva ett ändamålsenligt planerings- och utvecklingsarbete",
            "Bedriva ändamålsenlig planering och utvecklingsarbete",
        ),
        (
            "Se över personal- och budgetfrågorna",
            "Se över per\u00adsonal- och budget\u00adfrågorna",
        ),
    ],
)
def test_a_quotation_in_other_forms_is_the_same_recommendation(text: str, quoted: str) -> None:
    assert difference(text, quoted) in {Difference.FORM, Difference.SAME}
    assert likeness(text, quoted) >= 0.9


def test_the_letters_other_words_are_the_same_recommendation_for_a_person_to_judge(
    eskilstuna: AuditCase,
) -> None:
    [edited] = [each for each in eskilstuna.recommendations if each.relation == "editorial"]
    report, letter = edited.report_text or "", edited.letter_text or ""

    assert difference(report, letter) is Difference.MEANING
    assert likeness(report, letter) > 0.85


def test_different_recommendations_of_the_real_case_are_told_apart(eskilstuna: AuditCase) -> None:
    texts = dict.fromkeys(text.rstrip(".") for text in texts_of(eskilstuna))

    assert len(texts) == 9, "one of the ten is put twice, to the board and to the committees"
    for first, second in combinations(texts, 2):
        assert difference(first, second) is Difference.OTHER
        assert likeness(first, second) < SAME_MATTER - 0.05


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Följa upp avtalen", " Följa  upp\u00a0avtalen. ", Difference.SAME),
        ("Följa upp avtalen", "följa upp avtal", Difference.FORM),
        ("Följa upp avtalen", "Att nämnden följer upp avtalen", Difference.MEANING),
        ("Nämnden ska följa upp avtalen", "Nämnden bör följa upp avtalen", Difference.MEANING),
        ("Nämnden skall följa upp", "Nämnden ska följa upp", Difference.FORM),
        ("Pröva om stödet är tillräckligt", "Pröva om stödet är otillräckligt", Difference.MEANING),
        ("Redovisa läget i juni 2023", "Redovisa läget i juli 2023", Difference.MEANING),
        ("Redovisa läget i juni 2023", "Redovisa läget i juni 2024", Difference.MEANING),
        ("Redovisa till nämnden i maj", "Redovisa inte till nämnden i maj", Difference.MEANING),
        ("Utbilda chefer och personal", "Utbilda chefer eller personal", Difference.MEANING),
        ("Säkerställa upföljning", "Säkerställa uppföljning", Difference.FORM),
        ("Utbilda cheferna", "Redovisa det eftersatta underhållet", Difference.OTHER),
        ("", "Utbilda cheferna", Difference.OTHER),
        ("–", "–", Difference.SAME),
    ],
)
def test_what_differs_is_form_or_perhaps_meaning(
    first: str, second: str, expected: Difference
) -> None:
    assert difference(first, second) is expected
    assert difference(second, first) is expected


@given(st.text(), st.text())
def test_likeness_is_mutual_and_between_none_and_whole(first: str, second: str) -> None:
    assert 0 <= likeness(first, second) <= 1
    assert likeness(first, second) == pytest.approx(likeness(second, first))
    assert likeness(first, first) == 1

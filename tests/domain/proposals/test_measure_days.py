"""What a paper's own day tells of the times in its answers."""

from datetime import date

import pytest

from revtrack.domain.proposals.said.measure_days import as_of
from revtrack.domain.proposals.said.stances import stance_in

IN_MAY = date(2024, 5, 14)
TOLD = {
    "Från och med januari 2024 redovisas måttet.": "sedan",
    "Från den 1 mars besiktigas lägenheterna.": "sedan",
    "Rapporten lämnas f.r.o.m. 2023 varje kvartal.": "sedan",
    "Från årsskiftet redovisas måttet.": "sedan",
    "Från och med sammanträdet i januari 2024 redovisas måttet.": "sedan",
    "Från och med september 2024 redovisas måttet.": "från",
    "Från den 1 november besiktigas lägenheterna.": "från",
    "Från och med hösten redovisas måttet.": "från",
    "Riktlinjen från den 12 mars 2019 ska ses över.": "från",
    "Protokollet från 2023 ska ses över.": "från",
    "Från den 31 februari 2024 gäller rutinen.": "från",
}


@pytest.mark.parametrize("text", TOLD)
def test_a_time_before_the_papers_day_is_since_when(text: str) -> None:
    said = as_of(text, IN_MAY).casefold().split()
    assert {"sedan", "från", "f.r.o.m."} & {*said} == {TOLD[text]}


def test_a_time_is_as_written_where_no_day_is_known() -> None:
    assert [as_of(text, None) for text in TOLD] == list(TOLD)


SAME_WORDS = {
    "Instämmer. Klart: april 2024": "done",
    "Instämmer. Klart: augusti 2024": "planned",
    "Instämmer. Från den 1 mars besiktigas alla lägenheter.": "done",
    "Instämmer. Från den 1 juli besiktigas alla lägenheter.": "planned",
    "Instämmer. Måttet finns med i rapporten från och med januari 2024.": "done",
    "Instämmer. Måttet finns med i rapporten från och med januari 2025.": "planned",
}


@pytest.mark.parametrize("text", SAME_WORDS)
def test_the_same_words_tell_what_is_done_or_planned_by_the_day(text: str) -> None:
    assert stance_in([text], "", IN_MAY).progress == SAME_WORDS[text]

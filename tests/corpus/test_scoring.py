from typing import Any

import pytest

from tests.corpus.scoring import Count, differences, is_like, papers, plain, score, table, total

KS, SN, TN = "Kommunstyrelsen", "Socialnämnden", "Tekniska nämnden"


def paper(**facts: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    return {"document_type": "report", **facts}


def recommended(text: str, *committees: str, number: str = "1") -> dict[str, Any]:
    return {"number": number, "text": text, "letter_text": None, "committees": list(committees)}


def test_a_paper_read_as_it_stands_has_neither_missed_nor_invented() -> None:
    for _, _, expected in papers("known"):
        first = {
            name: value[0] if isinstance(value, list) and name in {"title", "firm"} else value
            for name, value in expected.items()
        }
        counted = score(expected, first)
        assert all((each.missed, each.invented) == (0, 0) for each in counted.values())


def test_a_wrong_value_is_both_missed_and_invented() -> None:
    counted = score(paper(due_on="2022-01-31"), paper(due_on="2022-02-28"))
    assert counted["due_on"] == Count(hits=0, missed=1, invented=1)


def test_a_value_that_the_paper_lacks_is_invented() -> None:
    assert score(paper(firm=None), paper(firm="Påhittad AB"))["firm"] == Count(0, 0, 1)
    assert score(paper(firm="Riktig AB"), paper(firm=None))["firm"] == Count(0, 1, 0)


def test_each_of_several_right_values_is_a_hit() -> None:
    expected = paper(title=["Granskning av skolskjuts", "Skolskjuts"])
    assert score(expected, paper(title="skolskjuts."))["title"] == Count(1, 0, 0)


def test_a_title_is_the_same_whoever_made_the_audit() -> None:
    found = paper(title="Revisorernas granskning av skolskjuts")
    assert score(paper(title="Granskning av skolskjuts"), found)["title"] == Count(1, 0, 0)
    assert score(paper(title="Granskning av elevhälsan"), found)["title"] == Count(0, 1, 1)


def test_an_unscored_field_is_not_counted() -> None:
    assert "purpose" not in score(paper(unscored=["purpose"]), paper(purpose="Något"))


@pytest.mark.parametrize(
    "found",
    [
        "att upprätta  en plan för övningar som gäller hela mandatperioden.",
        "Upprätta en plan för övningar som gäller hela mandatperioden, samt",
        "Upprätta en plan för övningar som galler hela mandatperioden",
    ],
)
def test_spaces_case_att_and_a_slip_do_not_matter(found: str) -> None:
    assert is_like("Upprätta en plan för övningar som gäller hela mandatperioden", found)


def test_another_recommendation_is_not_alike() -> None:
    assert not is_like("Upprätta en plan för övningar", "Följa upp planen för övningar")


def test_who_is_to_do_it_is_no_part_of_what_is_recommended() -> None:
    expected = paper(recommendations=[recommended("Styrelsen bör anta en plan", KS)])
    found = paper(recommendations=[recommended("Anta en plan", KS)])
    assert score(expected, found)["recommendations.text"] == Count(1, 0, 0)
    other = paper(recommendations=[recommended("Styrelsen bör anta en budget", KS)])
    assert score(expected, other)["recommendations.text"] == Count(0, 1, 1)


def test_a_paragraph_sign_does_not_matter() -> None:
    assert plain("§ 19") == plain("19")


def test_committees_are_counted_one_by_one() -> None:
    expected = paper(recommendations=[recommended("Upprätta planer", KS, SN)])
    found = paper(recommendations=[recommended("Upprätta planer", SN, TN)])
    counted = score(expected, found)
    assert counted["recommendations.text"] == Count(1, 0, 0)
    assert counted["recommendations.committees"] == Count(1, 1, 1)


def test_the_same_words_to_two_groups_stay_two_recommendations() -> None:
    expected = paper(
        recommendations=[recommended("Följa upp", KS), recommended("Följa upp", SN, number="2")]
    )
    found = paper(recommendations=[recommended("Följa upp", KS, SN)])
    counted = score(expected, found)
    assert counted["recommendations.text"] == Count(1, 1, 0)
    assert counted["recommendations.committees"] == Count(2, 0, 0)


def test_the_letters_wording_is_a_field_of_its_own() -> None:
    letter = [{"number": "1", "text": None, "letter_text": "Följa upp", "letter_committees": [KS]}]
    expected = paper(document_type="cover_letter", recommendations=letter)
    counted = score(expected, paper(recommendations=[recommended("Följa upp", KS)]))
    assert counted["recommendations.letter_text"] == Count(0, 1, 0)
    assert counted["recommendations.text"] == Count(0, 0, 1)
    assert counted["recommendations.letter_committees"] == Count(0, 1, 0)


def asked(*judged: dict[str, Any], text: str = "Finns en plan?") -> dict[str, Any]:
    return paper(questions=[{"number": 1, "text": text, "assessments": list(judged)}])


def test_a_grade_is_tied_to_its_question() -> None:
    expected = asked({"grade": "partly", "committees": []})
    assert score(expected, asked({"grade": "partly"}))["assessments.grade"] == Count(1, 0, 0)
    assert score(expected, asked({"grade": "no"}))["assessments.grade"] == Count(0, 1, 1)
    other = asked({"grade": "partly"}, text="Är ansvaret tydligt?")
    assert score(expected, other)["assessments.grade"] == Count(0, 1, 1)


def test_a_grade_of_all_may_be_found_with_all_named() -> None:
    expected = asked({"grade": "partly", "committees": []})
    found = asked({"grade": "partly", "committees": [KS, SN]})
    assert score(expected, found)["assessments.grade"] == Count(1, 0, 0)


def test_a_grade_of_some_is_counted_for_each() -> None:
    expected = asked({"grade": "yes", "committees": [KS]}, {"grade": "no", "committees": [SN, TN]})
    found = asked({"grade": "yes", "committees": [KS, SN]}, {"grade": "no", "committees": [TN]})
    assert score(expected, found)["assessments.grade"] == Count(2, 1, 1)


def reply(number: str, position: str | None, **facts: str) -> dict[str, Any]:
    answer = {"recommendation": number, "position": position, "progress": None}
    return {"committee": SN, "kind": "decision", "answers": [answer], **facts}


def test_an_answer_is_tied_to_the_text_whatever_its_number() -> None:
    expected = paper(
        document_type="council_decision",
        recommendations=[recommended("Upprätta planer")],
        responses=[reply("1", "agrees")],
    )
    found = paper(
        recommendations=[recommended("Upprätta planer.", number="R7")],
        responses=[reply("R7", "agrees")],
    )
    assert score(expected, found)["answers.position"] == Count(1, 0, 0)


def test_an_open_position_is_not_expected() -> None:
    counted = score(paper(responses=[reply("1", None)]), paper(responses=[reply("1", "agrees")]))
    assert counted["answers.position"] == Count(0, 0, 1)


def test_a_reply_has_its_paragraph_day_and_number() -> None:
    expected = paper(
        responses=[
            reply("1", None, paragraph="7", diary_number="SN/2021:388", decided_on="2022-01-19")
        ]
    )
    found = paper(responses=[reply("1", None, paragraph="§ 7", diary_number="SN/2021:97")])
    counted = score(expected, found)
    assert counted["responses.paragraph"] == Count(1, 0, 0)
    assert counted["responses.diary_number"] == Count(0, 1, 1)
    assert counted["responses.decided_on"] == Count(0, 1, 0)
    assert counted["responses.kind"] == Count(1, 0, 0)


def test_parts_of_a_bundle_begin_where_they_do_or_nearly() -> None:
    part = {"document_type": "response", "committee": SN, "first_line": 40}
    expected = paper(
        document_type="bundle",
        documents=[part, {"document_type": "report", "first_line": None}],
    )
    found = paper(
        documents=[
            {**part, "first_line": 42},
            {"document_type": "report", "committee": None, "first_line": 7},
            {**part, "first_line": 90},
        ]
    )
    assert score(expected, found)["documents"] == Count(2, 0, 1)


def test_the_parts_of_a_single_paper_are_not_counted() -> None:
    part = {"document_type": "report", "committee": None, "first_line": 1}
    assert "documents" not in score(paper(), paper(documents=[part]))


def test_of_a_paper_that_is_no_audit_only_proposals_count() -> None:
    expected = {"document_type": "not_audit"}
    counted = score(expected, paper(title="Ny simhall", recommendations=[recommended("Bada")]))
    assert "title" not in counted
    assert counted["document_type"] == Count(0, 1, 1)
    assert counted["recommendations.text"] == Count(0, 0, 1)


def test_an_extension_needs_committee_and_day() -> None:
    expected = paper(extensions=[{"committee": SN, "due_on": "2023-04-14"}])
    found = paper(extensions=[{"committee": KS, "due_on": "2023-04-14"}])
    assert score(expected, found)["extensions"] == Count(0, 1, 1)


def test_what_differs_is_told() -> None:
    lines = differences(paper(audit_year=2021), paper(audit_year=2022))
    assert lines == ["missed   audit_year: [2021]", "invented audit_year: [2022]"]


def test_many_papers_make_one_table() -> None:
    first = score(paper(audit_year=2021), paper(audit_year=2021))
    second = score(paper(audit_year=2021), paper())
    together = total([first, second])
    assert together["audit_year"] == Count(1, 1, 0)
    assert together["all"] == Count(3, 1, 0)
    lines = table({"known": together}).splitlines()
    [line] = [line for line in lines if line.startswith("audit_year")]
    assert line.split() == ["audit_year", "2", "1.000", "0.500"]

"""A form goes out, is filled in with an office program, comes back and lands where it belongs."""

import hashlib
import re
from collections.abc import Callable
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from revtrack.documents.office import package
from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import FileKind, FileStatus, Position, Progress, ResponseKind, Standing
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.follow_up import addressee_lines
from revtrack.domain.replies.answer_form import AskedForm, asked_form
from revtrack.domain.replies.form_reply import (
    FoundForm,
    Remark,
    RowState,
    key_of,
    refuse_foreign,
    refuse_unlike,
)
from revtrack.reading.form import read_form as read_here
from revtrack.services.exchange.importing import import_case_file
from revtrack.services.find import find_committee, read_case
from revtrack.services.history import list_history, verify
from revtrack.services.papers.places import read_template
from revtrack.services.replies.forms import Filing, as_filed, file_form, read_form
from revtrack.storage.exchange import contents_of
from revtrack.storage.rows import change
from revtrack.storage.store import Store
from revtrack.wording import sentence, word
from tests.conftest import sample
from tests.services.forms.filling import (
    AGREED,
    DECIDED,
    Filled,
    in_excel,
    in_word,
    made_excel,
    made_word,
    names_of,
    replaced_everywhere,
    with_part,
)

HERE = Path(__file__).parent
TODAY = date(2023, 3, 24)
FILING = Filing(received_on=TODAY)
PARTLY = Filing(received_on=TODAY, accepts_part=True)
ROUND = {"libreoffice.docx": in_word, "libreoffice.xlsx": in_excel}


def _asked(store: Store, committee: str = "KFN") -> AskedForm:
    case = read_case(store, 1)
    return asked_form(case, find_committee(case, committee))


@pytest.fixture
def asked(awaiting_store: Store) -> AskedForm:
    """What the form to kultur- och fritidsnämnden asks."""
    return _asked(awaiting_store)


def _filed(store: Store, content: bytes, filing: Filing = FILING) -> tuple[r.Response, list[str]]:
    proposal = read_form(store, "svar.docx", content, TODAY)
    response = file_form(store, proposal, filing, TODAY)
    return response, _worded(as_filed(proposal, filing, TODAY).reading.remarks)


def _worded(remarks: tuple[Remark, ...]) -> list[str]:
    return [sentence(each.message, each.values) for each in remarks]


def _answers(case: AuditCase, response: r.Response) -> dict[str, r.Answer]:
    return {
        case.number_of(
            case.recommendation_by_id[case.addressee_by_id[each.addressee_id].recommendation_id]
        ): each
        for each in case.answers
        if each.response_id == response.id
    }


@pytest.mark.parametrize("name", ROUND)
def test_a_form_filled_in_with_libreoffice_comes_back_field_by_field(
    awaiting_store: Store, name: str
) -> None:
    """Made by ``fill_in_libreoffice.py``: every field stands on its own recommendation."""
    content = (HERE / name).read_bytes()
    proposal = read_form(awaiting_store, name, content, TODAY)
    assert proposal.reading.is_whole
    assert proposal.reading.remarks == ()
    assert as_filed(proposal, FILING, TODAY) == proposal
    response = file_form(awaiting_store, proposal, FILING, TODAY)
    assert (response.kind, response.decided_on) == (ResponseKind.DECISION, date(2023, 3, 21))
    assert (response.paragraph, response.diary_number) == ("38", "KFN/2023:41")
    assert response.text == "Nämnden tackar för granskningen & återkommer."
    assert response.form_uid == proposal.reading.asked.key.form_uid
    case = read_case(awaiting_store, 1)
    answers = _answers(case, response)
    assert {number: (each.position, each.progress) for number, each in answers.items()} == {
        "R6": (Position.AGREES, Progress.PLANNED),
        "R7": (Position.AGREES_PARTLY, Progress.UNDER_WAY),
        "R8": (Position.ALREADY_MET, Progress.DONE),
        "R9": (Position.DISAGREES, Progress.WILL_NOT),
    }
    assert {number: each.quote for number, each in answers.items()} == {
        "R6": "Instämmer.\nPlanen tas fram med övriga nämnder.",
        "R7": "Instämmer delvis.",
        "R8": "Anser rekommendationen redan tillgodosedd.",
        "R9": "Instämmer inte.\nBudgeten <2024> räcker inte.\nFrågan tas upp igen.",
    }
    actions = {
        number: [
            (action.text, action.responsible, action.due)
            for action in case.actions_of(answer.addressee_id)
        ]
        for number, answer in answers.items()
    }
    assert actions == {
        "R6": [
            ("Ta fram ett förslag till plan", "Förvaltningschefen", "2023-09-30"),
            ("Besluta om planen", "Nämnden", "2023-Q4"),
        ],
        "R7": [("Gå igenom verksamheten", None, "2023-06")],
        "R8": [],
        "R9": [],
    }
    assert {case.addressee_by_id[each.addressee_id].committee_id for each in answers.values()} == {
        proposal.reading.asked.committee.id
    }


def test_the_file_is_kept_as_it_came(awaiting_store: Store) -> None:
    content = (HERE / "libreoffice.docx").read_bytes()
    response, _remarks = _filed(awaiting_store, content)
    sha256 = hashlib.sha256(content).hexdigest()
    (kept,) = read_case(awaiting_store, 1).attachments
    assert (kept.response_id, kept.sha256, kept.name) == (response.id, sha256, "svar.docx")
    assert (kept.kind, kept.status) == (FileKind.RESPONSE_FORM, FileStatus.RECEIVED)
    with awaiting_store.reading() as session:
        assert contents_of(session, [sha256]) == {sha256: content}
    assert verify(awaiting_store) == ()


@pytest.mark.parametrize("fill", [in_word, in_excel])
def test_a_form_filled_in_with_word_or_excel_comes_back(
    awaiting_store: Store, asked: AskedForm, fill: Callable[[AskedForm, Filled], bytes]
) -> None:
    filled = {**AGREED, **DECIDED, ("R7", "po"): "Noterar utan ställningstagande"}
    filled |= {("R8", "a3"): "Tredje åtgärden", ("R8", "r3"): "Chefen", ("R8", "d3"): "inför 2024"}
    response, remarks = _filed(awaiting_store, fill(asked, filled))
    assert remarks == []
    case = read_case(awaiting_store, 1)
    answers = _answers(case, response)
    assert [answers[number].position for number in ("R6", "R7", "R8", "R9")] == [
        *(Position.AGREES, Position.NOTED, Position.AGREES, Position.AGREES)
    ]
    (action,) = case.actions_of(answers["R8"].addressee_id)
    assert (action.text, action.responsible, action.due) == (
        *("Tredje åtgärden", "Chefen", "inför 2024"),
    )


HOSTILE = (
    '=cmd|"/c calc"!A1',
    "+46 8 123",
    "@SUM(A1)",
    "{{ kommun }} {% raw %}",
    "<w:p/> & ]]>",
    "[/b] [@click=app.quit]x[/]",
    "_x000D_",
    "\u202eomvänt",
)


@pytest.mark.parametrize("fill", [in_word, in_excel])
def test_whatever_is_written_comes_back_as_text(
    awaiting_store: Store, asked: AskedForm, fill: Callable[[AskedForm, Filled], bytes]
) -> None:
    text = "\n".join(each for each in HOSTILE if fill is in_word or not each.startswith("_x"))
    filled = {**AGREED, ("R6", "ko"): text, ("R6", "a1"): text, ("", "dn"): "=1+1"}
    response, _remarks = _filed(awaiting_store, fill(asked, filled))
    case = read_case(awaiting_store, 1)
    answer = _answers(case, response)["R6"]
    assert answer.quote == f"Instämmer.\n{text}"
    assert [each.text for each in case.actions_of(answer.addressee_id)] == [text]
    assert response.diary_number == "=1+1"


def test_control_characters_in_a_workbook_are_shown_as_replaced(
    awaiting_store: Store, asked: AskedForm
) -> None:
    content = in_excel(asked, {**AGREED, ("R6", "ko"): "AB_x001B_C"})
    response, _remarks = _filed(awaiting_store, content)
    answer = _answers(read_case(awaiting_store, 1), response)["R6"]
    assert answer.quote == "Instämmer.\nAB\ufffdC"


DAMAGED = "Formuläret är skadat"


def _judged(content: bytes, asked: AskedForm) -> None:
    """Judge a file as the service does, in this process."""
    found = FoundForm.model_validate(read_here(content))
    key = key_of(found)
    if (key.audit_uid, key.reply_case_uid) != (asked.case.audit.uid, asked.reply_case.uid):
        refuse_foreign(found, key)
    refuse_unlike(found, key, asked)


def _in_its_place(new: bytes, _old: bytes) -> bytes:
    return new


@pytest.mark.parametrize("make", [in_word, in_excel])
def test_an_id_with_one_byte_changed_is_refused_wherever_it_stands(
    asked: AskedForm, make: Callable[[AskedForm, Filled], bytes]
) -> None:
    content = make(asked, AGREED)
    _judged(content, asked)
    ids = {*names_of(asked).values(), asked.case.audit.uid, asked.reply_case.uid, asked.key.stamp}
    written = "|".join(sorted({*ids, *(each.replace("-", "") for each in ids)}))
    count = 0
    for name, part in package.read_parts(content).items():
        for found in re.finditer(written.encode(), part):
            place = found.start() + count % (found.end() - found.start())
            count += 1
            if part[place : place + 1] == b"-":
                place += 1
            other = b"0" if part[place : place + 1] != b"0" else b"1"
            changed = part[:place] + other + part[place + 1 :]
            with pytest.raises(RevTrackError) as refused:
                _judged(with_part(content, name, partial(_in_its_place, changed)), asked)
            assert word(refused.value).startswith(DAMAGED)
    assert count >= (2 * 57 - 4 if make is in_word else len(ids))


def test_a_damaged_form_files_nothing(awaiting_store: Store, asked: AskedForm) -> None:
    uid = asked.rows[1].uid.replace("-", "")
    damaged = replaced_everywhere(in_word(asked, AGREED), uid, f"{uid[:-1]}{_next(uid[-1])}")
    with pytest.raises(RevTrackError) as refused:
        read_form(awaiting_store, "svar.docx", damaged, TODAY)
    assert word(refused.value) == (
        "Formuläret är skadat: en beteckning i det har ändrats eller saknas, så att svaren kan stå "
        "på fel rekommendation. Be om filen som den skickades, eller framställ ett nytt formulär."
    )
    assert read_case(awaiting_store, 1).responses == ()


def _next(digit: str) -> str:
    return "0" if digit != "0" else "1"


def _refused(store: Store, content: bytes, filing: Filing = FILING) -> str:
    with pytest.raises(RevTrackError) as refused:
        _filed(store, content, filing)
    return word(refused.value)


def test_a_form_of_another_register_is_refused(
    new_store: Callable[[], Store], asked: AskedForm
) -> None:
    other = new_store()
    import_case_file(other, sample("alvsunda.json"), source="alvsunda.json")
    assert _refused(other, in_word(asked, AGREED)) == (
        "Formuläret hör till en granskning som inte finns i detta register. Läs in det där det "
        "framställdes, eller läs in den granskningen först."
    )


def test_a_form_for_another_audit_than_the_one_meant_is_refused(
    awaiting_store: Store, asked: AskedForm
) -> None:
    import_case_file(awaiting_store, sample("alvsunda.json"), source="alvsunda.json")
    content = in_word(asked, AGREED)
    with pytest.raises(RevTrackError) as refused:
        read_form(awaiting_store, "svar.docx", content, TODAY, audit_id=2)
    assert word(refused.value) == (
        "Formuläret hör till ESK-2022-1 och kultur- och fritidsnämnden, inte till den granskning "
        "som angavs."
    )
    read_form(awaiting_store, "svar.docx", content, TODAY, audit_id=1)


def test_a_form_of_an_earlier_letter_is_refused(awaiting_store: Store, asked: AskedForm) -> None:
    content = in_word(asked, AGREED)
    with awaiting_store.wish() as session:
        change(session, asked.case.audit, handed_over_on=date(2022, 12, 8))
    assert _refused(awaiting_store, content) == (
        "Formuläret är gammalt: missivet till ESK-2022-1 har ändrats sedan dess och frågar nu "
        "kultur- och fritidsnämnden om något annat. Framställ ett nytt med: revtrack form make"
    )


def test_a_corrected_slip_of_the_pen_and_an_extension_make_no_form_old(
    awaiting_store: Store, asked: AskedForm
) -> None:
    content = in_word(asked, AGREED)
    with awaiting_store.wish() as session:
        item = asked.rows[0].recommendation
        change(session, item, letter_text=f"{asked.rows[0].text}!")
    proposal = read_form(awaiting_store, "svar.docx", content, TODAY)
    assert _worded(proposal.reading.rows[0].remarks) == [
        "R6: rekommendationen har en annan lydelse i formuläret än i missivet."
    ]


def test_an_empty_form_is_refused(awaiting_store: Store, asked: AskedForm) -> None:
    for content in (made_word(asked), made_excel(asked)):
        assert _refused(awaiting_store, content) == (
            "Inget är ifyllt i formuläret från kultur- och fritidsnämnden. Be om filen som de "
            "sparade."
        )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"hej", "Filen är inte av det slag som behövs här: .docx, .xlsx."),
        (b"", "Filen är tom."),
        (b"PK\x03\x04 trasig", "Filen går inte att läsa: den är skadad eller inte hel."),
    ],
)
def test_what_is_no_office_file_is_refused(
    awaiting_store: Store, content: bytes, said: str
) -> None:
    assert _refused(awaiting_store, content).startswith(said)


def test_another_document_is_told_to_be_no_form(awaiting_store: Store) -> None:
    letter = read_template("missiv.docx", None)
    assert _refused(awaiting_store, letter) == (
        "Filen är inget svarsformulär som RevTrack har framställt. Ett annat slags svar "
        "registreras med: revtrack respond"
    )


def test_a_half_filled_form_is_filed_only_where_that_is_accepted(
    awaiting_store: Store, asked: AskedForm
) -> None:
    filled = {**DECIDED, ("R6", "po"): "Instämmer", ("R7", "ko"): "Utreds.", ("R8", "po"): "Kanske"}
    content = in_word(asked, filled)
    proposal = read_form(awaiting_store, "svar.docx", content, TODAY)
    assert [_worded(row.remarks) for row in proposal.reading.rows] == [
        [],
        ["R7 saknar ställningstagande; det som är skrivet förblir ej genomgånget."],
        [
            (
                "R8: ”Kanske” är inget av de ställningstaganden som formuläret erbjuder; raden "
                "registreras inte."
            )
        ],
        ["R9 är inte ifylld."],
    ]
    assert _refused(awaiting_store, content) == (
        "Inget registrerades: svaret från kultur- och fritidsnämnden på R7, R8, R9 saknas i "
        "formuläret eller går inte att läsa; skälet står vid var och en. Skicka tillbaka "
        "formuläret, eller registrera det som finns med --accept-part; resten förblir då ej "
        "genomgånget."
    )
    assert read_case(awaiting_store, 1).responses == ()
    response, _remarks = _filed(awaiting_store, content, PARTLY)
    answers = _answers(read_case(awaiting_store, 1), response)
    assert {number: (each.position, each.quote) for number, each in answers.items()} == {
        "R6": (Position.AGREES, "Instämmer."),
        "R7": (None, "Utreds."),
    }


def _changed_in_excel(asked: AskedForm, cells: dict[str, str]) -> bytes:
    """Return a form that agrees to everything, with some cells changed besides."""
    book = load_workbook(BytesIO(in_excel(asked, {**AGREED, **DECIDED})))
    for place, text in cells.items():
        book["Svar"][place] = text
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_a_formula_that_gives_nothing_keeps_its_row_from_being_filed(
    awaiting_store: Store, asked: AskedForm
) -> None:
    content = _changed_in_excel(asked, {"E17": '="Ta fram "&"plan"', "F17": "Chefen", "C12": "=B2"})
    reading = read_form(awaiting_store, "svar.xlsx", content, TODAY).reading
    (in_row,), (in_decision,) = _worded(reading.rows[0].remarks), _worded(reading.remarks)
    assert in_row == (
        "R6: cell E17 (Åtgärd) innehåller en formel som inte ger något, så raden registreras inte. "
        "Skriv själva texten i cellen, spara och läs in formuläret igen."
    )
    assert in_decision == (
        "Cell C12 (Paragraf (§)) innehåller en formel som inte ger något; uppgiften utelämnades. "
        "Skriv själva texten i cellen, spara och läs in formuläret igen."
    )
    assert _refused(awaiting_store, content).startswith(
        "Inget registrerades: svaret från kultur- och fritidsnämnden på R6 saknas i formuläret"
    )
    response, _remarks = _filed(awaiting_store, content, PARTLY)
    assert sorted(_answers(read_case(awaiting_store, 1), response)) == ["R7", "R8", "R9"]


def test_what_a_formula_gives_is_read(awaiting_store: Store, asked: AskedForm) -> None:
    """As Excel saves it: the formula, and beside it what it gives."""
    content = _changed_in_excel(asked, {"E17": '="Ta fram "&"plan"'})
    for value, state in (("Ta fram plan", RowState.WHOLE), ("#NAME?", RowState.UNREADABLE)):
        saved = re.compile(rb'(<c r="E17"[^>]*)(><f>.*?</f>)<v ?/?>(?:</v>)?')
        kind = b' t="e"' if value.startswith("#") else b' t="str"'
        given = rb"\1" + kind + rb"\2<v>" + value.encode() + b"</v>"
        filled = with_part(content, "xl/worksheets/sheet1.xml", partial(saved.sub, given))
        row = read_form(awaiting_store, "svar.xlsx", filled, TODAY).reading.rows[0]
        assert row.state is state
        assert [each.text for each in row.actions] == ([value] if state is RowState.WHOLE else [])


def test_rows_whose_numbers_are_swapped_are_refused_and_the_others_taken(
    awaiting_store: Store, asked: AskedForm
) -> None:
    content = _changed_in_excel(asked, {"A17": "R7", "A20": "R6"})
    proposal = read_form(awaiting_store, "svar.xlsx", content, TODAY)
    said = (
        "{}: på raden står texten till {}, så det går inte att veta vilken som besvaras; raden "
        "registreras inte. Sätt tillbaka numret vid sin text, eller framställ ett nytt formulär."
    )
    assert [_worded(row.remarks) for row in proposal.reading.rows] == [
        [said.format("R6", "R7")],
        [said.format("R7", "R6")],
        [],
        [],
    ]
    response, _remarks = _filed(awaiting_store, content, PARTLY)
    assert sorted(_answers(read_case(awaiting_store, 1), response)) == ["R8", "R9"]


@pytest.mark.parametrize(
    ("cells", "unreadable"),
    [({"A20": "R6", "A17": "R6"}, "R6"), ({"A17": "R7"}, "R7")],
)
def test_two_rows_with_one_number_are_refused(
    awaiting_store: Store, asked: AskedForm, cells: dict[str, str], unreadable: str
) -> None:
    reading = read_form(awaiting_store, "svar.xlsx", _changed_in_excel(asked, cells), TODAY).reading
    found = [row.asked.number for row in reading.rows if row.state is RowState.UNREADABLE]
    assert found == [unreadable]
    assert not reading.is_whole


def test_what_is_written_in_a_row_of_no_recommendation_is_told(
    awaiting_store: Store, asked: AskedForm
) -> None:
    content = _changed_in_excel(asked, {"A18": "R66", "E18": "Gör", "A22": "", "H22": "Mer"})
    reading = read_form(awaiting_store, "svar.xlsx", content, TODAY).reading
    unknown, without = _worded(reading.remarks)
    assert unknown == (
        "Rad 18 i bladet börjar med ”R66”, som inte är något nummer i formuläret, så det som är "
        "skrivet på raden har inte lästs. Rätta numret, spara och läs in formuläret igen."
    )
    assert without == (
        "Rad 22 i bladet saknar nummer, så det som är skrivet på raden har inte lästs. Flytta det "
        "till en rad för sin rekommendation, spara och läs in formuläret igen."
    )
    assert _refused(awaiting_store, content) == (
        "Inget registrerades: i formuläret från kultur- och fritidsnämnden är något skrivet på "
        "rader som inte hör till någon rekommendation. Rätta det som sägs om dem, eller registrera "
        "resten med --accept-part."
    )
    response, _remarks = _filed(awaiting_store, content, PARTLY)
    assert len(_answers(read_case(awaiting_store, 1), response)) == 4


def test_a_recommendation_taken_out_of_the_form_harms_no_other(
    awaiting_store: Store, asked: AskedForm
) -> None:
    uid = asked.rows[3].uid.replace("-", "")

    def cut(part: bytes) -> bytes:
        kept = re.sub(rf"<w:tag w:val=\"RT_{uid}_..\"/>".encode(), b"", part)
        return re.sub(rf"<w:bookmarkStart [^>]*RT_{uid}_..\"/>".encode(), b"", kept)

    content = with_part(in_word(asked, AGREED), "word/document.xml", cut)
    proposal = read_form(awaiting_store, "svar.docx", content, TODAY)
    assert _worded(proposal.reading.rows[3].remarks) == ["R9 finns inte längre kvar i formuläret."]
    response, _remarks = _filed(awaiting_store, content, PARTLY)
    assert sorted(_answers(read_case(awaiting_store, 1), response)) == ["R6", "R7", "R8"]


def test_a_promised_action_shows_whatever_else_is_answered(
    awaiting_store: Store, asked: AskedForm
) -> None:
    action = {("R6", "a1"): "Ta fram en plan", ("R9", "a1"): "Se över budgeten"}
    answers = {("R9", "po"): "Instämmer inte", ("R6", "pr"): "Ej påbörjad"}
    never = {(number, "pr"): "Kommer inte att genomföras" for number in ("R7", "R9")}
    _filed(awaiting_store, in_word(asked, {**AGREED, **DECIDED, **answers, **never, **action}))
    standings = {
        line.number: line.standing
        for line in addressee_lines(read_case(awaiting_store, 1))
        if line.committee.abbreviation == "KFN"
    }
    assert standings == {
        "R6": Standing.ACTING,
        "R7": Standing.NO_ACTION,
        "R8": Standing.NO_ACTION,
        "R9": Standing.ACTING,
    }


def test_the_same_file_is_filed_once(awaiting_store: Store, asked: AskedForm) -> None:
    content = in_word(asked, {**AGREED, **DECIDED})
    _filed(awaiting_store, content)
    assert _refused(awaiting_store, content) == (
        "Just denna fil är redan registrerad, som inkommen 2023-03-24."
    )


def test_the_same_answers_saved_by_another_program_are_filed_once(
    awaiting_store: Store, asked: AskedForm
) -> None:
    filled = {**AGREED, **DECIDED, ("R6", "a1"): "Ta fram planen", ("R6", "d1"): "2023-09"}
    filled |= {("", "bo"): "arbetsutskottet"}
    in_both = [filled | {("R7", "ko"): "Se ovan."}, filled | {("R7", "ko"): "Se ovan.\n"}]
    _filed(awaiting_store, in_word(asked, in_both[0]))
    before = len(list_history(awaiting_store))
    for filing in (FILING, Filing(received_on=TODAY, replaces=True)):
        for again in (in_excel(asked, in_both[0]), in_word(asked, in_both[1])):
            assert _refused(awaiting_store, again, filing) == (
                "Detta formulär från kultur- och fritidsnämnden är redan registrerat med samma "
                "svar, som inkommet 2023-03-24. Inget ändrades."
            )
    assert len(list_history(awaiting_store)) == before
    for other in ({("R6", "d1"): "2023-10"}, {("", "pa"): "39"}, {("R8", "a1"): "Gör"}):
        refused = _refused(awaiting_store, in_excel(asked, in_both[0] | other))
        assert "med andra svar" in refused


def test_another_copy_of_the_form_must_say_what_it_is(
    awaiting_store: Store, asked: AskedForm
) -> None:
    action = {("R6", "a1"): "Ta fram planen", ("R6", "d1"): "2023"}
    first, _none = _filed(awaiting_store, in_word(asked, {**AGREED, **DECIDED, **action}))
    other = in_excel(asked, {**AGREED, **DECIDED, **action, ("R9", "po"): "Instämmer inte"})
    assert _refused(awaiting_store, other).startswith(
        "Detta formulär från kultur- och fritidsnämnden är redan registrerat som inkommet "
        "2023-03-24, med andra svar."
    )
    second, _none = _filed(awaiting_store, other, Filing(received_on=TODAY, replaces=True))
    assert second.replaces_id == first.id
    case = read_case(awaiting_store, 1)
    counted = [
        (each.text, each.response_id)
        for line in addressee_lines(case)
        if line.committee.abbreviation == "KFN"
        for each in line.actions
    ]
    assert counted == [("Ta fram planen", second.id)]
    third = in_word(asked, {("R9", "ko"): "Mer om skälen."})
    added, _none = _filed(awaiting_store, third, Filing(received_on=TODAY, supplements=True))
    assert (added.kind, added.supplements_id) == (ResponseKind.SUPPLEMENT, second.id)


def test_a_reply_registered_by_hand_is_not_doubled(eskilstuna_store: Store) -> None:
    asked = _asked(eskilstuna_store, "GSN")
    filled = {(row.number, "po"): "Instämmer" for row in asked.rows}
    assert "--replaces" in _refused(eskilstuna_store, in_word(asked, filled))


def test_a_draft_is_taken_in_only_where_the_office_does(
    awaiting_store: Store, asked: AskedForm
) -> None:
    content = in_word(asked, {**AGREED, **DECIDED})
    draft = Filing(received_on=TODAY, is_draft=True)
    assert _refused(awaiting_store, content, draft).startswith("Eskilstuna kommun")
    with awaiting_store.wish() as session:
        change(session, asked.case.municipality, takes_drafts=True)
    response, _remarks = _filed(awaiting_store, content, draft)
    assert (response.kind, response.decided_on, response.paragraph) == (
        *(ResponseKind.DRAFT, None, None),
    )
    (kept,) = read_case(awaiting_store, 1).attachments
    assert kept.status is FileStatus.WORKING_MATERIAL
    decided, _remarks = _filed(awaiting_store, content)
    assert decided.kind is ResponseKind.DECISION


def test_a_form_without_paragraph_and_day_is_filed_as_received(
    awaiting_store: Store, asked: AskedForm
) -> None:
    response, remarks = _filed(awaiting_store, in_word(asked, AGREED))
    assert (response.received_on, response.decided_on, response.paragraph) == (TODAY, None, None)
    (said,) = remarks
    assert said == (
        "Formuläret anger varken paragraf eller sammanträdesdag. Svaret registreras som inkommet; "
        "fyll i dem där när protokollet har kommit."
    )


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2033-03-21", "Sammanträdesdagen 2033-03-21 kan inte stämma och utelämnades."),
        ("2020-03-21", "Sammanträdesdagen 2020-03-21 kan inte stämma och utelämnades."),
        ("i våras", "”i våras” är ingen sammanträdesdag; uppgiften utelämnades."),
    ],
)
def test_a_meeting_day_that_cannot_be_right_is_left_out(
    awaiting_store: Store, asked: AskedForm, day: str, said: str
) -> None:
    content = in_word(asked, {**AGREED, ("", "pa"): "§ 38", ("", "sd"): day})
    shown = as_filed(read_form(awaiting_store, "svar.docx", content, TODAY), FILING, TODAY)
    assert shown.reading.decision.decided_on is None
    response, remarks = _filed(awaiting_store, content)
    assert (response.decided_on, response.paragraph) == (None, "38")
    assert remarks == [said]


def test_another_diary_number_than_the_registers_is_told(
    awaiting_store: Store, asked: AskedForm
) -> None:
    content = in_word(asked, {**AGREED, **DECIDED, ("", "dn"): "KFN/2023:14"})
    _response, remarks = _filed(awaiting_store, content)
    assert remarks == ["Formuläret anger diarienummer KFN/2023:14, i registret står KFN/2023:41."]


def test_the_form_names_another_body_that_decided(awaiting_store: Store, asked: AskedForm) -> None:
    for by, kept in (("Kultur- och Fritidsnämnden", None), ("arbetsutskottet", "arbetsutskottet")):
        content = in_word(asked, {**AGREED, **DECIDED, ("", "bo"): by})
        proposal = read_form(awaiting_store, "svar.docx", content, TODAY)
        filing = Filing(received_on=TODAY, replaces=kept is not None)
        response = file_form(awaiting_store, proposal, filing, TODAY)
        assert response.decided_by == kept


def test_replacing_and_adding_exclude_each_other(awaiting_store: Store, asked: AskedForm) -> None:
    _filed(awaiting_store, in_word(asked, AGREED))
    both = Filing(received_on=TODAY, replaces=True, supplements=True)
    proposal = read_form(awaiting_store, "x", in_word(asked, {**AGREED, **DECIDED}), TODAY)
    with pytest.raises(UsageError):
        file_form(awaiting_store, proposal, both, TODAY)


def test_filing_is_one_wish_in_the_history(awaiting_store: Store, asked: AskedForm) -> None:
    before = {each.wish for each in list_history(awaiting_store)}
    _filed(awaiting_store, in_word(asked, {**AGREED, **DECIDED}))
    assert len({each.wish for each in list_history(awaiting_store)} - before) == 1

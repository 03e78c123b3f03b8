"""Case packages between a firm's register and a municipality's: merged, and nothing lost."""

import hashlib
import io
import json
import os
import stat
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from revtrack.domain import records as r
from revtrack.domain.codes import PersonRole, Position
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.exchange.merging import Side
from revtrack.services.exchange.exporting import export_case_file
from revtrack.services.exchange.importing import OnConflict, import_case_file
from revtrack.services.exchange.packages.container import opened
from revtrack.services.exchange.packages.flat import content_hash
from revtrack.services.exchange.packages.making import MadePackage, Wanted, make_package
from revtrack.services.exchange.packages.settling import list_conflicts, list_packages, settle
from revtrack.services.exchange.packages.taking import PackageReport, Taking, read_package
from revtrack.services.exchange.packages.views import Audience
from revtrack.services.find import find_audit, read_case
from revtrack.services.history import list_history, verify
from revtrack.storage.rows import change, some
from revtrack.storage.store import Person, Store
from revtrack.wording import word
from tests.conftest import sample
from tests.services.exchange.case_file_parts import Content, about_audit, rows_of

AUDIT = "ESK-2022-1"
DAY = date(2023, 3, 20)


class Office:
    """A register with its own person, key and folder for what it sends."""

    def __init__(self, store: Store, name: str, folder: Path) -> None:
        role = PersonRole.CLERK if name == "Kommunen" else PersonRole.EXPERT
        self.store = replace(store, person=Person(name, role))
        self.name, self.folder = name, folder / name
        self.key_file = self.folder / "settings" / "key.pem"
        self._sent = 0

    @property
    def audit_id(self) -> int:
        return find_audit(self.store, AUDIT).id

    def made(self, today: date = DAY, audience: Audience = Audience.CLERK) -> MadePackage:
        self._sent += 1
        path = self.folder / f"{self.name}{self._sent}.rtpaket"
        wanted = Wanted(self.audit_id, "den andra", audience)
        return make_package(self.store, wanted, path, today, self.key_file)

    def send(self, today: date = DAY, audience: Audience = Audience.CLERK) -> bytes:
        return self.made(today, audience).path.read_bytes()

    def read(self, content: bytes, **how: Any) -> PackageReport:  # noqa: ANN401 - as Taking has it
        signer = opened(content, "paket").signer
        taking = Taking(DAY, **{"trust": signer, **how})
        return read_package(self.store, content, "paket.rtpaket", taking)

    def say(self, content: Content) -> None:
        data = json.dumps(content).encode()
        import_case_file(self.store, data, source="fil", on_conflict=OnConflict.UPDATE)

    def change(self, kind: type[Any], uid: str, **fields: object) -> None:
        with self.store.wish() as session:
            (record,) = (each for each in some(session, kind) if each.uid == uid)
            change(session, record, **fields)

    def record(self, kind: type[Any], uid: str) -> Any:  # noqa: ANN401 - any record
        with self.store.reading() as session:
            return next((each for each in some(session, kind) if each.uid == uid), None)

    def conflicts(self) -> list[tuple[str, str | None, Any, Any, Any]]:
        lines = list_conflicts(self.store, self.audit_id)
        return [(each.kind, each.field, each.base, each.ours, each.theirs) for each in lines]


@pytest.fixture
def firm(awaiting_store: Store, tmp_path: Path) -> Office:
    """The firm has the real case as it stood before any reply."""
    return Office(awaiting_store, "Byrån", tmp_path)


@pytest.fixture
def town(firm: Office, new_store: Callable[[], Store], tmp_path: Path) -> Office:
    """The municipality has read in the firm's package in a register that was empty."""
    office = Office(new_store(), "Kommunen", tmp_path)
    office.read(firm.send())
    return office


def replies(*committees: str) -> Content:
    """Return a case file with a decision of each committee, which agrees in all it is asked."""
    return about_audit(
        responses=[
            {
                "uid": f"00000000-0000-4000-8000-00000000000{number}",
                "decided_on": "2023-03-14",
                "received_on": "2023-03-15",
                "paragraph": str(40 + number),
                "reply_cases": [_uid_of_case(committee)],
                "answers": [
                    {
                        "uid": f"00000000-0000-4000-8000-0000000001{number}{place}",
                        "addressee": addressee,
                        "position": "agrees",
                        "quote": "Nämnden instämmer.",
                    }
                    for place, addressee in enumerate(_asked(committee))
                ],
            }
            for number, committee in enumerate(committees, start=1)
        ]
    )


def _town() -> Any:  # noqa: ANN401 - a part of a case file
    return json.loads(sample("eskilstuna_2022_awaiting.json"))["municipalities"][0]


def _committee(abbreviation: str) -> str:
    (uid,) = (c["uid"] for c in _town()["committees"] if c["abbreviation"] == abbreviation)
    return str(uid)


def _uid_of_case(abbreviation: str) -> str:
    cases = _town()["audits"][0]["reply_cases"]
    (uid,) = (case["uid"] for case in cases if case["committee"] == _committee(abbreviation))
    return str(uid)


def _asked(abbreviation: str) -> list[str]:
    committee = _committee(abbreviation)
    return [
        each["uid"]
        for recommendation in _town()["audits"][0]["recommendations"]
        for each in recommendation["addressees"]
        if each["committee"] == committee and each["asked"]
    ]


ANSWER = "00000000-0000-4000-8000-000000000110"
"""The first committee's first answer, as ``replies`` gives it."""


def refused(office: Office, content: bytes, **how: Any) -> str:  # noqa: ANN401 - as Taking has it
    """Return the sentence that a package is refused with, after seeing that nothing was changed."""
    before = rows_of(office.store)
    with pytest.raises(RevTrackError) as caught:
        read_package(office.store, content, "paket.rtpaket", Taking(DAY, **how))
    assert rows_of(office.store) == before
    return word(caught.value)


# ---- out and in ------------------------------------------------------------------------------


def test_a_package_brings_a_whole_audit_to_an_empty_register(firm: Office, town: Office) -> None:
    assert export_case_file(town.store, AUDIT) == export_case_file(firm.store, AUDIT)
    assert verify(town.store) == ()
    assert {event.why for event in list_history(town.store)} == {
        "Ärendepaket paket.rtpaket från Byrån (sakkunnigt biträde), framställt 2023-03-20"
    }


def test_a_clerks_three_replies_are_merged_with_what_the_firm_has_done_meanwhile(
    firm: Office, town: Office
) -> None:
    town.say(replies("KFN", "VON", "KS"))
    firm.say(about_audit(pages=31))
    report = firm.read(town.send())
    assert report.conflicts == ()
    assert report.counts == {"response": (3, 0, 0), "answer": (12, 0, 0)}
    case = read_case(firm.store, firm.audit_id)
    assert sorted(response.paragraph or "" for response in case.responses) == ["41", "42", "43"]
    assert {answer.position for answer in case.answers} == {Position.AGREES}
    assert case.audit.pages == 31
    assert verify(firm.store) == ()


def test_the_same_answer_changed_on_both_sides_is_listed_and_nothing_is_lost(
    firm: Office, town: Office
) -> None:
    town.say(replies("KFN"))
    firm.read(town.send())
    firm.change(r.Answer, ANSWER, position=Position.AGREES_PARTLY, review_note="Läs bilagan.")
    town.change(r.Answer, ANSWER, position=Position.DISAGREES, quote="Nämnden avstyrker.")
    theirs = town.send()
    report = firm.read(theirs)
    (line,) = report.conflicts
    assert (line.field, line.base, line.ours, line.theirs) == (
        *("position", "agrees"),
        *("agrees_partly", "disagrees"),
    )
    kept = firm.record(r.Answer, ANSWER)
    assert kept.position is Position.AGREES_PARTLY
    assert kept.quote == "Nämnden avstyrker."  # changed only there
    assert kept.review_note == "Läs bilagan."
    assert firm.conflicts() == [("answer", "position", "agrees", "agrees_partly", "disagrees")]
    received = [each.exchange for each in list_packages(firm.store) if not each.is_sent]
    assert received[0].sha256 == hashlib.sha256(theirs).hexdigest()  # kept whole
    back = town.read(firm.send())
    assert town.record(r.Answer, ANSWER).position is Position.DISAGREES
    assert [(each.ours, each.theirs) for each in back.conflicts] == [("disagrees", "agrees_partly")]
    assert verify(firm.store) == verify(town.store) == ()


def both_changed(firm: Office, town: Office) -> None:
    """Let both change an answer's position, and the firm see it."""
    town.say(replies("KFN"))
    firm.read(town.send())
    firm.change(r.Answer, ANSWER, position=Position.AGREES_PARTLY)
    town.change(r.Answer, ANSWER, position=Position.DISAGREES)
    assert len(firm.read(town.send()).conflicts) == 1


def test_a_conflict_settled_with_ours_reaches_the_other_side_with_the_next_package(
    firm: Office, town: Office
) -> None:
    both_changed(firm, town)
    assert settle(firm.store, firm.audit_id, (), Side.OURS, DAY) == ()
    assert firm.conflicts() == []
    report = town.read(firm.send())
    assert (report.conflicts, report.counts) == ((), {"answer": (0, 1, 0)})
    assert town.record(r.Answer, ANSWER).position is Position.AGREES_PARTLY


def test_what_both_settled_with_their_own_is_a_conflict_again(firm: Office, town: Office) -> None:
    both_changed(firm, town)
    town.read(firm.send())
    sent = town.send()
    settle(town.store, town.audit_id, (), Side.OURS, DAY)
    firm.read(sent)
    settle(firm.store, firm.audit_id, (), Side.OURS, DAY)
    report = town.read(firm.send())
    assert town.record(r.Answer, ANSWER).position is Position.DISAGREES
    assert [(each.ours, each.theirs) for each in report.conflicts] == [
        ("disagrees", "agrees_partly")
    ]
    assert len(town.conflicts()) == 1
    settle(town.store, town.audit_id, (), Side.THEIRS, DAY)
    assert firm.read(town.send()).conflicts == ()
    assert firm.record(r.Answer, ANSWER).position is Position.AGREES_PARTLY


@pytest.mark.parametrize("way", ["settled", "read"])
def test_what_was_settled_with_ours_is_asked_about_once_for_each_thing_they_say(
    firm: Office, town: Office, way: str
) -> None:
    town.say(replies("KFN"))
    firm.read(town.send())
    firm.change(r.Answer, ANSWER, position=Position.AGREES_PARTLY)
    town.change(r.Answer, ANSWER, position=Position.DISAGREES)
    if way == "read":
        firm.read(town.send(), chosen=Side.OURS)
    else:
        firm.read(town.send())
        settle(firm.store, firm.audit_id, (), Side.OURS, DAY)
    town.say(about_audit(pages=30))
    assert firm.read(town.send()).conflicts == ()  # they have not heard yet
    firm.send()
    town.change(r.Answer, ANSWER, position=Position.NOTED)
    assert len(firm.read(town.send()).conflicts) == 1
    assert firm.record(r.Answer, ANSWER).position is Position.AGREES_PARTLY


def test_what_both_have_come_to_agree_on_is_theirs_to_change(firm: Office, town: Office) -> None:
    both_changed(firm, town)
    settle(firm.store, firm.audit_id, (), Side.OURS, DAY)
    town.read(firm.send())
    town.say(about_audit(pages=30))
    firm.read(town.send())
    town.change(r.Answer, ANSWER, position=Position.NOTED)
    assert firm.read(town.send()).conflicts == ()
    assert firm.record(r.Answer, ANSWER).position is Position.NOTED


def test_a_conflict_settled_with_theirs_takes_what_they_say(firm: Office, town: Office) -> None:
    both_changed(firm, town)
    (line,) = list_conflicts(firm.store, firm.audit_id)
    assert settle(firm.store, firm.audit_id, [line.key], Side.THEIRS, DAY) == ()
    assert firm.record(r.Answer, ANSWER).position is Position.DISAGREES
    assert list_history(firm.store)[-1].why == "Avgjort mellan två register"
    assert town.read(firm.send()).conflicts == ()
    with pytest.raises(UsageError, match="There is nothing to settle"):
        settle(firm.store, firm.audit_id, (), Side.OURS, DAY)


def test_a_conflict_that_nobody_has_settled_stays_through_the_packages_that_follow(
    firm: Office, town: Office
) -> None:
    both_changed(firm, town)
    town.say(about_audit(pages=30))
    report = firm.read(town.send())
    assert len(report.conflicts) == 1
    assert report.counts == {"audit": (0, 1, 0)}
    town.change(r.Answer, ANSWER, position=Position.NOTED)
    firm.read(town.send())
    assert firm.conflicts() == [("answer", "position", "agrees", "agrees_partly", "noted")]
    town.change(r.Answer, ANSWER, position=Position.AGREES_PARTLY)
    assert firm.read(town.send()).conflicts == ()
    assert firm.conflicts() == []


@pytest.mark.parametrize(
    ("chosen", "position"), [(Side.THEIRS, Position.DISAGREES), (Side.OURS, Position.AGREES_PARTLY)]
)
def test_conflicts_can_be_settled_as_a_package_is_read(
    firm: Office, town: Office, chosen: Side, position: Position
) -> None:
    town.say(replies("KFN"))
    firm.read(town.send())
    firm.change(r.Answer, ANSWER, position=Position.AGREES_PARTLY)
    town.change(r.Answer, ANSWER, position=Position.DISAGREES)
    report = firm.read(town.send(), chosen={"00000000:position": chosen})
    assert report.conflicts == ()
    assert firm.record(r.Answer, ANSWER).position is position
    assert firm.conflicts() == []


def test_a_key_that_names_no_conflict_is_refused(firm: Office, town: Office) -> None:
    town.say(replies("KFN"))
    told = refused(firm, town.send(), trust=_signer(town), chosen={"ab:position": Side.OURS})
    assert told == "Det finns ingen konflikt ab:position i paketet. Det finns: –."


def _signer(office: Office) -> str:
    return opened(office.send(), "paket").signer


def test_two_registers_that_were_never_in_touch_are_merged_without_a_base(
    awaiting_store: Store, eskilstuna_store: Store, tmp_path: Path
) -> None:
    firm = Office(awaiting_store, "Byrån", tmp_path)
    town = Office(eskilstuna_store, "Kommunen", tmp_path)
    firm.say(about_audit(pages=31, diary_number="REV 1"))
    town.say(about_audit(pages=30))
    report = firm.read(town.send())
    assert report.counts["response"] == (7, 0, 0)  # three drafts are left out
    assert firm.conflicts() == [("audit", "pages", None, 31, 30)]
    assert read_case(firm.store, firm.audit_id).audit.diary_number == "REV 1"


def test_a_municipality_that_has_its_own_committees_keeps_them(
    firm: Office, empty_store: Store, tmp_path: Path
) -> None:
    own = Office(empty_store, "Kommunen", tmp_path)
    own.say({**about_audit(), "municipalities": [_own_town()]})
    assert own.read(firm.send()).conflicts == ()
    committees = read_case(own.store, own.audit_id).committees
    assert len(committees) == 8
    assert {each.contact_address for each in committees if each.abbreviation == "KS"} == {"ks@x.se"}
    own.say(replies("KS"))
    assert firm.read(own.send()).counts == {
        "committee": (0, 1, 0),
        "response": (1, 0, 0),
        "answer": (5, 0, 0),
    }
    assert len(read_case(firm.store, firm.audit_id).committees) == 8
    firm.change(r.Committee, _committee("KS"), name="Stadsledningsstyrelsen")
    own.read(firm.send())
    renamed = read_case(own.store, own.audit_id).committees
    assert len(renamed) == 8
    assert [each.name for each in renamed if each.contact_address] == ["Stadsledningsstyrelsen"]


def _own_town() -> Content:
    return {
        "name": "Eskilstuna kommun",
        "takes_drafts": True,
        "committees": [
            {
                "name": "Kommunstyrelsen",
                "abbreviation": "KS",
                "kind": "executive_board",
                "ordinal": 1,
                "contact_address": "ks@x.se",
            }
        ],
    }


# ---- older and repeated packages -------------------------------------------------------------


def test_a_package_read_twice_brings_nothing_new_and_writes_nothing(
    firm: Office, town: Office
) -> None:
    town.say(replies("KFN"))
    content = town.send()
    firm.read(content)
    firm.change(r.Answer, ANSWER, position=Position.AGREES_PARTLY)
    before = rows_of(firm.store)
    report = firm.read(content)
    assert (report.has_news, report.conflicts, report.read_before_on) == (False, (), DAY)
    assert rows_of(firm.store) == before


def test_an_older_package_overwrites_nothing_that_came_later(firm: Office, town: Office) -> None:
    older = town.send()
    town.say(replies("KFN"))
    newer = town.send()
    firm.read(newer)
    firm.say(about_audit(pages=31))
    report = firm.read(older)
    assert (report.has_news, report.conflicts) == (False, ())
    assert firm.record(r.Answer, ANSWER) is not None


def test_a_package_sent_twice_is_merged_with_what_was_read_of_the_first(
    firm: Office, town: Office
) -> None:
    firm.say(about_audit(pages=31))
    firm.send()  # never reaches the municipality
    firm.say(about_audit(diary_number="REV 1"))
    town.say(replies("KFN"))
    report = town.read(firm.send())
    assert (report.conflicts, report.counts) == ((), {"audit": (0, 1, 0)})
    assert town.record(r.Answer, ANSWER) is not None


def test_the_same_register_and_day_give_the_same_bytes_and_one_line_in_the_list(
    firm: Office,
) -> None:
    first, second = firm.made(), firm.made()
    assert first.path.read_bytes() == second.path.read_bytes()
    assert (first.is_new, second.is_new) == (True, False)
    assert len(list_packages(firm.store)) == 1
    firm.say(about_audit(pages=31))
    assert firm.send() != first.path.read_bytes()
    assert len(list_packages(firm.store, firm.audit_id)) == 2


def test_a_trial_changes_nothing_and_needs_no_trust(
    firm: Office, new_store: Callable[[], Store], tmp_path: Path
) -> None:
    town = Office(new_store(), "Kommunen", tmp_path)
    before = rows_of(town.store)
    report = town.read(firm.send(), trust=None, is_trial=True)
    assert not report.is_signer_known
    assert report.counts["addressee"] == (28, 0, 0)
    assert rows_of(town.store) == before


# ---- who made it, and whether it is whole ----------------------------------------------------


def test_an_unknown_key_must_be_accepted_once_for_each_audit(firm: Office, town: Office) -> None:
    town.say(replies("KFN"))
    content = town.send()
    signer = _signer(town)
    assert refused(firm, content) == (
        "paket.rtpaket kommer från Kommunen (nämndsekreterare eller registrator), Eskilstuna "
        f"kommun, och är signerat med en nyckel som inte är känd här: {signer}. Fråga avsändaren "
        "per telefon om det är rätt nyckel, och läs sedan in paketet med: "
        f"--trust {signer.replace(' ', '')}"
    )
    assert refused(firm, content, trust="aaaa") == (
        f"paket.rtpaket är signerat med nyckeln {signer}, inte med aaaa. Inget har lästs in."
    )
    taking = Taking(DAY, trust=signer.upper().replace(" ", ":"))
    assert read_package(firm.store, content, "p", taking).has_news
    town.say(about_audit(pages=30))
    assert read_package(firm.store, town.send(), "p", Taking(DAY)).has_news


CHANGED = (
    "paket.rtpaket är inte som det var när det signerades, så inget har lästs in. "
    "Be att få det en gång till."
)


def test_a_package_in_which_a_byte_was_changed_is_refused(firm: Office, town: Office) -> None:
    town.say(replies("KFN"))
    content = town.send()
    signer = _signer(town)
    places = [10, 300, len(content) // 3, len(content) // 2, len(content) - 200, len(content) - 4]
    places.append(content.index(b"Kommunen"))
    for place in places:
        broken = bytearray(content)
        broken[place] ^= 1
        assert refused(firm, bytes(broken), trust=signer), place


def test_a_changed_value_with_its_checksum_mended_is_refused(firm: Office, town: Office) -> None:
    town.say(replies("KFN"))
    content = town.send()
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for entry in old.infolist():
            part = old.read(entry)
            if entry.filename == "case.json":
                part = part.replace(b'"position": "agrees"', b'"position": "noted"')
            new.writestr(entry, part)
    assert refused(firm, made.getvalue(), trust=_signer(town)) == CHANGED


def test_a_package_with_its_order_changed_or_more_in_it_is_refused(
    firm: Office, town: Office
) -> None:
    town.say(replies("KFN"))
    content = town.send()
    made = io.BytesIO(content)
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("mer.txt", "mer")
    assert refused(firm, made.getvalue(), trust=_signer(town)) == CHANGED


@pytest.mark.parametrize("content", [b"", b"hej", b"PK\x03\x04 trasig"])
def test_what_is_no_package_is_refused(firm: Office, content: bytes) -> None:
    assert refused(firm, content)


def test_a_damaged_package_is_to_be_asked_for_again(firm: Office) -> None:
    content = firm.send()
    assert refused(firm, content[: len(content) // 2]) == (
        "paket.rtpaket är skadat eller inte helt, så inget lästes in. Be avsändaren om ett nytt "
        "paket."
    )


def test_the_key_is_made_once_and_is_the_persons_alone(firm: Office) -> None:
    first = firm.made()
    key = firm.key_file.read_bytes()
    assert firm.made().signer == first.signer
    assert firm.key_file.read_bytes() == key
    assert os.name == "nt" or stat.S_IMODE(firm.key_file.stat().st_mode) == 0o600
    assert [each.name for each in firm.key_file.parent.iterdir()] == ["key.pem"]


def test_a_file_that_is_no_key_is_told_of(firm: Office) -> None:
    firm.key_file.parent.mkdir(parents=True)
    firm.key_file.write_text("hej", encoding="utf-8")
    with pytest.raises(RevTrackError, match="holds no key that signs packages"):
        firm.made()


def test_a_package_is_never_written_over_another_file(firm: Office) -> None:
    firm.folder.mkdir()
    taken = firm.folder / "Byrån1.rtpaket"
    taken.write_bytes(b"viktigt")
    before = rows_of(firm.store)
    with pytest.raises(RevTrackError, match="exists already"):
        firm.made()
    assert taken.read_bytes() == b"viktigt"
    assert rows_of(firm.store) == before


# ---- what is for whom ------------------------------------------------------------------------


def test_a_clerk_gets_none_of_what_only_the_auditors_know(firm: Office, town: Office) -> None:
    town.say(replies("KFN"))
    firm.read(town.send())
    firm.change(r.Answer, ANSWER, review_note="HEMLIG")
    firm.say(
        about_audit(
            reply_cases=[
                {
                    "uid": _uid_of_case("KS"),
                    "notes": [{"noted_on": "2023-03-18", "text": "HEMLIG"}],
                }
            ],
            verdicts=[{"addressee": _asked("KS")[0], "verdict": "not", "comment": "HEMLIG"}],
            confirmations=[{"code": "x", "reason": "HEMLIG", "confirmed_on": "2023-03-18"}],
            attachments=[
                {
                    "name": "HEMLIG.docx",
                    "sha256": "0" * 64,
                    "byte_count": 1,
                    "status": "working_material",
                }
            ],
        )
    )
    content = firm.send()
    assert b"HEMLIG" not in content
    assert b"takes_drafts" not in content
    assert b"HEMLIG" in firm.send(audience=Audience.AUDITORS)
    firm.say(about_audit(pages=29))
    content = firm.send()  # what was exchanged before, with the auditors, goes along as the base
    assert b"HEMLIG" not in content
    assert opened(content, "paket").base is not None
    town.read(content)
    town.say(about_audit(pages=30))
    assert firm.read(town.send()).counts == {"audit": (0, 1, 0)}
    assert firm.record(r.Answer, ANSWER).review_note == "HEMLIG"
    assert len(read_case(firm.store, firm.audit_id).verdicts) == 1


def test_auditors_get_everything_and_a_follow_up_its_earlier_audits(
    demo_store: Store, new_store: Callable[[], Store], tmp_path: Path
) -> None:
    firm = Office(demo_store, "Byrån", tmp_path)
    follow_up = find_audit(firm.store, "ALV-2024-3").id
    path = tmp_path / "p.rtpaket"
    wanted = Wanted(follow_up, None, Audience.AUDITORS)
    make_package(firm.store, wanted, path, DAY, firm.key_file)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    other = Office(new_store(), "Revisorerna", tmp_path)
    other.read(path.read_bytes())
    whole = json.loads(export_case_file(firm.store, "ALV-2024-3"))
    whole["municipalities"][0]["takes_drafts"] = False  # each office's own choice
    assert content_hash(json.loads(export_case_file(other.store))) == content_hash(whole)


def test_a_clerks_package_of_a_follow_up_holds_no_other_audit(
    demo_store: Store, tmp_path: Path, new_store: Callable[[], Store]
) -> None:
    firm = Office(demo_store, "Byrån", tmp_path)
    follow_up = find_audit(firm.store, "ALV-2022-1").id
    path = tmp_path / "p.zip"
    make_package(firm.store, Wanted(follow_up), path, DAY, firm.key_file)
    other = Office(new_store(), "Kommunen", tmp_path)
    other.read(path.read_bytes())
    towns = json.loads(export_case_file(other.store))["municipalities"]
    assert [each["reference"] for each in towns[0]["audits"]] == ["ALV-2022-1"]


def test_what_has_not_been_handed_over_is_not_for_a_clerk(firm: Office) -> None:
    audit = read_case(firm.store, firm.audit_id).audit
    firm.change(r.Audit, audit.uid, handed_over_on=None)
    with pytest.raises(RevTrackError) as caught:
        firm.made()
    assert word(caught.value) == (
        "ESK-2022-1 är inte överlämnad och därför ännu revisorernas arbetsmaterial. "
        "Ett paket med den framställs med: --for auditors"
    )
    assert firm.made(audience=Audience.AUDITORS).is_new
    firm.change(r.Audit, audit.uid, handed_over_on=date(2022, 12, 1))
    assert opened(firm.send(), "paket").base is None


def test_attached_files_go_with_the_package(firm: Office, town: Office) -> None:
    file = "Yttrande <å>".encode()
    sha256 = hashlib.sha256(file).hexdigest()
    told = about_audit(
        attachments=[{"name": "yttrande.html", "sha256": sha256, "byte_count": len(file)}]
    )
    import_case_file(
        town.store, json.dumps(told).encode(), source="fil", attachments={sha256: file}
    )
    firm.read(town.send())
    with firm.store.reading() as session:
        rows = session.connection().exec_driver_sql(
            "SELECT content FROM attachment_content WHERE sha256 = ?", (sha256,)
        )
        assert rows.scalar() == file


def test_a_draft_is_taken_in_only_where_the_office_takes_drafts(firm: Office, town: Office) -> None:
    content = replies("KFN", "VON")
    draft, decision = content["municipalities"][0]["audits"][0]["responses"]
    draft |= {"kind": "draft", "decided_on": None, "paragraph": None}
    decision["replaces"] = draft["uid"]
    town.say(content)
    report = firm.read(town.send())
    assert (report.drafts_left_out, report.conflicts) == (1, ())
    assert report.counts == {"response": (1, 0, 0), "answer": (3, 0, 0)}
    assert firm.record(r.Answer, ANSWER) is None
    town.read(firm.send())  # that the firm lacks it does not remove it
    assert town.record(r.Answer, ANSWER) is not None
    town_uid = read_case(firm.store, firm.audit_id).municipality.uid
    firm.change(r.Municipality, town_uid, takes_drafts=True)
    town.say(about_audit(pages=30))
    assert firm.read(town.send()).counts == {
        "audit": (0, 1, 0),
        "response": (1, 0, 0),
        "answer": (4, 0, 0),
    }


# ---- records that come and go ----------------------------------------------------------------


def test_a_record_that_they_removed_is_removed_here_unless_we_have_changed_it(
    firm: Office, town: Office
) -> None:
    town.say(replies("KFN", "VON"))
    firm.read(town.send())
    second = "00000000-0000-4000-8000-000000000120"
    firm.change(r.Answer, second, quote="Ändrat här.")
    with town.store.wish() as session:
        connection = session.connection()
        connection.exec_driver_sql("DELETE FROM answer WHERE uid IN (?, ?)", (ANSWER, second))
    report = firm.read(town.send())
    assert report.counts == {"answer": (0, 0, 1)}
    assert firm.record(r.Answer, ANSWER) is None
    assert firm.record(r.Answer, second) is not None
    (line,) = report.conflicts
    assert (line.uid, line.field, line.theirs) == (second, None, None)
    settle(firm.store, firm.audit_id, (), Side.THEIRS, DAY)
    assert firm.record(r.Answer, second) is None
    assert verify(firm.store) == ()


def test_a_record_removed_here_and_changed_there_is_not_removed_there_unseen(
    firm: Office, town: Office
) -> None:
    town.say(replies("KFN"))
    firm.read(town.send())
    with firm.store.wish() as session:
        session.connection().exec_driver_sql("DELETE FROM answer WHERE uid = ?", (ANSWER,))
    town.change(r.Answer, ANSWER, quote="Ändrat där.")
    assert len(firm.read(town.send()).conflicts) == 1
    report = town.read(firm.send())
    assert [(each.uid, each.theirs) for each in report.conflicts] == [(ANSWER, None)]
    assert town.record(r.Answer, ANSWER).quote == "Ändrat där."
    settle(firm.store, firm.audit_id, (), Side.OURS, DAY)
    assert len(town.read(firm.send()).conflicts) == 1  # each settles it in the own register
    settle(town.store, town.audit_id, (), Side.THEIRS, DAY)
    assert town.record(r.Answer, ANSWER) is None
    assert town.read(firm.send()).conflicts == ()


def test_what_hangs_on_something_removed_here_is_settled_together_with_it_or_not_at_all(
    firm: Office, town: Office
) -> None:
    town.say(replies("KFN"))
    firm.read(town.send())
    response = "00000000-0000-4000-8000-000000000001"
    with firm.store.wish() as session:
        connection = session.connection()
        for table in ("answer", "response_case", "response"):
            connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608 - names given here
    town.change(r.Response, response, paragraph="99")
    town.change(r.Answer, ANSWER, quote="Ändrat där.")
    report = firm.read(town.send())
    assert {line.key for line in report.conflicts} == {f"{response}:*", f"{ANSWER}:*"}
    assert firm.record(r.Response, response) is None
    with pytest.raises(RevTrackError, match="cannot be settled so on its own"):
        settle(firm.store, firm.audit_id, [f"{ANSWER}:*"], Side.THEIRS, DAY)
    assert settle(firm.store, firm.audit_id, (), Side.THEIRS, DAY) == ()
    assert firm.record(r.Response, response).paragraph == "99"
    assert firm.record(r.Answer, ANSWER).quote == "Ändrat där."
    assert verify(firm.store) == ()


def test_what_an_import_would_refuse_is_refused(firm: Office, town: Office) -> None:
    for office, uid in ((firm, "1"), (town, "2")):
        office.say(
            about_audit(
                questions=[
                    {
                        "uid": f"00000000-0000-4000-8000-00000000020{uid}",
                        "number": 9,
                        "text": f"Fråga {uid}",
                    }
                ]
            )
        )
    told = refused(firm, town.send(), trust=_signer(town))
    assert "en annan post har redan samma uppgifter (Nummer: 9)" in told

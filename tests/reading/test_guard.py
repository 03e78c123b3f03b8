import time
import zipfile
from pathlib import Path

import pytest

from revtrack.confined.limits import MEGABYTE, Limits
from revtrack.domain.errors import RevTrackError
from revtrack.reading.guard import read_guarded
from revtrack.reading.kinds import Kind
from revtrack.reading.readers import READERS, Reader
from tests.reading import bad_readers
from tests.reading.archives import archive, word

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
SOUND = word()


@pytest.fixture(autouse=True)
def _bad_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "count",
        "refuse",
        "hang",
        "eat",
        "crash",
        "abort",
        "write",
        "call",
        "start",
        "say",
        "flood",
        "go_on",
        "tell_for_ever",
    ):
        assert hasattr(bad_readers, name)
        place = f"{bad_readers.__name__}:{name}"
        monkeypatch.setitem(READERS, name, Reader(place, (Kind.WORD,)))
    text = Reader(f"{bad_readers.__name__}:count", (Kind.TEXT, Kind.PDF))
    monkeypatch.setitem(READERS, "text", text)


def refusal(content: bytes, reader: str = "count", **limits: float) -> str:
    with pytest.raises(RevTrackError) as raised:
        read_guarded(reader, content, limits=Limits(**limits))  # type: ignore[arg-type]
    return str(raised.value)


def test_what_a_reader_gives_comes_back_with_its_options() -> None:
    read = read_guarded("count", SOUND, sheet="Svar å")

    assert read == {"bytes": len(SOUND), "options": {"sheet": "Svar å"}, "text": "å\u2028\ud800"}


def test_a_readers_own_refusal_comes_through() -> None:
    assert refusal(SOUND, "refuse") == f"The file is larger than {len(SOUND)} MB."


@pytest.mark.parametrize("content", [b"BEGIN:VCALENDAR\r\n", "å".encode("utf-16"), b"%PDF-1.7\n"])
def test_text_and_pdf_are_kinds_of_their_own(content: bytes) -> None:
    assert read_guarded("text", content)["bytes"] == len(content)
    assert refusal(content) == "The file is not of the kind that is wanted here: ('.docx',)."


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "The file is empty."),
        (OLE + "WordDocument".encode("utf-16-le"), "old Word document (.doc)"),
        (OLE + "Workbook".encode("utf-16-le"), "old Excel workbook (.xls)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (OLE, "an old kind of office document"),
        (rb"{\rtf1\ansi Hej}", "rich text (.rtf)"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE HTML><html>", "web page (.html)"),
        ("\ufeff<html><p>hej".encode("utf-16-le"), "web page (.html)"),
        (b"<?xml version='1.0'?><!-- Word --><html xmlns='x'>", "web page (.html)"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (archive(("mimetype", "x"), ("META-INF/manifest.xml", "<a/>")), "OpenDocument"),
        (archive(("[Content_Types].xml", "<a/>"), ("ppt/a.xml", "<a/>")), "presentation"),
        (archive(("[Content_Types].xml", "<a/>"), ("xl/a.xml", "<a/>")), "the kind that is wanted"),
        (archive(("letter.txt", "hej")), "the kind that is wanted"),
        (archive(), "the kind that is wanted"),
    ],
    ids=range(15),  # not the bytes: an archive holds the time when it was made
)
def test_a_file_of_another_kind_is_told_by_how_it_begins(content: bytes, told: str) -> None:
    assert told in refusal(content)


def test_a_file_that_is_too_large_is_not_looked_into() -> None:
    assert refusal(SOUND * 2, size=len(SOUND)) == (
        "The file is larger than 0 MB. Save it without pictures, or in parts."
    )


@pytest.mark.parametrize("kept", [4, 30, 200, -30, -1])
def test_a_truncated_document_is_damaged(kept: int) -> None:
    assert refusal(SOUND[:kept]).startswith("The file cannot be read: it is damaged or not whole.")


def test_a_part_with_a_wrong_checksum_is_damaged() -> None:
    stored = archive(("word/document.xml", "<a>hej</a>"), packing=zipfile.ZIP_STORED)

    assert refusal(stored.replace(b"hej", b"hoj")).startswith("The file cannot be read")


def test_a_zip_bomb_is_not_unpacked_to_its_end() -> None:
    bomb = word([("word/media/a.bin", bytes(8 * MEGABYTE))])
    started = time.perf_counter()

    assert refusal(bomb, part=MEGABYTE) == "The file was not read: it unpacks to more than 1 MB."
    assert time.perf_counter() - started < 1


def test_many_small_parts_together_are_too_much() -> None:
    parts = [(f"word/media/{number}.bin", bytes(MEGABYTE)) for number in range(5)]

    assert refusal(word(parts), unpacked=4 * MEGABYTE).endswith("unpacks to more than 4 MB.")
    assert read_guarded("count", word(parts))


def test_too_many_parts_are_refused() -> None:
    crowd = word([(f"word/{number}", "") for number in range(40)])

    assert "more than 40 parts" in refusal(crowd, entries=40)


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ([("word/document.xml", "<b/>")], "two of its parts have the same name"),
        ([("Word/Document.XML", "<b/>")], "two of its parts have the same name"),
        ([("../../evil.xml", "<b/>")], "leads out of the file"),
        ([("word/..", "<b/>")], "leads out of the file"),
        ([("/etc/passwd", "x")], "leads out of the file"),
        ([("C:\\evil.xml", "x")], "leads out of the file"),
        ([("..\\evil.xml", "x")], "leads out of the file"),
        ([("word/a.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')], "document type of its own"),
        ([("word/a.bin", ' <!DOCTYPE a [<!ENTITY b "c">]><a/>')], "document type of its own"),
        ([("word/a.svg", '<!DOCTYPE svg [<!ENTITY b "c">]><svg/>')], "document type of its own"),
        (
            [("word/a.SVG", '<!DOCTYPE svg [<!ENTITY b "c">]>'.encode("utf-16"))],
            "document type of its own",
        ),
        ([("word/a.xml", "<a>å</a>".encode("utf-16"))], "not in UTF-8"),
        ([("word/a.bin", "<!DOCTYPE a>".encode("utf-16"))], "not in UTF-8"),
        ([("word/a.xml", "<a>å</a>".encode("latin-1"))], "not in UTF-8"),
        ([("word/a.xml", '<?xml version="1.0" encoding="UTF-7"?><a/>')], "not in UTF-8"),
    ],
)
def test_an_archive_made_to_do_harm_is_refused(parts: list[tuple[str, str]], told: str) -> None:
    assert told in refusal(word(parts))


def test_an_encrypted_or_strangely_packed_part_is_refused() -> None:
    strange = archive(("word/document.xml", "<a/>"), packing=zipfile.ZIP_LZMA)

    assert "packed or encrypted" in refusal(strange)


def test_a_picture_in_a_document_may_declare_what_it_likes() -> None:
    picture = ("word/media/image1.svg", '<!DOCTYPE svg PUBLIC "a" "b"><svg/>')

    assert read_guarded("count", word([picture]))


def test_a_reader_that_hangs_is_given_up() -> None:
    started = time.perf_counter()

    assert refusal(SOUND, "hang", seconds=0.5) == (
        "The file was not read: it takes longer than 0.5 seconds. Save it anew, or in parts."
    )
    assert time.perf_counter() - started < 3


def test_a_reader_that_eats_memory_is_stopped() -> None:
    assert refusal(SOUND, "eat", memory=300 * MEGABYTE) == (
        "The file was not read: it takes more memory than 300 MB."
    )


@pytest.mark.parametrize("reader", ["say", "flood", "tell_for_ever"])
def test_a_reader_that_says_too_much_is_not_listened_to(reader: str) -> None:
    started = time.perf_counter()

    assert refusal(SOUND, reader, answer=MEGABYTE) == (
        "The file was not read: what stands in it is more than 1 MB. Save it in parts."
    )
    assert time.perf_counter() - started < 3


def test_how_far_a_reader_has_come_is_told_and_is_no_part_of_the_answer() -> None:
    told: list[tuple[int, int]] = []

    answer = read_guarded("go_on", SOUND, on_progress=lambda done, of: told.append((done, of)))

    assert answer == "done"
    assert told == [(1, 2), (2, 2)]
    assert read_guarded("go_on", SOUND) == "done"


@pytest.mark.parametrize("reader", ["crash", "abort", "call", "start"])
def test_a_reader_that_dies_or_does_what_no_reader_does_is_one_sentence(reader: str) -> None:
    assert refusal(SOUND, reader).startswith("The file cannot be read: it is damaged or not whole.")


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    with pytest.raises(RevTrackError, match="cannot be read"):
        read_guarded("write", SOUND, path=str(tmp_path / "made"))

    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_working_folder_is_never_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text(f"open({str(tmp_path / 'run')!r}, 'w')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert read_guarded("count", SOUND)["bytes"] == len(SOUND)
    assert not (tmp_path / "run").exists()

"""What a report finds of its questions, tied to them by table row, chapter, words and order."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from revtrack.domain.codes import Grade
from revtrack.domain.proposals.bodies import display_name
from revtrack.domain.proposals.columns import Columns, columns_of, text_at
from revtrack.domain.proposals.grading import graded, graded_cell
from revtrack.domain.proposals.outline import Passage, TablePassage
from revtrack.domain.proposals.proposal import ProposedAssessment
from revtrack.domain.proposals.questions import Asked, question_headings
from revtrack.domain.proposals.sentences import sentences
from revtrack.domain.proposals.whom import Addressees
from revtrack.domain.records import Committee
from revtrack.domain.texts.likeness import content_stems, likeness
from revtrack.domain.texts.list_marks import split_number
from revtrack.domain.texts.paper import Place

_JUDGES = re.compile(
    r"\b(?:vi|revisorerna|revisionen)\s+(?:bedömer|anser|konstaterar|finner)\b"
    r"|\b(?:bedömer|anser)\s+(?:vi|revisorerna|revisionen)\b|\bbedöm(?:ning|ningen|s|er)\b"
    r"|\bvår (?:uppfattning|slutsats|samlade)\b|\bsvaret på frågan\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^.*?(?:\bbedöm(?:er|s|ning|ningen)|\banser|\bkonstaterar|\bfinner|\buppfattning|\bslutsats(?:en)?)"
    r"\b[^.]{0,60}?\batt\s+",
    re.IGNORECASE | re.DOTALL,
)
_OVERALL = re.compile(
    r"\b(?:sammanfattande|samlade?|övergripande|sammantagna|sammanvägda|sammantaget|helhets"
    r"|revisionella|sammanfattningsvis|totala|slutliga)\b",
    re.IGNORECASE,
)
_OF_PURPOSE = re.compile(r"\bsyftet?\b|\bgranskningen\b|\bgranskningens\b", re.IGNORECASE)
_BEDOM = re.compile(r"\b(?:bedöm\w*|anser|slutsats\w*)\b", re.IGNORECASE)
_SUMMARY = re.compile(
    r"\bsammanfattning|\bslutsats|\bsammanfattande|\bsamlad|\bsammanvägd", re.IGNORECASE
)
_RESULT = re.compile(r"\bbed[öo]mning|\bsvar på|\bslutsats|\bsammanfatt", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\bbakgrund|\binledning|\bmetod|kriteri|\brekommendation|\btidigare|bedömningsgrund|\bsyfte"
    r"|avgränsning|revisionsfråg(?:or|orna)$",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"^(?:vår\s+)?(?:bedömning|svar|bedömningen|svaret|resultat|uppfyllelse)\s*(?:är)?\s*[:–-]\s*"
    r"(?P<text>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_CLAUSE_END = re.compile(
    r"(?:[.;]|,?\s+(?:men|dock|vilket|eftersom|däremot|medan)\b|\s+[–-]\s).*$", re.DOTALL
)
ENOUGH, PLENTY = 0.45, 0.62
"""Which share of a question's words must stand in a sentence that judges, and in another."""
IN_ORDER = 0.2
"""How much it tells that a chapter's assessment stands where the question's would."""
NEXT_BEST = 0.85
"""A question that fits so well as against the best is judged by the same sentence."""


@dataclass(frozen=True)
class _Judged:
    """A sentence, cell or answer that judges."""

    question: int
    grade: Grade
    phrase: str
    place: Place
    section: str | None
    committees: tuple[Committee, ...]
    score: float
    is_summary: bool = False
    run: int = 0


def assessments_in(
    passages: Sequence[Passage | TablePassage],
    questions: Sequence[Asked],
    addressees: Addressees,
) -> tuple[tuple[ProposedAssessment, ...], ...]:
    """Return for each question what was found of it; nothing where the paper says nothing."""
    if not questions:
        return ()
    found = [
        *_of_tables(passages, questions, addressees),
        *_of_text(passages, questions, addressees),
    ]
    by_question: dict[int, list[_Judged]] = defaultdict(list)
    for each in found:
        by_question[each.question].append(each)
    return tuple(
        tuple(_proposed(each) for each in _chosen(by_question[number], addressees))
        for number in range(len(questions))
    )


def _proposed(each: _Judged) -> ProposedAssessment:
    names = tuple(display_name(one) for one in each.committees)
    confidence = round(min(0.95, 0.35 + 0.55 * each.score), 2)
    return ProposedAssessment(each.grade, each.phrase, each.place, each.section, names, confidence)


def _chosen(found: Sequence[_Judged], addressees: Addressees) -> list[_Judged]:
    """Return what stands: the chapters before the summary, one for each set of committees."""
    plain = [each for each in found if not each.is_summary] or list(found)
    tabled = [each for each in plain if each.score >= 1]
    if tabled and len(tabled) < len(plain):
        plain = tabled
    best: dict[frozenset[int], _Judged] = {}
    for each in plain:
        key = frozenset(one.id for one in each.committees)
        if key not in best or each.score > best[key].score:
            best[key] = each
    apart = [each for key, each in best.items() if key]
    whole = best.get(frozenset())
    if whole is None:
        return apart
    if not apart or whole.score >= max(each.score for each in apart):
        return [whole]
    return apart if _covers(apart, addressees) else [whole, *apart]


def _covers(apart: Sequence[_Judged], addressees: Addressees) -> bool:
    named = {one.id for each in apart for one in each.committees}
    return len(named) > 0 and named >= {each.id for each in addressees.reviewed}


# ---- tables --------------------------------------------------------------------------------------


def _of_tables(
    passages: Sequence[Passage | TablePassage], questions: Sequence[Asked], addressees: Addressees
) -> Iterator[_Judged]:
    for passage in passages:
        if not isinstance(passage, TablePassage):
            continue
        columns = columns_of(passage.table, addressees)
        if columns is None or "question" not in columns.by_name or "earlier" in columns.by_name:
            continue
        yield from _rows(passage, columns, questions)


def _rows(passage: TablePassage, columns: Columns, questions: Sequence[Asked]) -> Iterator[_Judged]:
    for row in columns.rows:
        number = _question_of(columns.text(row, "question"), columns.number(row), questions)
        if number is None:
            continue
        section = columns.text(row, "section") or passage.section
        for place, committee in columns.of_committee.items():
            step = graded_cell(text_at(row, place))
            if step:
                yield _Judged(number, step.grade, step.words, row.place, section, (committee,), 1.1)
        said = columns.text(row, "grade") or columns.text(row, "comment")
        if said and not columns.of_committee:
            step = graded_cell(said) or graded_cell(columns.text(row, "comment"))
            if step is None and len(said.split()) > len("abc"):
                step = graded(next(sentences(_without_lead(said)), said))
                yield _Judged(number, step.grade, _clause(said), row.place, section, (), 1.0)
            elif step:
                yield _Judged(number, step.grade, step.words, row.place, section, (), 1.1)


def _question_of(text: str, number: str | None, questions: Sequence[Asked]) -> int | None:
    said = split_number(text)[1]
    near = [(likeness(said, each.text), -place) for place, each in enumerate(questions)]
    best = max(near, default=(0.0, 0))
    if best[0] >= NEXT_BEST - 0.15:
        return -best[1]
    if number and number.isdigit() and 0 < int(number) <= len(questions) and not said:
        return int(number) - 1
    return None


# ---- running text --------------------------------------------------------------------------------


def _of_text(
    passages: Sequence[Passage | TablePassage], questions: Sequence[Asked], addressees: Addressees
) -> Iterator[_Judged]:
    headed = question_headings(passages, questions)
    stems = [content_stems(each.text) for each in questions]
    weights = _weights(stems)
    under: int | None = None
    level, is_first = 0, False
    asked = {each.place for each in questions}
    in_order = _in_order(passages, len(questions))
    last: int | None = None
    for passage in passages:
        if isinstance(passage, TablePassage):
            continue
        if passage.is_heading:
            if passage.run in headed:
                under, level, is_first = headed[passage.run], passage.level, True
            elif under is not None and passage.level <= level:
                under = None
            is_first = is_first or under is not None
            continue
        repeated = _repeats(passage, questions, headed) if passage.place not in asked else None
        if repeated is not None:
            last, is_first = repeated, True
            yield from _after_question(passage, repeated, addressees)
            continue
        numbered = _by_number(passage, questions)
        if numbered is not None:
            yield from _answered(passage.text, numbered, passage, addressees)
            continue
        answer = _ANSWER.match(passage.text)
        if answer and (under if under is not None else last) is not None:
            number = under if under is not None else last
            yield from _answered(answer["text"], number or 0, passage, addressees)
            continue
        if last is not None and is_first:
            yield from _short_answer(passage, last, addressees)
            is_first = False
        elif under is not None and is_first:
            yield from _short_answer(passage, under, addressees)
            is_first = False
        if passage.place in asked or _is_elsewhere(passage):
            continue
        yield from _judging(
            passage, (stems, weights), addressees, (under, in_order.get(passage.run))
        )


def _in_order(passages: Sequence[Passage | TablePassage], count: int) -> dict[int, int]:
    """Return which question each "Bedömning" judges, where there is one for each of them."""
    runs = [
        each.run
        for each in passages
        if isinstance(each, Passage)
        and each.is_heading
        and len(each.path) > 1
        and re.match(r"(?:vår |revisionell )?bed[öo]mning$", each.text.strip(), re.IGNORECASE)
    ]
    return {run: place for place, run in enumerate(runs)} if len(runs) == count else {}


def _is_elsewhere(passage: Passage) -> bool:
    path = " / ".join(passage.path)
    return bool(_ELSEWHERE.search(path)) and not _RESULT.search(path)


def _by_number(passage: Passage, questions: Sequence[Asked]) -> int | None:
    """Return the question whose number an answer in a list bears: "2. Ja. Rapporterna …"."""
    marker = passage.marker or ""
    if not (passage.is_item and marker.isdigit() and 0 < int(marker) <= len(questions)):
        return None
    is_answer = re.search(r"\bsvar på|\bbedömning(?:ar)?\b", passage.heading, re.IGNORECASE)
    is_step = re.match(r"(?:ja|nej|delvis|i huvudsak|till viss)\b", passage.text, re.IGNORECASE)
    return int(marker) - 1 if is_answer and is_step else None


def _repeats(passage: Passage, questions: Sequence[Asked], headed: dict[int, int]) -> int | None:
    """Return which question a passage asks once more, before it is answered."""
    if "?" not in passage.text or len(passage.text) > 600 or headed:
        return None
    said = split_number(passage.text[: passage.text.rfind("?") + 1])[1]
    return _question_of(said, None, questions)


def _after_question(passage: Passage, number: int, addressees: Addressees) -> Iterator[_Judged]:
    rest = passage.text[passage.text.rfind("?") + 1 :].strip()
    if rest:
        answer = _ANSWER.match(rest)
        yield from _answered(answer["text"] if answer else rest, number, passage, addressees)


def _short_answer(passage: Passage, number: int, addressees: Addressees) -> Iterator[_Judged]:
    """Give the answer that a passage after a question begins with: "Delvis."."""
    first = next(sentences(passage.text), "")
    step = (
        graded_cell(first)
        if re.match(r"\W*(?:ja|nej|delvis|i huvudsak|till viss)\b", first, re.I)
        else None
    )
    if step is not None:
        yield _Judged(
            number,
            step.grade,
            step.words,
            passage.place,
            passage.section,
            (),
            1.05,
            run=passage.run,
        )


def _answered(
    text: str, number: int, passage: Passage, addressees: Addressees
) -> Iterator[_Judged]:
    first = next(sentences(text), text)
    step = graded_cell(first)
    if step is None:
        step = graded(_without_lead(first))
    phrase = step.words if len(first.split()) < len("abcdef") else _clause(first)
    yield _Judged(
        number,
        step.grade,
        phrase or first.strip(" ."),
        passage.place,
        passage.section,
        _subject(first, addressees),
        1.05,
        run=passage.run,
    )


def _judging(
    passage: Passage,
    known: tuple[Sequence[frozenset[str]], dict[str, float]],
    addressees: Addressees,
    chapter: tuple[int | None, int | None],
) -> Iterator[_Judged]:
    under, in_order = chapter
    path = " / ".join(passage.path)
    is_summary = _SUMMARY.search(path) is not None and under is None
    is_result = _RESULT.search(passage.heading) is not None
    for sentence in sentences(passage.text):
        if sentence.endswith(("?", ":")) or (_OVERALL.search(sentence) and not is_result):
            continue
        judges = _JUDGES.search(sentence) is not None
        if not judges and not is_result and under is None and not graded(sentence).words:
            continue
        fits = _fits(sentence, *known)
        if in_order is not None and fits[in_order]:
            fits[in_order] += IN_ORDER
        best = max(fits, default=0.0)
        if under is not None:
            fits = [fit + 0.4 if place == under else fit * 0.6 for place, fit in enumerate(fits)]
            best = max(fits, default=0.0)
        least = ENOUGH if judges else PLENTY
        if best < least:
            continue
        for number, fit in enumerate(fits):
            if fit >= least and fit >= best * NEXT_BEST:
                said = _without_lead(sentence)
                yield _Judged(
                    number,
                    graded(said).grade,
                    _clause(_without_subject(said, addressees)),
                    passage.place,
                    passage.section,
                    _subject(sentence, addressees),
                    min(0.99, fit + (0.15 if judges else 0.0)),
                    is_summary=is_summary,
                    run=passage.run,
                )


def _weights(stems: Sequence[frozenset[str]]) -> dict[str, float]:
    """Return how much each word tells one question from the others."""
    counts = Counter(stem for each in stems for stem in each)
    return {stem: 1.0 / count for stem, count in counts.items()}


def _fits(sentence: str, stems: Sequence[frozenset[str]], weights: dict[str, float]) -> list[float]:
    """Return which share of each question's words, by their weight, stands in a sentence."""
    there = content_stems(sentence)
    fits = []
    for each in stems:
        whole = sum(weights[stem] for stem in each)
        fits.append(sum(weights[stem] for stem in each & there) / whole if whole else 0.0)
    return fits


def _without_lead(sentence: str) -> str:
    match = _LEAD.match(sentence)
    return sentence[match.end() :] if match else sentence


def _clause(text: str) -> str:
    said = _CLAUSE_END.sub("", text).strip(" ,.")
    return said or text.strip(" .")


def _subject(sentence: str, addressees: Addressees) -> tuple[Committee, ...]:
    """Return the committees that a judging clause is said of; none where it is said of all."""
    said = _without_lead(sentence)
    end = _subject_end(said, addressees)
    if end == 0:
        return ()
    whom = addressees.spoken_to(said[:end])
    found = whom.committees if whom else ()
    if {each.id for each in found} >= {each.id for each in addressees.reviewed}:
        return ()
    return found


def _without_subject(said: str, addressees: Addressees) -> str:
    return said[_subject_end(said, addressees) :].strip(" ,")


def _subject_end(said: str, addressees: Addressees) -> int:
    """Return where the committees end that a clause begins with; 0 where it begins otherwise."""
    end = 0
    for each in addressees.bodies.mentions(said[:400]):
        between = said[end : each.start]
        is_joined = re.fullmatch(
            r"\s*(?:,|och|samt|såväl|både|som|att|har|den|varken|eller|\s)*\s*",
            between,
            re.IGNORECASE,
        )
        if is_joined is None or each.is_genitive:
            break
        end = each.end
    rest = re.match(r"\s*(?:,|och|samt)\s+(?:övriga\s+|de\s+)?nämnderna\b", said[end:])
    if end and rest:
        return end + rest.end()
    return end


# ---- the whole -----------------------------------------------------------------------------------


def overall_in(
    passages: Sequence[Passage | TablePassage], addressees: Addressees
) -> ProposedAssessment | None:
    """Return the overall assessment; None where the paper gives none."""
    found: list[tuple[int, int, ProposedAssessment]] = []
    for number, passage in enumerate(passages):
        if not isinstance(passage, Passage) or passage.is_heading:
            continue
        is_place = _SUMMARY.search(" / ".join(passage.path)) is not None
        for sentence in sentences(passage.text):
            rank = _overall_rank(sentence, is_place=is_place)
            if rank is None or sentence.endswith(":"):
                continue
            said = _without_lead(sentence)
            phrase = _clause(_without_subject(said, addressees))
            step = graded(said)
            made = ProposedAssessment(
                step.grade,
                phrase,
                passage.place,
                passage.section,
                confidence=0.9 if rank == 0 else 0.7,
            )
            found.append((rank, number, made))
    return min(found, key=lambda each: each[:2])[2] if found else None


def _overall_rank(sentence: str, *, is_place: bool) -> int | None:
    """Return how surely a sentence gives the overall assessment, 0 first; None where it is none."""
    if not _BEDOM.search(sentence) or sentence.endswith("?"):
        return None
    lead = sentence[: _LEAD.match(sentence).end()] if _LEAD.match(sentence) else ""  # type: ignore[union-attr]
    if lead and _OVERALL.search(lead):
        return 0
    if _OVERALL.search(sentence) and not lead:
        return 1
    if lead and _OF_PURPOSE.search(lead):
        return 2
    return 3 if is_place and lead else None

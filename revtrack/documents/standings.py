"""Where a recommendation stands, for those outside: a promise is not told as going on."""

from datetime import date

from revtrack.documents import answers, phrases
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Position, RecommendationKind, Standing
from revtrack.domain.days.dates import last_day
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.outcome.promised import latest_word, promises_of
from revtrack.domain.outcome.standings import is_answered_question, is_only_promised
from revtrack.domain.replies.progress import planned_completion
from revtrack.wording.labels import swedish_label
from revtrack.wording.words import coarse_in_words

PROMISED = "Åtgärd utlovad"
ANSWERED = "Besvarad"
NOT_OF_QUESTIONS = "Gäller inte frågor"


def is_question(line: AddresseeLine) -> bool:
    """Tell whether the auditors asked something, and recommended nothing."""
    return line.recommendation.kind is RecommendationKind.QUESTION


def is_answered(line: AddresseeLine) -> bool:
    """Tell whether somebody has read in the reply what it says of this."""
    return line.position not in {None, Position.NOT_ADDRESSED}


def standing_word(line: AddresseeLine) -> str:
    """Return where it stands in a word or two; "pågår" only where the committee has said so."""
    if is_answered_question(line):
        return ANSWERED
    return PROMISED if is_only_promised(line) else swedish_label(line.standing)


def standing_of(line: AddresseeLine) -> str:
    """Return where it stands as it is counted: a standing, or that it is only promised."""
    return PROMISED if is_only_promised(line) else line.standing


def standing_title(standing: str) -> str:
    """Return what a standing, or a promise, is called."""
    return swedish_label(standing) if isinstance(standing, Standing) else standing


def standing_text(case: AuditCase, line: AddresseeLine, today: date) -> str:
    """Return where it stands, and of a promise its day and whether that has passed unreported."""
    word, days = standing_word(line), [each.due for each in promises_of(case, line)]
    last = planned_completion(days)
    if line.standing is not Standing.ACTING or last is None or is_question(line):
        return word
    by = f"klar {'' if last.startswith('inför') else 'senast '}{_day(last)}"
    if not is_only_promised(line):
        return f"{word}; skulle ha varit {by}" if last_day(last) < today else word
    late = [each for each in days if last_day(each) < today]
    if not late:
        return f"{word}, {by}"
    part = "" if last in late else "delvis "
    as_done = " som klar" if latest_word(case, line) else ""
    return f"{word}, {by}; {part}inte redovisad{as_done}"


def _day(coarse: str) -> str:
    return coarse if answers.is_exact(coarse) else coarse_in_words(coarse)


def due_text(line: AddresseeLine) -> str:
    """Return by when all of it is to be done, as exactly as stated."""
    day = planned_completion([*(each.due for each in line.actions), line.addressee.due])
    return answers.due_in_cell(day) if day else phrases.NONE_GIVEN

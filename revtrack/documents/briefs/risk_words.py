"""What remains of one audit in one committee, in a sentence for each thing worth weighing."""

import re
from collections.abc import Sequence

from revtrack.documents import answers, phrases
from revtrack.documents.briefs.gaps import gaps
from revtrack.documents.briefs.held import (
    Held,
    Promised,
    Town,
    counted,
    ids,
    is_newest,
    numbers,
)
from revtrack.domain.codes import Progress, ReplyState
from revtrack.domain.names.recipients import general_word
from revtrack.wording.words import capitalise_first

_OF_SEVERAL = re.compile(r"(genomförd|aktuell|återöppnad)\b")
"""The words of a verdict that have a form of their own for several."""


def area_in_words(
    town: Town, held: Sequence[Held], late: Sequence[Promised], remaining: Sequence[Held]
) -> str:
    """Return what remains of an audit in a committee: how much, how old, and why it matters."""
    case = held[0].case
    area = capitalise_first(phrases.area(case.audit.title) or case.audit.title)
    day = case.audit.handed_over_on
    since = f", överlämnad {day.isoformat()}" if day else ""
    told = [
        f"{area} ({phrases.unbroken(case.audit.reference)}{since}): {counted(held)}",
        _remaining(remaining),
        *_late(late),
        *_silent(town, held),
        *_said(held, remaining),
        _repeated(town, held),
    ]
    return " ".join(f"{each}." for each in told if each)


def _remaining(held: Sequence[Held]) -> str:
    found: dict[str, list[Held]] = {}
    for each in held:
        if each.line.verdict:
            found.setdefault(answers.verdict_text(each.line).lower(), []).append(each)
    judged = "; ".join(
        f"{numbers(those)} {_agreeing(word, those)}" for word, those in found.items()
    )
    return f"Vid uppföljning bedömt: {judged}" if judged else ""


def _agreeing(word: str, held: Sequence[Held]) -> str:
    """Return a verdict as it is said of these: "R1 och R2 delvis genomförda"."""
    return _OF_SEVERAL.sub(r"\1a", word) if _are_several(held) else word


def _are_several(held: Sequence[Held]) -> bool:
    return len({each.number for each in held}) > 1


def _late(late: Sequence[Promised]) -> list[str]:
    found: dict[tuple[str, bool], list[Held]] = {}
    for each in late:
        word = each.word if is_newest(each.held, each.word) else None
        is_begun = word is not None and word.progress is Progress.UNDER_WAY
        found.setdefault((each.due, is_begun), []).append(each.held)
    told = []
    for (due, is_begun), those in found.items():
        action, done = ("Åtgärderna", "klara") if _are_several(those) else ("Åtgärden", "klar")
        time = phrases.done_by(due).removeprefix("klart ")
        body = general_word([those[0].committee])
        begun = f" men pågår enligt {body}" if is_begun else ""
        told.append(f"{action} för {numbers(those)} skulle ha varit {done} {time}{begun}")
    return told


def _silent(town: Town, held: Sequence[Held]) -> list[str]:
    """Return that the reply is late, never came, or is awaited; nothing where none was asked."""
    silent = [each for each in held if each.line.response is None]
    replies = {(each.case.audit.id, each.reply.committee.id): each.reply for each in town.replies}
    reply = replies.get((held[0].case.audit.id, held[0].line.committee.id))
    if not silent or reply is None:
        return []
    if reply.state is ReplyState.NO_REPLY:
        return [f"Svar på {numbers(silent)} uteblev"]
    if reply.is_late and reply.due_on:
        return [f"Svar på {numbers(silent)} önskades senast {phrases.the_day(reply.due_on)}"]
    return [f"Svar på {numbers(silent)} inväntas"] if reply.is_open else []


def _said(held: Sequence[Held], remaining: Sequence[Held]) -> list[str]:
    """Return what the replies leave unsaid of what no follow-up has found to remain."""
    told = ids(remaining)
    gap = gaps(each for each in held if each.line.addressee.id not in told)
    body = capitalise_first(general_word([held[0].committee]))
    return [
        words.format(numbers(those))
        for words, those in (
            ("Svaret tar inte upp {}", gap.unanswered),
            ("Ställningstagandet till {} är oklart", gap.unclear),
            (f"{body} avvisar eller åtgärdar inte {{}}", gap.refused),
            ("Ingen åtgärd anges för {}", gap.without_action),
            ("Ingen tidpunkt anges för {}", gap.without_day),
        )
        if those
    ]


def _repeated(town: Town, held: Sequence[Held]) -> str:
    repeated = [each for each in held if each.line.recommendation.id in town.repeating]
    if not repeated:
        return ""
    return f"{numbers(repeated)} har lämnats även tidigare"

"""The opening of a response summary: who has not answered what, and how the answers fall out."""

from collections import Counter
from collections.abc import Sequence

from revtrack.documents import answers, phrases
from revtrack.documents.office.blocks import Block, Column, Heading, Paragraph, Table, bullets
from revtrack.documents.tables.response_facts import Summed
from revtrack.domain.codes import CommitteeKind, Position, ReplyState
from revtrack.domain.follow_up import AddresseeLine, ReplyLine
from revtrack.domain.names.recipients import join_names
from revtrack.wording.words import capitalise_first

Blocks = tuple[Block, ...]


def summary(summed: Summed) -> Blocks:
    """Return how many have answered, what is to be noticed, and how the answers fall out."""
    blocks: list[Block] = [Heading("Sammanfattning", 2), Paragraph(_how_many(summed))]
    for opening, texts in _remarks(summed):
        blocks += [Paragraph(opening), *bullets(texts)]
    return (*blocks, *_counts(summed))


def summary_lines(summed: Summed) -> list[str]:
    """Return the summary as lines of a sheet."""
    remarks = [text for opening, texts in _remarks(summed) for text in (opening, *texts)]
    return [_how_many(summed), *remarks]


def _how_many(summed: Summed) -> str:
    asked = [reply for reply in summed.replies if reply.reply_case.due_on]
    if not asked:
        return (
            "Inget yttrande har begärts."
            if summed.case.is_handed_over
            else ("Yttrande har ännu inte begärts.")
        )
    answered = [reply for reply in asked if _has_come(reply)]
    waiting = [reply for reply in asked if not _has_come(reply)]
    total, came, missing = phrases.counts(len(asked), len(answered), len(asked) - len(answered))
    yet = "" if any(reply.is_late or not reply.is_open for reply in waiting) else "ännu "
    whom = _bodies(asked)
    if len(asked) == 1:
        did = "Svar har kommit in." if answered else f"Svar har {yet}inte kommit in."
        return f"Yttrande har begärts från {asked[0].committee.name}. {did}"
    first = f"Yttrande har begärts från {total} {whom}."
    if len(answered) == len(asked):
        return f"{first} Alla har svarat."
    if not answered:
        return f"{first} Ingen har {yet}svarat."
    return f"{first} {capitalise_first(came)} har svarat och {missing} har {yet}inte svarat."


def _bodies(replies: Sequence[ReplyLine]) -> str:
    kinds = {reply.committee.kind for reply in replies}
    return "nämnder" if kinds == {CommitteeKind.COMMITTEE} else "mottagare"


def _has_come(reply: ReplyLine) -> bool:
    return reply.has_come


def _remarks(summed: Summed) -> list[tuple[str, list[str]]]:
    """Return what is to be noticed: an opening, and the texts of the list under it."""
    found = [
        (
            "Svar som saknas:",
            [_missing(each) for each in summed.replies if _is_missing(each) and not _is_due(each)],
        ),
        ("Svar som inväntas:", [_missing(each) for each in summed.replies if _is_due(each)]),
        (
            "Svar som har kommit in för sent:",
            [_came_late(each) for each in summed.replies if _has_come(each) and each.days_late],
        ),
        ("Okänt om i tid:", _unknown(summed)),
        (
            "Kompletteringar som inväntas:",
            [_awaited_supplement(each) for each in summed.replies if each.supplement_due_on],
        ),
        (
            f"{capitalise_first(summed.term.several)} som inte besvaras:",
            _numbered(summed, Position.NOT_ADDRESSED, "besvaras inte av"),
        ),
        ("Oklara svar:", _numbered(summed, Position.UNCLEAR, "från")),
        ("Svar som ännu inte har gåtts igenom:", _numbered(summed, None, "från")),
        (
            "Svar med förbehåll:",
            [
                f"{phrases.capital_name(each.committee)}: {each.decision.conditions}"
                for each in summed.replies
                if each.decision and each.decision.conditions
            ],
        ),
    ]
    return [(opening, texts) for opening, texts in found if texts]


def _numbered(summed: Summed, position: Position | None, told: str) -> list[str]:
    """Return the numbers with this position, or without one, each with its committees."""
    found = summed.with_position(position).items()
    return [f"{number} {told} {_committees(lines)}" for number, lines in found]


def _committees(lines: Sequence[AddresseeLine]) -> str:
    return join_names(line.committee.name for line in lines)


def _is_missing(reply: ReplyLine) -> bool:
    return reply.is_open or reply.state is ReplyState.NO_REPLY


def _is_due(reply: ReplyLine) -> bool:
    """Tell whether a reply is awaited whose day has not passed."""
    return reply.is_open and not reply.is_late


def _missing(reply: ReplyLine) -> str:
    name = phrases.capital_name(reply.committee)
    if reply.due_on is None or reply.state is ReplyState.NO_REPLY:
        return f"{name}: svar uteblev"
    adopted = "beslutat men inte inkommet, " if reply.state is ReplyState.ADOPTED else ""
    extended = " (förlängt)" if reply.extended_to else ""
    day = phrases.the_day(reply.due_on)
    if reply.is_late:
        ago = answers.days_in_words(reply)
        return f"{name}: {adopted}svar önskades senast {day}{extended}, för {ago} sedan"
    return f"{name}: {adopted}svar önskas senast {day}{extended}"


def _awaited_supplement(reply: ReplyLine) -> str:
    name = phrases.capital_name(reply.committee)
    day = phrases.the_day(reply.supplement_due_on) if reply.supplement_due_on else ""
    if not reply.is_supplement_late:
        return f"{name}: komplettering önskas senast {day}"
    days = reply.supplement_days_late or 0
    ago = f"{phrases.counts(days)[0]} {'dag' if days == 1 else 'dagar'}"
    return f"{name}: komplettering önskades senast {day}, för {ago} sedan"


def _came_late(reply: ReplyLine) -> str:
    name = phrases.capital_name(reply.committee)
    day = answers.counted_day(reply)
    due = phrases.the_day(reply.due_on) if reply.due_on else ""
    extended = " (förlängt)" if reply.extended_to else ""
    came = f"svarade {phrases.the_day(day)}, " if day else ""
    late = f"{answers.days_in_words(reply)} för sent"
    return f"{name}: {came}{late}; svar önskades senast {due}{extended}"


def _unknown(summed: Summed) -> list[str]:
    unknown = [
        reply for reply in summed.replies if reply.reply_case.due_on and reply.is_time_unknown
    ]
    if not unknown:
        return []
    which = "svaret" if len(unknown) == 1 else "svaren"
    named = join_names(reply.committee.name for reply in unknown)
    return [f"{capitalise_first(which)} från {named}; dagen framgår inte av {_paper(len(unknown))}"]


def _paper(count: int) -> str:
    return "handlingen" if count == 1 else "handlingarna"


def _counts(summed: Summed) -> Blocks:
    if not summed.lines:
        return (Paragraph("Missivet innehåller inga rekommendationer."),)
    stances = Counter(
        answers.stance_or_state(summed.case, line, summed.reply_of(line)) for line in summed.lines
    )
    chosen = {line.recommendation.id: line.recommendation for line in summed.lines}
    rows = [(stance, str(count)) for stance, count in stances.most_common()]
    rows.append(("Summa", str(len(summed.lines))))
    letter = "Missivet" if summed.case.is_handed_over else "Utkastet till missiv"
    sentences = [f"{letter} innehåller {phrases.counted(chosen.values())}."]
    if len(summed.lines) != len(chosen):
        pairs = phrases.counts(len(summed.lines))[0]
        sentences.append(f"Räknat per mottagare är de {pairs}.")
    return (
        Paragraph(" ".join(sentences)),
        Table(
            "Ställningstaganden",
            "En rad per slag av ställningstagande, räknat per mottagare, vanligast först. "
            "Sist en summarad.",
            (Column("Ställningstagande", 110, "stallningstagande"), Column("Antal", 25, "antal")),
            rows,
            has_total=True,
            stays_together=True,
        ),
    )

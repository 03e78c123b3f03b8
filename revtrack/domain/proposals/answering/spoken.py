"""What a reply itself says, without its head, its decision, motions and lists of recipients."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from revtrack.domain.proposals.answering.reply_words import EMPTY_FIELD, FILLS_IN, SAYS_ANSWER
from revtrack.domain.proposals.papers.minutes import (
    is_decision_heading,
    is_heading,
    is_letterhead,
    is_proposal_heading,
    is_sent_label,
    is_short,
    matter_of,
)
from revtrack.domain.proposals.replying.decided_part import begins_reply
from revtrack.domain.texts.numerals import ORDINALS
from revtrack.domain.texts.paper import Line, LineKind, Paper, Place, Row, Table

_NOT_SAID = re.compile(
    r"^(?:yrkande\w*|reservation\w*|beslutsgång\w*|propositionsordning\w*|beslutsunderlag"
    r"|underlag för beslut(?:et)?"
    r"|underlag(?: för beslut(?:et)?)?|protokollsanteckning\w*|deltar inte.*|jäv|votering\w*"
    r"|omröstning\w*|ajournering\w*|särskilt yttrande|bilag\w*|handlingar(?: i ärendet)?"
    r"|förslag (?:till beslut )?på sammanträdet|ekonomiska konsekvenser|justering"
    r"|tidigare (?:behandling|beredning|handläggning)(?:en)?(?: av ärendet| i ärendet)?"
    r"|överläggning\w*|samverkan|samråd|finansiering|ekonomi|barn(?:ets|perspektiv|rätt"
    r"|konsekvens).*|jämställdhet.*|konsekvens.*|juridi.*|patientsäkerhet.*|miljökonsekvens.*"
    r"|förslag till beslut.*|.*skickas till.*|expedieras.*|expediering.*)\s*:?$",
    re.IGNORECASE,
)

_BEGINS_REPLY = re.compile(
    r"^(?:[\w,-]+(?: och)? ){0,5}?(?:förslag till )?(?:svar|yttrande|synpunkter|kommentarer"
    r"|ställningstagande)\b(?!.*\b(?:granskning|revisionsrapport|rapport)\b)",
    re.IGNORECASE,
)

_SAYS_THAT_IT_BEGINS = re.compile(
    r"^(?!.*beslut)(?=.{0,140}$)[^.]*\b(?:svarar|svar(?:et)?|yttrar sig|yttrande(?:t)?|synpunkter"
    r"|kommentarer)\b[^.]*"
    r"\b(?:följande|som följer|enligt nedan|nedan)\b[^.]*[.:]?$",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(
    r"\b(?:enligt (?:följande|nedan)|nedanstående|följande (?:svar|yttrande)|som följer"
    r"|anges nedan)\b",
    re.IGNORECASE,
)
"""Words of a decision whose text is the reply itself."""
_ORDERS = re.compile(
    r"^(?:[\w,-]+ ){1,5}?(?:beslutar|beslutade)(?: \w+)? att\b(?=.*\b(?:uppdra|i uppdrag)\b)"
    r".*?\batt\b.*\batt\b",
    re.IGNORECASE | re.DOTALL,
)
"""A line that tells of a decision with several orders, wherever it stands."""
_OTHERS_WORDS = re.compile(
    r"(?<!-)\b(?:förslag|tjänste|bakom)\w*\b(?! revis)[^.]{0,60}"
    r"\b(?:svar|yttrande|skrivelse|kommentar|synpunkt)"
    r"|\b(?:bakom|antar|godkänn\w*|anta) (?:[\w-]+ ){0,4}(?:svar|yttrande|skrivelse|kommentar)",
    re.IGNORECASE,
)
"""Words of a decision that says what somebody has written is the reply."""
_ANSWER_BEGINS = re.compile(
    r"\s(?=(?:[\w-]+s|vårt|våra) (?:svar|yttrande|kommentar\w*|åtgärd\w*|ställningstagande)\s*:)"
    r"|(?<=[.!?”\"])\s(?=(?:svar|yttrande|ställningstagande)\s*:\s)"
    r"|(?<=[.!?:”\"])\s(?=(?:(?:svar|kommentar|åtgärd)(?:en)? (?:på|till|för|avseende) )?(?:den )?"
    r"(?:(?:rekommendation(?:en)?|punkt(?:en)?) (?:nr |nummer )?R?\d{1,2}\s*[.:)–-]"
    rf"|(?:{'|'.join(ORDINALS)}) (?:punkten|rekommendationen)\s*:))"
    r"|(?<=[,;])\s(?=(?:samt |och )?att (?:[\w-]*(?:nämnden|styrelsen|bolaget|direktionen"
    r"|förbundet)|vi) (?:(?:inte|delvis|även|också) )?(?:instämmer|delar|avser|anser|ser|avvisar"
    r"|avstyrker|tillstyrker|kommer|håller|ställer)\b)",
    re.IGNORECASE,
)
"""Where the answer begins on the line of what is answered: "… Nämndens svar: …"."""
_BULLET = re.compile(r"^[–•*-]\s+(?=(?:punkt|rekommendation|rek|R)\w*\.?\s?\d)", re.IGNORECASE)
"""A bullet before the number of what a line answers: "– Punkt 2: Ja"."""
_TYPED = re.compile(
    r"^\s*(?P<marker>\(?\d{1,2}[.):]|\d{1,2}(?=\s[–-]\s+(?-i:[A-ZÅÄÖ]))|[a-zåäö]\)"
    r"|\d{1,2}(?=\s(?-i:Vi|Ja|Nej|Instämmer|Delvis|Håller|Delar|Bolaget|Direktionen|Förbundet"
    r"|[A-ZÅÄÖ][\w-]*(?:ämnden|tyrelsen))\b))"
    r"(?:\s[–-])?\s+(?=\S)",
    re.IGNORECASE,
)
_PROPOSED = re.compile(r"^förslag till beslut\b", re.IGNORECASE)
_IS_SAID = re.compile(r"[^\W_]")
"""A sign of a marker that is a number or a letter, and no bullet."""


_ASKED_IN_FORM = re.compile(
    r"^(?:(?:delar|instämmer|håller|accepterar|godtar|stöder)\b[^.?]{3,80}"
    r"|(?:vilken|vilka|vad)\b[^.?]{0,60}\båtgärd[^.?]{0,60})\?\s+(?=\S)",
    re.IGNORECASE,
)
"""A question of a form before what is filled in: "Delar nämnden bedömningen? Nej"."""
_ASKED_WHEN = re.compile(r"^(?:till )?när\b[^.?]{3,60}\?\s+(?=\S)", re.IGNORECASE)


@dataclass(frozen=True)
class Spoken:
    """A line, or a row of a table, in which a reply speaks."""

    text: str
    place: Place
    is_heading: bool = False
    is_item: bool = False
    marker: str | None = None
    """The number or letter that a line begins with, small: "1", "a"."""
    cells: tuple[str, ...] = ()
    """Of a row."""
    is_background: bool = False
    """Whether it stands before the part in which the reply is given."""


def spoken_in(paper: Paper) -> tuple[Spoken, ...]:
    """Return what a reply says, line by line."""
    said = tuple(_spoken(paper))
    begins = next((n for n, each in enumerate(said) if _begins_reply(each)), 0)
    return (*(replace(each, is_background=True) for each in said[:begins]), *said[begins:])


def _begins_reply(each: Spoken) -> bool:
    """Tell whether a heading, or a line that says so, begins the reply itself."""
    if each.is_heading:
        return _BEGINS_REPLY.match(each.text) is not None
    return not each.cells and _SAYS_THAT_IT_BEGINS.match(each.text) is not None


def _spoken(paper: Paper) -> Iterator[Spoken]:
    is_said, is_decided, is_sent, above = True, False, False, ""
    for block in paper.blocks:
        if isinstance(block, Table):
            yield from _framed(block) if _is_frame(block) else (_row(row) for row in block.rows)
            continue
        if _is_no_text(block):
            continue
        if is_sent_label(block):
            is_said, is_decided, is_sent = False, False, True
            continue
        is_field = FILLS_IN.match(block.text) or SAYS_ANSWER.match(block.text)
        if not is_field and (is_heading(block) or is_decision_heading(block)):
            is_said = not _is_not_said(block)
            is_decided = is_decision_heading(block) or is_proposal_heading(block)
            is_decided = is_decided or _PROPOSED.match(block.text) is not None
            is_sent, above = is_sent_label(block), ""
            if is_said:
                yield Spoken(_text(block), block.place, is_heading=True)
            continue
        if (is_decided and begins_reply(block.text, above)) or (is_sent and not is_short(block)):
            is_said, is_decided, is_sent = True, False, False
        above = block.text
        if is_decided and _FOLLOWS.search(block.text):
            is_said, is_decided = True, False
        elif is_said and (is_field or not (is_letterhead(block) or _ORDERS.match(block.text))):
            marker = _marker(block)
            text = _BULLET.sub("", _text(block, marker))
            is_item = block.marker is not None or marker is not None
            first, *more = _ANSWER_BEGINS.split(text)
            yield Spoken(first, block.place, is_item=is_item, marker=marker)
            yield from (Spoken(each, block.place) for each in more)


def _is_frame(table: Table) -> bool:
    """Tell whether a table is but a frame around paragraphs: one cell in each row."""
    return all(sum(not each.is_merged for each in row.cells) == 1 for row in table.rows)


def _framed(table: Table) -> Iterator[Spoken]:
    """Give the paragraphs in a frame."""
    for row in table.rows:
        said = (line for cell in row.cells if not cell.is_merged for line in cell.text.split("\n"))
        for text in (one for line in said for one in _ANSWER_BEGINS.split(" ".join(line.split()))):
            yield Spoken(text, row.place)


def _is_no_text(line: Line) -> bool:
    """Tell whether a line is of the contents, a footnote, the § of a matter or an empty field."""
    is_aside = line.kind in {LineKind.CONTENTS, LineKind.FOOTNOTE}
    return is_aside or matter_of(line) is not None or EMPTY_FIELD.match(line.text) is not None


def decided_in(paper: Paper) -> Iterator[Spoken]:
    """Give the lines of what a paper decides, without those that adopt somebody's words."""
    is_decided, above = False, ""
    for block in paper.blocks:
        if isinstance(block, Table) or is_sent_label(block) or matter_of(block):
            is_decided = False
            continue
        if is_heading(block) or is_decision_heading(block):
            is_decided = is_decision_heading(block) and not is_proposal_heading(block)
            above = ""
            continue
        is_decided = is_decided and not begins_reply(block.text, above)
        above = block.text
        if (is_decided or _ORDERS.match(block.text)) and _OTHERS_WORDS.search(block.text) is None:
            yield Spoken(_text(block), block.place)


def _is_not_said(line: Line) -> bool:
    is_decided = is_decision_heading(line) or is_proposal_heading(line)
    return is_decided or _NOT_SAID.match(" ".join(line.text.split())) is not None


def _marker(line: Line) -> str | None:
    """Return the number or letter that a line begins with; None where it begins with none."""
    typed = _TYPED.match(line.text)
    own = line.marker if line.marker and (_IS_SAID.search(line.marker) or not typed) else None
    said = (own or (typed["marker"] if typed else "")).strip(" .):(").casefold()
    return said if re.fullmatch(r"\d{1,2}|[a-zåäö]", said) else None


def _text(line: Line, marker: str | None = None) -> str:
    text = _ASKED_WHEN.sub("Klart: ", _ASKED_IN_FORM.sub("", " ".join(line.text.split())))
    if marker and not (line.marker and _IS_SAID.search(line.marker)):
        text = _TYPED.sub("", text)
    return f"{line.marker} {text}" if line.marker and _is_number(line.marker) else text


def _is_number(marker: str) -> bool:
    """Tell whether a marker is one that a person reads, as "R2"; a list's own number is not."""
    return re.fullmatch(r"R\d{1,2}[.:]?", marker) is not None


def _row(row: Row) -> Spoken:
    cells = tuple(
        " ".join(each.text.split()) for each in row.cells if each.text and not each.is_merged
    )
    return Spoken(" | ".join(cells), row.place, cells=cells)

"""Who writes to whom, by names that stand alone in a head, and whom a paper speaks to."""

import re
from collections.abc import Sequence

from revtrack.domain.proposals.papers.front_lines import is_copy_label
from revtrack.domain.proposals.papers.minutes import is_sent_label
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.numerals import ORDINALS
from revtrack.domain.texts.paper import Line

_HEAD = 12
_FEET = 6
"""So many of the last lines tell who signs, or who gets a copy."""
_LONGEST_NAME = 60
"""Letters; what is longer and ends as a sentence is running text."""
_AUDITORS_ALONE = re.compile(
    r"^(?:(?:kommunens|stadens|regionens|förbundets|förtroendevalda|de|[A-ZÅÄÖ][\w-]+s"
    r"|[A-ZÅÄÖ][\w-]+ (?:kommuns|stads)|Region [A-ZÅÄÖ][\w-]+s) ){0,3}"
    r"(?:(?-i:[A-ZÅÄÖ][\w-]+) (?:kommun|stad), |Region (?-i:[A-ZÅÄÖ][\w-]+), )?"
    r"(?:\w*revisorerna?|revisorer|\w*revision(?:en)?)"
    r"(?:,? (?:i|för) [\w ]{3,40}|,? (?-i:[A-ZÅÄÖ][\w-]+)(?: kommun| stad)?)?"
    r"(?:[\s,]+(?:\d{4}-\d\d-\d\d|(?:dnr )?[A-ZÅÄÖ]{0,5}[\s-]?\d[\d/:.-]+))?$",
    re.IGNORECASE,
)
_SENDER = re.compile(
    r"^(?:för )?(?:[\w,&-]+\s){0,5}[\w-]*(?:nämnd(?:en)?|styrelse(?:n)?|direktion(?:en)?"
    r"|förvaltning(?:en)?|kontoret|direktör(?:en)?|chef(?:en)?|AB)"
    r"(?:(?:,| i) (?-i:[A-ZÅÄÖ][\w-]+)(?: kommun| stad)?)?$"
    r"|^(?-i:[A-ZÅÄÖ][\w-]+) (?:kommun|stad), [\w ,-]{0,40}(?:nämnd(?:en)?|styrelsen)$",
    re.IGNORECASE,
)
_BODY_FIRST = re.compile(
    r"^(?!.*\brevis)(?:(?:[A-ZÅÄÖ][\w-]+\s){1,3}(?:kommun|stad),? |Region [A-ZÅÄÖ]\w+,? )?"
    r"(?:[\w-]+,? (?:och |samt )?){0,3}[\w-]*(?:nämnd(?:en)?|styrelsen|direktionen)"
    r"(?:(?:,| i)? (?-i:[A-ZÅÄÖ][\w-]+)(?: kommun| stad)?)?(?:,? [A-ZÅÄÖ]{1,5}[\s-]?\d[\d/:.-]+)?$",
    re.IGNORECASE,
)
"""How a letterhead begins that is a body's: "Kommunstyrelsen i Ekby", "Ekby kommun, …"."""
_ABOVE = 3
_BOARD_ALONE = re.compile(
    r"^(?:styrelsen (?:för|i) [A-ZÅÄÖ].{2,60}"
    r"|(?:[\w,-]+\s(?:och\s)?){0,3}[\w-]*(?:nämnden|styrelsen|direktionen))$",
    re.IGNORECASE,
)
_SPOKEN_TO = AnyCase(
    r"\b(?:ni (?:har )?(?:(?:också|även|vidare|dessutom|under|hösten|våren|år|(?:19|20)\d\d) ){0,3}"
    r"(?:granska(?:t|de)|rekommendera(?:r|t|de)|påpeka(?:r|t|de)|uppmana(?:r|t|de)|föreslår"
    r"|föreslagit)"
    r"|(?:rekommenderar|föreslår|påpekar|uppmanar) ni"
    rf"|(?:er|ert) (?:{'|'.join((*ORDINALS, 'sista'))})"
    r" (?:rekommendation|punkt|synpunkt|förslag|råd)"
    r"|(?:tack för|läst|tagit del av) (?:er (?:\w+ )?(?:granskning|rapport|skrivelse|revision)"
    r"|ert arbete)"
    r"|era (?:rekommendationer|påpekanden|slutsatser|iakttagelser|synpunkter|förslag)"
    r"|er (?:rekommendation|granskning(?:srapport)?|revisionsrapport)|ert påpekande)\b(?! av ert)"
    r"|^(?:hej|bästa|kära)[, ]+(?:\w+ )?revis(?:orer|ion)",
)
"""How those are spoken to who have reviewed something."""
_AS_AUDITORS = re.compile(
    r"\b(?:vi|kommunrevisionen|revisorerna) (?:har|önskar|emotser|begär|ber|rekommenderar er"
    r"|vill ha)\b (?:\w+ ){0,2}?(?:granskat|svar|få svar|ert svar|era svar|yttrande|att ni)\b"
    r"|\bpå uppdrag av\b[^.]{0,40}\brevis",
    re.IGNORECASE,
)
"""What those say who review, and ask for a reply."""


def head_of(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines above the first that is running text: to whom, from whom, about what."""
    told = (n for n, line in enumerate(lines[:_HEAD]) if line.text.strip().endswith((".", ":")))
    told_long = (n for n in told if len(lines[n].text) > _LONGEST_NAME)
    return lines[: next(told_long, _HEAD)]


def is_by_auditors(lines: Sequence[Line]) -> bool:
    """Tell whether the auditors' name stands alone below the running text, as who signs.

    Those to whom a decision is sent are none who sign.
    """
    feet = lines[len(head_of(lines)) :][-_FEET:]
    if any(is_sent_label(line) or is_copy_label(line.text) for line in feet):
        return False
    return any(_AUDITORS_ALONE.match(line.text.strip()) for line in feet)


def is_for_auditors(lines: Sequence[Line]) -> bool:
    """Tell whether the auditors' name stands alone below a sender, as in the head of a letter."""
    heads = [line.text.strip() for line in head_of(lines)]
    below = next((n for n, text in enumerate(heads) if _SENDER.match(text)), len(heads))
    return any(map(_AUDITORS_ALONE.match, heads[below + 1 :]))


def is_from_body(lines: Sequence[Line]) -> bool:
    """Tell whether a paper begins with the name of a body, and no auditors' stands above it."""
    heads = [line.text.strip() for line in lines[:_ABOVE]]
    first = next((n for n, text in enumerate(heads) if _BODY_FIRST.match(text)), None)
    above = heads[:first]
    is_begun = any(map(_AUDITORS_ALONE.match, above)) or any(t.endswith((".", "!")) for t in above)
    return first is not None and not is_begun


def is_headed_by_body(headers: Sequence[str]) -> bool:
    """Tell whether the head of a page has the name of a body alone, as its letterhead."""
    parts = (each.strip() for head in headers for each in re.split(r"[\t\n|]|\s{3,}", head))
    return any(map(_BODY_FIRST.match, parts))


def names_auditors_alone(lines: Sequence[Line]) -> bool:
    """Tell whether the auditors' name stands alone in the head of a paper."""
    return any(_AUDITORS_ALONE.match(line.text.strip()) for line in head_of(lines))


def is_below_auditors(lines: Sequence[Line]) -> bool:
    """Tell whether a body's or a board's name stands alone below the auditors' own."""
    heads = [line.text.strip() for line in lines[:_HEAD]]
    sender = next(
        (n for n, text in enumerate(heads[:4]) if _AUDITORS_ALONE.match(text)), len(heads)
    )
    return any(map(_BOARD_ALONE.match, heads[sender + 1 :]))


def speaks_to_auditors(lines: Sequence[Line]) -> bool:
    """Tell whether a paper speaks to those who reviewed: "er granskning", "ni rekommenderar"."""
    is_spoken = any(_SPOKEN_TO.search(line.text) for line in lines)
    return is_spoken and not any(_AS_AUDITORS.search(line.text) for line in lines)

"""Answers to several recommendations at once: "Rekommendation 1 och 2", "Punkterna 3–5"."""

import re
from collections.abc import Iterator, Sequence

from revtrack.domain.proposals.answering.named_places import names_rest, pointed_at
from revtrack.domain.proposals.answering.pointers import Asked
from revtrack.domain.proposals.answering.reply_words import OF_SEVERAL
from revtrack.domain.proposals.answering.topics import Topics
from revtrack.domain.proposals.said.stances import position_in
from revtrack.domain.proposals.text.sentences import sentences

_JOINT = re.compile(
    r"^(?:(?:svar (?:på|till) |kommentar(?:er)? till |yttrande över |angående |beträffande )?"
    r"(?:rekommendation|punkt|rek)|(?:svar (?:på|till)|kommentar(?:er)? till))(?:en|er"
    r"|erna)?\.?\s*(?:nr\.?\s*|nummer\s*)?"
    r"(?P<numbers>R?\d{1,2}(?:\s*(?:,|och|samt|&|[–-]|till)\s*R?\d{1,2})+)"
    r"\b\s*[:.)–-]*\s*",
    re.IGNORECASE,
)
_LONGEST_LABEL = 7
"""In words, of what may stand before a text to tell what it is about."""
_OF_BOTH = 0.25
"""So much of the words of each a sentence has that speaks of two."""
_OF_EACH = 0.15
"""So much of the words of each a sentence has that speaks of all that are answered together."""
_AND = re.compile(r"\s*,\s*|\s(?:och|samt)\s")
RANGE = re.compile(r"(\d+)\s*(?:[–-]|till)\s*R?(\d+)", re.IGNORECASE)


def joint_in(text: str, asked: Sequence[Asked]) -> tuple[tuple[int, ...], str]:
    """Return which recommendations a line begins by naming together, and the text after them.

    None, and the text as it is, where it names none or one alone.
    """
    match = _JOINT.match(text)
    if match is None:
        return (), text
    named = {int(each) for each in re.findall(r"\d+", match["numbers"])}
    for first, last in RANGE.findall(match["numbers"]):
        named.update(range(int(first), int(last) + 1))
    found = tuple(
        place
        for place, each in enumerate(asked)
        if each.number.upper().lstrip("RF") in {str(one) for one in named}
    )
    return (found, text[match.end() :]) if len(found) > 1 else ((), text)


def labelled_together(
    text: str, asked: Sequence[Asked], rest: tuple[int, ...]
) -> tuple[tuple[int, ...], str]:
    """Return which a few words before a text point at together, and the text after them.

    "Övriga rekommendationer" are the ``rest``, "De två sista punkterna" are told by their places.
    """
    label, _, after = text.partition(":")
    if len(label.split()) > _LONGEST_LABEL or label.rstrip().endswith("."):
        return (), text
    is_rest = names_rest(label)
    joint = rest if is_rest else tuple(dict.fromkeys(pointed_at(label, asked)))
    return (joint, after.strip()) if len(joint) > (not is_rest) else ((), text)


def joint_by_words(label: str, topics: Topics) -> tuple[int, ...]:
    """Return which a heading names together, each by its words; none where it names one."""
    parts = _AND.split(label.strip(" :."))
    if len(parts) == 1 or len(label.split()) > _LONGEST_LABEL:
        return ()
    found = {topics.of_label(each) for each in parts}
    named = tuple(sorted(each for each in found if each is not None))
    return named if len(named) == len(parts) else ()


def shared_out(text: str, joint: Sequence[int], topics: Topics) -> Iterator[tuple[int, str]]:
    """Give the sentences of an answer to several, each with those that it speaks of.

    A sentence may speak of two of them: "besök görs och rapporter har krävts in". One that speaks
    of no certain one goes with the one before it, and at the beginning with all.
    """
    held: tuple[int, ...] = ()
    for sentence in sentences(text):
        shares = topics.shares(sentence)
        about = topics.of_sentence(sentence, is_measure=True)
        if about is not None and about in joint:
            held = (about,)
        is_of_all = OF_SEVERAL.search(sentence) and position_in(sentence) is not None
        least, most = min(shares[n] for n in joint), max(shares[n] for n in joint)
        if is_of_all or least >= max(_OF_EACH, most / 2):
            several = tuple(joint)
        else:
            several = tuple(n for n in joint if shares[n] >= _OF_BOTH)
        yield from ((number, sentence) for number in (several or held or joint))
        held = several or held

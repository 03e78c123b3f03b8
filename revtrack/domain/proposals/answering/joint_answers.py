"""Answers to several recommendations at once: "Rekommendation 1 och 2", "Punkterna 3–5"."""

import re
from collections.abc import Iterator, Sequence

from revtrack.domain.proposals.answering.pointers import Asked
from revtrack.domain.proposals.answering.topics import Topics
from revtrack.domain.proposals.text.sentences import sentences

_JOINT = re.compile(
    r"^(?:(?:svar (?:på|till) |kommentar(?:er)? till |yttrande över |angående |beträffande )?"
    r"(?:rekommendation|punkt|rek)|(?:svar (?:på|till)|kommentar(?:er)? till))(?:en|er"
    r"|erna)?\.?\s*(?:nr\.?\s*|nummer\s*)?"
    r"(?P<numbers>R?\d{1,2}(?:\s*(?:,|och|samt|&|[–-]|till)\s*R?\d{1,2})+)"
    r"\b\s*[:.)–-]*\s*",
    re.IGNORECASE,
)
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


def shared_out(text: str, joint: Sequence[int], topics: Topics) -> Iterator[tuple[int, str]]:
    """Give the sentences of an answer to several, each with those that it speaks of.

    One that speaks of no certain one goes with the one before it, and at the beginning with all.
    """
    held: int | None = None
    for sentence in sentences(text):
        about = topics.of_sentence(sentence, is_measure=True)
        held = about if about in joint else held
        yield from ((number, sentence) for number in (joint if held is None else (held,)))

"""What a sentence says of the time for a reply: that more is given, asked for or refused."""

from enum import Enum, auto

from revtrack.domain.days.written_days import DAY
from revtrack.domain.proposals.papers import more_time_words as words
from revtrack.domain.proposals.text.sentences import sentences


class Mood(Enum):
    """What a sentence says of more time for a reply."""

    NOTHING = auto()
    ASKS = auto()
    """Those whose the paper is want more time."""
    WAS_ASKED = auto()
    """It is told that somebody wanted it."""
    GIVES = auto()
    REFUSES = auto()
    FORMER = auto()
    """It tells the day that the auditors set first."""


def without_reasons(said: str) -> str:
    """Return words as long as they were, without the clauses that say why: "då ledamöter …"."""
    return words.REASON.sub(lambda match: " " * len(match[0]), said)


def parts_of(sentence: str) -> list[str]:
    """Return the parts of a sentence that may say different things: "avslås, men …"."""
    return [each for each in words.BUT.split(sentence) if each.strip()]


def may_speak_of_it(said: str) -> bool:
    """Tell whether a line has any word that more time is spoken of with."""
    shapes = (
        words.RESPITE,
        words.MOVED,
        words.THEIR_WISH,
        words.ASKED_LATER,
        words.THAT_REPLY,
        words.INSTEAD,
    )
    return any(each.search(said) is not None for each in shapes)


def speaks_of_more_time(said: str) -> bool:
    """Tell whether words are of more time for a reply."""
    if words.OTHER_MATTER.search(said) or (
        words.AUTHORITY.search(said) and not words.AUDITORS.search(said)
    ):
        return False
    return any(
        each.search(said) is not None
        for each in (words.RESPITE, words.MOVED, words.THEIR_WISH, words.ASKED_LATER)
    )


def names_reply(said: str) -> bool:
    """Tell whether words are of a reply, or of the time for one."""
    return any(each.search(said) is not None for each in (words.REPLY, words.INSTEAD, words.TILL))


def answers(said: str) -> bool:
    """Tell whether words are of the reply itself: "svaret lämnas", "yttrandet kommer"."""
    return words.REPLY.search(said) is not None


def mood_of(said: str, *, is_about: bool) -> Mood:
    """Return what a sentence says of more time; ``is_about`` where the paper has spoken of it."""
    is_time = speaks_of_more_time(said)
    consents = words.CONSENT.search(said) is not None and words.ADOPTS.search(said) is None
    if words.REFUSED.search(said) and (is_time or is_about):
        return Mood.REFUSES
    if words.IF.search(said) or (words.RULE.search(said) and not consents):
        return Mood.NOTHING
    if words.SET_FIRST.search(said) and not is_time and not consents:
        return Mood.FORMER
    if not is_time and not is_about:
        return _in_passing(said, consents=consents)
    is_reply = words.REPLY.search(said) is not None
    if words.ASKS.search(said) and (is_time or is_reply):
        return Mood.ASKS
    return _of_others(said, is_time=is_time, is_reply=is_reply, consents=consents)


def _in_passing(said: str, *, consents: bool) -> Mood:
    """Return what a sentence says that has no word of more time, in a paper on other things."""
    is_that = words.THAT_REPLY.search(said) is not None
    if is_that and words.ASKS.search(said):
        return Mood.ASKS
    is_instead = words.INSTEAD.search(said) is not None
    is_told = is_that or (is_instead and (consents or words.LETS.search(said) is not None))
    is_theirs = words.REPLY.search(said) is not None and words.AUDITORS.search(said) is not None
    return Mood.GIVES if is_told and is_theirs else Mood.NOTHING


def _of_others(said: str, *, is_time: bool, is_reply: bool, consents: bool) -> Mood:
    """Return what a sentence says that asks for nothing itself."""
    has_asked = words.HAS_ASKED.search(said) is not None
    gets = words.GETS.search(said) is not None and words.NOT_GOT.search(said) is None
    moved = words.MOVED.search(said) is not None
    lets = words.LETS.search(said) is not None and words.NOT_GOT.search(said) is None
    if consents or lets or (is_time and gets and not _is_asked_last(said)):
        return Mood.GIVES
    if has_asked:
        return Mood.WAS_ASKED if is_time or is_reply else Mood.NOTHING
    if moved:
        return Mood.GIVES
    if words.ASKED.search(said):
        return Mood.WAS_ASKED if is_time or is_reply else Mood.NOTHING
    respite = (
        words.RESPITE.search(said)
        if said.rstrip().endswith((".", ":", "!")) or DAY.search(said)
        else None
    )
    if is_time and respite and not words.LONGER.match(respite[0]):
        return Mood.GIVES
    return Mood.GIVES if is_reply and words.INSTEAD.search(said) else Mood.NOTHING


def _is_asked_last(said: str) -> bool:
    """Tell whether what is got stands before what is asked: "har fått rapporten, begärt"."""
    asked = [each.start() for each in words.HAS_ASKED.finditer(said)]
    gets = [each.start() for each in words.GETS.finditer(said)]
    return bool(asked) and max(gets) < max(asked)


def wants_more_time(text: str) -> bool:
    """Tell whether a line asks for more time for a reply of those whose the paper is."""
    return speaks_of_more_time(text) and any(
        mood_of(part, is_about=False) is Mood.ASKS and speaks_of_more_time(part)
        for sentence in sentences(text)
        for part in parts_of(sentence)
    )


def settles_more_time(text: str) -> bool:
    """Tell whether a line gives more time for a reply, or refuses it."""
    return any(
        mood_of(part, is_about=False) in {Mood.GIVES, Mood.REFUSES}
        for sentence in sentences(text)
        for part in parts_of(sentence)
    )


def gives_more_time(text: str) -> bool:
    """Tell whether a line says of those whose the paper is that they give more time."""
    return words.WE_GIVE.search(text) is not None and settles_more_time(text)

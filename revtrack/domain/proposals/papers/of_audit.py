"""Whether a paper is of an audit at all: it names auditors who examined something, or replies."""

import re
from collections.abc import Sequence

from revtrack.domain.proposals.papers.built import (
    OF_STATE,
    has_signs_of_report,
    is_built_as_audit,
)
from revtrack.domain.proposals.papers.front_lines import is_copy_label, is_mail
from revtrack.domain.proposals.papers.kind_titles import (
    ASKS_FOR_TIME,
    FOLLOW_UP,
    LIST,
    REPLY_TITLE,
    SUBJECT,
)
from revtrack.domain.proposals.papers.listings import is_only_table
from revtrack.domain.proposals.papers.minutes import is_short
from revtrack.domain.proposals.papers.reply_form import form_fields, is_form_on_advice
from revtrack.domain.proposals.papers.reply_signs import is_for_auditors, speaks_to_auditors
from revtrack.domain.proposals.papers.sign_words import (
    REPLY_AFTER,
    TELLS_LIST,
    TO_AUDITORS,
    WE_ANSWER,
    WE_THINK,
)
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.paper import Line, Paper
from revtrack.domain.texts.prose import name_key

OF_AUDIT = re.compile(
    r"\b\w*granskning(?:ens?|ar|arnas?|s\w*)?\b|\bförstudi|\bgranska(?:ts?)?\b|\brevisionsplan"
    r"|\brevisionsrapport|\brevis\w+s (?:rapport|rekommendation)",
    re.IGNORECASE,
)
AUDITORS = re.compile(
    r"\b(?:\w*revisorer(?:na|s|nas)?|\w*revisorernas|(?:kommun|stads|region|lekmanna)revis\w+"
    r"|revisionens?|revisions(?:enheten|kontoret|kansliet|byrån)\w*|revisionsplan\w*"
    r"|revisions?rapport\w*|revisionsskrivelse\w*|revisionsfrågor\w*|revisionsrekommendation\w*"
    r"|revisorskollegi\w*|revisorsgrupp\w*|revision|revisionell\w*|revisions(?:konsult|firma)\w*"
    r"|(?:kommunal(?:a)?|certifierade?) (?:kommunal)?revisor(?:er)?)\b",
    re.IGNORECASE,
)
REPLIES_TO_AUDITORS = re.compile(
    r"\b(?:svar|yttrande) till (?:[\w-]+ ){0,3}?\w*revis(?:orerna|ionen)\b"
    r"|\b(?:svar|yttrande)\b[^.]{0,60}\bfrån (?:[\w-]+ ){0,3}?\w*revis(?:orerna|ionen)\b",
    re.IGNORECASE,
)
_AUDITORS_ADVISE = re.compile(
    r"\b\w*revis(?:orerna|ionen)s?\b[^.]{0,40}\b(?:rekommender|uppmana|rekommendation|förbättring)",
    re.IGNORECASE,
)
_THEY_WISHED = re.compile(
    r"\brevis(?:orerna|ionen) (?:har )?(?:\w+ )?(?:ville|velat|vill|önska\w*|bad|bett|peka\w*"
    r"|påpeka\w*|ta(?:r|git) upp|tog upp|rekommender\w*|föreslog|föreslagit)\b"
    r"|\bni (?:har |hade )?(?:\w+ ){0,4}?(?:ville|velat|vill|önska\w*|bad|bett|peka[rt]\w*"
    r"|påpeka\w*|t(?:ar|og|agit) upp)\b (?:\w+ ){0,3}?(?:vi|oss|att|på)\b"
    r"|\bert? (?:\w+ )?(?:råd|pm|promemoria|rapport|påpekande\w*|rekommendation\w*)\b",
    re.IGNORECASE,
)
"""How a paper to auditors tells what they want to see done: "ni ville att vi skulle", "ert råd"."""
_OF_REPLY = re.compile(
    r"\b(?:svar\w*|besvar\w*|återkommer|kommentar\w*|yttrande\w*|instäm\w+|rekommend\w+|råd)\b",
    re.IGNORECASE,
)
_OF_ADVICE = AnyCase(r"^(?:[\w-]+ ){0,3}\w*rekommendationer\b")
"""A line at the top that is about recommendations: "Lägesbild rekommendationer, mars 2024"."""
FROM_AUDITORS_ALONE = re.compile(
    r"^(?:från:? )?(?:(?:kommunens|stadens|regionens|förbundets|förtroendevalda) "
    r"|[\w-]+ (?:kommun|stad), ?|region [\w-]+, ?)?"
    r"(?:\w*revisorerna?|revisorer|\w*revisionen|revisions(?:kontoret|enheten|byrån|kansliet))"
    r"(?:,? (?:i|för) (?:[\w&-]+ ){0,3}(?:ab|kommun|stad|bolag|kommunalförbund|\w*förbundet)"
    r"|, [\w-]+ (?:kommun|stad)"
    r"| i? ?(?!(?:\w+erar|föreslår|anser|menar|skriver|bedömer)$)[\w-]+(?: kommun| stad)?)?$"
)
"""A line that names the auditors and nothing else, as a letterhead does."""
_WE_REVIEWED = re.compile(
    r"\b(?:vi (?:\w+ )?granska(?:de|t)|granskade (?:vi|revis\w+))\b|,\s(?:\w+ )?revisor$",
    re.IGNORECASE | re.MULTILINE,
)
"""What auditors say of themselves, or sign as."""
_RECOMMENDED = re.compile(r"rekommendation", re.IGNORECASE)
_OURS = re.compile(r"\b(?:vi|vår|vårt|våra|oss)\b", re.IGNORECASE)
_ADVISES = re.compile(
    r"\brekommendation|\b(?:förslagen|synpunkterna|punkterna) i ert?\b|\bera? (?:\w+ )?punkter\b"
    r"|\brevis\w+s (?:förslag|synpunkt|påpekande)"
    r"|\b(?:revis\w+|vi) rekommenderar (?:[\w,-]+ ){0,5}att\b",
    re.IGNORECASE,
)
_BY_AUDITORS = re.compile(
    r"\bvi (?:\w+ )?(?:förtroendevalda )?revisorer\b|,\s(?:för|på) \w*revisorerna(?:s vägnar)?$"
    r"|\b(?:för|på) (?:kommunens |stadens |regionens )?revisorernas? vägnar\b",
    re.IGNORECASE | re.MULTILINE,
)
"""How auditors speak of themselves, or sign."""
_ASKED_OF = re.compile(r"^\w*(?:nämnden|styrelsen|bolaget) bör\b", re.IGNORECASE | re.MULTILINE)
"""How a line begins that says what a committee was asked to do."""
_ANSWERS = re.compile(rf"{WE_ANSWER.pattern}|^instämmer\b", re.IGNORECASE)
_REVIEW = re.compile(r"\b\w*granskning(?:en|ens|ar|arna|s\w*)?\b", re.IGNORECASE)
_OF_AUTHORITY = re.compile(
    rf"{OF_STATE.pattern}|detaljplan|översiktsplan|\bsamråd|\bbetänkande"
    r"|\bremiss(?! från [^.]{0,40}revis)|\bmotion\b",
    re.IGNORECASE,
)
"""What a head names where a review is the state's, or a plan is open to be looked at."""
_EXPLAINS = re.compile(r"\b(?:förklaring|yttrande|svar)\b[^.]{0,50}\banmärkning", re.IGNORECASE)
"""A committee's explanation that a council asks for where auditors remark on its year."""
_BODY = re.compile(r"\b\w*(?:nämnden|styrelsen|direktionen)\b", re.IGNORECASE)
_ANSWERS_MAIL = re.compile(r"^(?:ämne|rubrik|subject)\s*:\s*(?:sv|svar|re)\b", re.IGNORECASE)
SENDER = 6
_HEAD = 12
"""So many lines tell who writes to whom, about what."""
_ONLY_SOME = 4_000
"""So many signs from the beginning and the end are searched for what is no paper of an audit."""


def is_of_audit(lines: Sequence[Line], paper: Paper) -> bool:
    """Tell whether a paper is of auditors who have examined something."""
    return names_audit(lines, paper) or has_signs_of_report(lines)


def names_audit(lines: Sequence[Line], paper: Paper) -> bool:
    """Tell whether a paper is of auditors who have examined something, by what it names."""
    text = "\n".join(line.text for line in lines)
    whole = ends("\n".join((*paper.headers, text)))
    is_auditors = AUDITORS.search(whole) is not None
    is_form = is_form_on_advice(lines)
    is_own = _is_own_list(lines)
    heads = (name_key(line.text.partition(". ")[0]) for line in lines[:SENDER])
    is_theirs = any(map(FROM_AUDITORS_ALONE.match, heads))
    follows_up = _follows_up(lines, whole)
    is_review = (
        is_theirs
        or is_own
        or _is_list_of_auditors(lines, paper)
        or follows_up
        or OF_AUDIT.search(ends(text)) is not None
        or _is_reply_to_auditors(lines)
        or (is_form and is_auditors)
    )
    is_named = is_auditors or speaks_to_auditors(lines) or bool(form_fields(paper))
    return (
        (is_review and (is_named or is_form or is_own))
        or (follows_up and _WE_REVIEWED.search(whole) is not None)
        or _replies_on_advice(lines, whole)
        or _lists_advice(lines, whole)
        or _writes_to_auditors(lines)
        or (_BY_AUDITORS.search(whole) is not None and _ADVISES.search(whole) is not None)
        or is_built_as_audit(lines)
    )


def ends(text: str) -> str:
    """Return the beginning and the end of a long text."""
    if len(text) <= 2 * _ONLY_SOME:
        return text
    return text[:_ONLY_SOME] + "\n" + text[-_ONLY_SOME:]


def _is_reply_to_auditors(lines: Sequence[Line]) -> bool:
    """Tell whether a paper is to auditors, and is a reply, asks for time or speaks to them."""
    first = [line.text.strip() for line in lines[:_HEAD] if is_short(line)]
    asks = any(ASKS_FOR_TIME.search(line.text) for line in lines)
    replies = asks or any(map(REPLY_TITLE.match, first))
    is_told = any(_AUDITORS_ADVISE.search(line.text) for line in lines)
    is_told = is_told or any(WE_THINK.search(line.text) for line in lines)
    is_titled = is_told and any(REPLIES_TO_AUDITORS.search(text) for text in first)
    return (
        is_titled or (replies and any(map(TO_AUDITORS.match, first))) or speaks_to_auditors(lines)
    )


def _writes_to_auditors(lines: Sequence[Line]) -> bool:
    """Tell whether a paper is put to auditors and tells what they want to see done."""
    heads = [line.text.strip() for line in lines[:_HEAD] if is_short(line)]
    is_put = any(map(TO_AUDITORS.match, heads)) or is_for_auditors(lines)
    is_told = any(_THEY_WISHED.search(line.text) for line in lines)
    return is_put and is_told and any(_OF_REPLY.search(line.text) for line in lines)


def _replies_on_advice(lines: Sequence[Line], whole: str) -> bool:
    """Tell whether a paper is by its head a reply, and goes through what a review recommended.

    Neither the state's reviews nor plans that are open to be looked at are meant. An e-mail may
    have no more of a title than that it answers the auditors' own.
    """
    heads = [line.text.strip() for line in lines[:_HEAD] if is_short(line)]
    titles = [SUBJECT.sub("", each) for each in heads]
    titles = [each for each in titles if REPLY_TITLE.search(each) or REPLY_AFTER.search(each)]
    is_on_review = _REVIEW.search(whole) is not None or AUDITORS.search(whole) is not None
    is_mail_back = is_mail(lines) and any(map(_ANSWERS_MAIL.match, heads))
    is_mail_back = is_mail_back and any(
        TO_AUDITORS.match(each) or (is_copy_label(each) and AUDITORS.search(each)) for each in heads
    )
    is_named = any(_REVIEW.search(each) or AUDITORS.search(each) for each in titles)
    is_answered = is_named and any(_ANSWERS.search(line.text) for line in lines)
    is_reply = is_mail_back or (bool(titles) and is_on_review)
    is_on_advice = is_reply and _ADVISES.search(whole) is not None
    is_explained = any(_EXPLAINS.search(each) for each in heads)
    is_reply = is_on_advice or is_answered or is_explained
    return is_reply and not any(map(_OF_AUTHORITY.search, heads))


def _is_list_of_auditors(lines: Sequence[Line], paper: Paper) -> bool:
    """Tell whether a paper of the auditors calls itself a list of what they have recommended."""
    heads = [*(line.text for line in lines[:8]), *(each.text for each in paper.furniture)]
    shapes = (LIST, _OF_ADVICE, TELLS_LIST)
    is_named = any(shape.search(each) for each in heads for shape in shapes)
    is_named = is_named or is_only_table(lines, paper)
    return is_named and any(AUDITORS.search(each) for each in (*heads, *paper.headers))


def _lists_advice(lines: Sequence[Line], whole: str) -> bool:
    """Tell whether a paper calls itself a list of what reviews have recommended to committees."""
    heads = [line.text.strip() for line in lines[:_HEAD] if is_short(line)]
    is_titled = any(LIST.search(each) and _RECOMMENDED.search(each) for each in heads[:SENDER])
    bodies = {name_key(each) for each in _BODY.findall(whole)}
    is_of_bodies = len(bodies) > 1 and _OF_AUTHORITY.search(whole) is None
    is_of_reviews = OF_AUDIT.search(whole) is not None or AUDITORS.search(whole) is not None
    is_of_reviews = is_of_reviews or is_of_bodies
    return is_titled and is_of_reviews and not any(map(_OF_AUTHORITY.search, heads))


def _follows_up(lines: Sequence[Line], whole: str) -> bool:
    """Tell whether a paper calls itself a follow-up, and goes through what was recommended."""
    heads = [line.text.strip() for line in lines[:_HEAD] if is_short(line)]
    is_told = _ADVISES.search(whole) is not None or _ASKED_OF.search(whole) is not None
    is_titled = any(map(FOLLOW_UP.match, heads)) and is_told
    return is_titled and not any(map(_OF_AUTHORITY.search, heads))


def _is_own_list(lines: Sequence[Line]) -> bool:
    """Tell whether who has examined something lists what "we" have recommended."""
    heads = [line.text.strip() for line in lines[:SENDER]]
    is_titled = any(LIST.search(each) and _RECOMMENDED.search(each) for each in heads)
    return is_titled and any(_OURS.search(each) for each in heads)

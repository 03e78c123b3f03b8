"""Begäran om komplettering: what a reply lacks, and by when a committee is asked to add it."""

from collections.abc import Sequence

from revtrack.documents import answers, fields, phrases
from revtrack.documents.letters.letter_facts import wording
from revtrack.documents.letters.reply_matter import ReplyMatter, letter_mail
from revtrack.documents.office import word
from revtrack.documents.office.blocks import (
    Block,
    Bullets,
    Heading,
    Item,
    Paragraph,
    with_what_follows,
)
from revtrack.documents.office.mail import Enclosed
from revtrack.documents.supplements import is_told_by, judged, lacking
from revtrack.domain.codes import ResponseKind
from revtrack.domain.errors import GoneError
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.records import Response
from revtrack.domain.texts.prose import lines_of
from revtrack.wording.words import capitalise_first, paragraph_sign

Blocks = tuple[Block, ...]


def supplement_request(matter: ReplyMatter, template: bytes) -> bytes:
    """Return the letter that asks for a supplement; raise GoneError where none is asked for."""
    title = heading(matter)
    due_on = matter.line.supplement_due_on
    context: dict[str, str | word.Blocks] = {
        **matter.common(),
        "svar_senast": due_on.isoformat() if due_on else "",
        "rubrik": title,
        "inledning": (Paragraph(" ".join(_what_has_come(matter))),),
        "saknas": _lacking(matter),
        "komplettering": with_what_follows(_request(matter)),
    }
    properties = word.Properties(
        template=fields.SUPPLEMENT_REQUEST,
        title=f"{title}. {matter.case.audit.title}",
        author=phrases.office(matter.case.municipality),
        on=matter.today,
    )
    return word.render(template, context, properties)


def supplement_mail(matter: ReplyMatter, template: bytes, letter: Enclosed) -> bytes:
    """Return the draft of the mail that the letter goes with."""
    due_on = matter.line.supplement_due_on
    values = {
        "svar": _it(matter),
        "senast": f"senast {phrases.the_day(due_on)}" if due_on else "",
        "bifogat": heading(matter),
    }
    return letter_mail(matter, (fields.SUPPLEMENT_MAIL, template), letter, values)


def heading(matter: ReplyMatter) -> str:
    """Return what the letter is about."""
    return f"Begäran om komplettering av {_IT[_reply(matter).kind is ResponseKind.STATEMENT][1]}"


_IT = {False: ("yttrandet", "yttrande"), True: ("svaret", "svar")}
"""What a reply is called, definite and indefinite: a letter without a decision is an answer."""


def _it(matter: ReplyMatter) -> str:
    return _IT[_reply(matter).kind is ResponseKind.STATEMENT][0]


def _reply(matter: ReplyMatter) -> Response:
    """Return the response that answers the case and is to be supplemented."""
    if matter.line.decision is None:
        raise GoneError
    return matter.line.decision


def _what_has_come(matter: ReplyMatter) -> list[str]:
    reply, latest = _reply(matter), judged(matter.line)
    added = [each for each in answers.supplements(matter.line) if each.is_received]
    further = " ytterligare" if added else ""
    lack = f"bedömde vi att {_it(matter)} behöver kompletteras{further}."
    on, paragraph = latest.reviewed_on, latest.review_paragraph
    if on and paragraph:
        found = f"Vid sammanträdet {phrases.the_day(on)} ({paragraph_sign(paragraph)}) {lack}"
    elif on:
        found = f"{capitalise_first(phrases.the_day(on))} {lack}"
    else:
        found = f"Vi bedömer att {_it(matter)} behöver kompletteras{further}."
    return [matter.asked, _replied(matter, reply), *map(_added, added), found]


def _replied(matter: ReplyMatter, reply: Response) -> str:
    """Return how the committee has replied: by decision, by delegation, jointly, in a letter."""
    who = capitalise_first(matter.whom)
    where = f" ({paragraph_sign(reply.paragraph)})" if reply.paragraph else ""
    day = phrases.the_day(reply.decided_on) if reply.decided_on else ""
    if reply.kind is ResponseKind.STATEMENT:
        dated = reply.dated_on or reply.decided_on
        told = f" daterad {phrases.the_day(dated)}" if dated else ""
        return f"{who} svarade genom en skrivelse{told}."
    others = answers.shared_with(matter.case, reply, matter.line.committee)
    if others:
        decided = f"; yttrandet beslutades {day}{where}" if day else where
        return f"{who} har yttrat sig gemensamt med {phrases.names(others)}{decided}."
    by = f" av {reply.decided_by}" if reply.decided_by else ""
    if reply.kind is ResponseKind.DELEGATED_DECISION:
        return f"{who} yttrade sig genom ett delegationsbeslut{by} {day}".rstrip() + f"{where}."
    if by:
        return f"Yttrandet beslutades{by} {day}".rstrip() + f"{where}."
    if day:
        return f"{who} beslutade om sitt yttrande {day}{where}."
    return f"{who} har yttrat sig{where}."


def _added(each: Response) -> str:
    day = each.decided_on or each.dated_on or each.received_on
    when = f" {phrases.the_day(day)}" if day else ""
    where = f" ({paragraph_sign(each.paragraph)})" if each.paragraph else ""
    return f"En komplettering lämnades{when}{where}."


def _lacking(matter: ReplyMatter) -> Blocks:
    """Return the auditors' note, and the recommendations to the committee that lack an answer.

    A note that says no more than the lists do is left to them.
    """
    found, it = lacking(matter.case, matter.line), _it(matter)
    notes = [
        each for each in lines_of(judged(matter.line).review_note) if not is_told_by(each, found)
    ]
    blocks: list[Block] = [Heading("Det som behöver kompletteras", 2)]
    blocks += [Paragraph(phrases.sentence(line)) for line in notes]
    blocks += _listed(matter, found.unanswered, "Följande {what} besvaras inte i " + f"{it}:")
    blocks += _listed(
        matter,
        found.unclear,
        f"Av {it} framgår inte tydligt hur {matter.whom} ställer sig till följande {{what}}:",
    )
    also = " även" if found.unanswered or found.unclear else ""
    named = f"Kompletteringen gäller{also} följande {{what}}:"
    return (*blocks, *_listed(matter, found.named, named))


def _listed(matter: ReplyMatter, lines: Sequence[AddresseeLine], opening: str) -> Blocks:
    """Return recommendations, each with its number, under a sentence that says to whom they are."""
    if not lines:
        return ()
    term = phrases.term_of(line.recommendation for line in lines)
    what = f"{term.of(len(lines))} till {matter.line.committee.name}"
    items = (Item(wording(line.recommendation), f"{line.number}.") for line in lines)
    return (Paragraph(opening.format(what=what)), Bullets(tuple(items)))


def _request(matter: ReplyMatter) -> Blocks:
    due_on, it = matter.line.supplement_due_on, _it(matter)
    by = f" senast {phrases.the_day(due_on)}" if due_on else ""
    whom = phrases.deciding_body([matter.committee])
    ask = matter.whom if matter.committee.id == matter.line.committee.id else matter.committee.name
    sentences = [
        f"Vi ber {ask} att komplettera {it}{by}.",
        phrases.sentence(
            f"Kompletteringen bör beslutas av {whom} och skickas som protokollsutdrag till "
            f"{matter.where_to}"
        ),
        matter.diary_request,
        "Det som redan är besvarat behöver inte lämnas på nytt.",
    ]
    return (Heading("Komplettering", 2), Paragraph(" ".join(filter(None, sentences))))

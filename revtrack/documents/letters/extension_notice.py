"""Förlängningsbesked: what became of a committee's wish for more time, and which day counts."""

from revtrack.documents import fields, phrases
from revtrack.documents.letters.reply_matter import ReplyMatter, letter_mail
from revtrack.documents.office import word
from revtrack.documents.office.blocks import Block, Heading, Paragraph, with_what_follows
from revtrack.documents.office.mail import Enclosed
from revtrack.domain.codes import ExtensionDecision
from revtrack.domain.days import deadlines
from revtrack.domain.errors import GoneError
from revtrack.domain.records import Extension
from revtrack.domain.texts.prose import lines_of
from revtrack.wording.words import capitalise_first

GRANTED, REFUSED = ExtensionDecision.GRANTED, ExtensionDecision.REFUSED
Blocks = tuple[Block, ...]

HEADINGS = {
    ExtensionDecision.GRANTED: "Besked om förlängd svarstid",
    ExtensionDecision.REFUSED: "Avslag på begäran om förlängd svarstid",
    ExtensionDecision.REQUESTED: "Mottagen begäran om förlängd svarstid",
}


def extension_notice(matter: ReplyMatter, template: bytes) -> bytes:
    """Return the letter about the latest extension; raise GoneError where there is none."""
    title = heading(matter)
    due_on = matter.line.due_on
    is_ahead = due_on is not None and matter.today <= due_on
    context: dict[str, str | word.Blocks] = {
        **matter.common(),
        "svar_senast": due_on.isoformat() if due_on and is_ahead else "",
        "rubrik": title,
        "inledning": (Paragraph(" ".join(_asked(matter))),),
        "besked": _decision(matter),
        "svarsdag": with_what_follows(
            [Heading("Svarsdag", 2), Paragraph(" ".join(_which_day(matter)))]
        ),
    }
    properties = word.Properties(
        template=fields.EXTENSION_NOTICE,
        title=f"{title}. {matter.case.audit.title}",
        author=phrases.office(matter.case.municipality),
        on=matter.today,
    )
    return word.render(template, context, properties)


def extension_mail(matter: ReplyMatter, template: bytes, letter: Enclosed) -> bytes:
    """Return the draft of the mail that the letter goes with.

    What a day follows from is told before it; one that was granted says that itself.
    """
    is_granted = _latest(matter).decision is GRANTED
    told = _which_day(matter)[:1] if is_granted else [_decided(matter)[0], _which_day(matter)[0]]
    values = {"bifogat": heading(matter), "besked": " ".join(told)}
    return letter_mail(matter, (fields.EXTENSION_MAIL, template), letter, values)


def heading(matter: ReplyMatter) -> str:
    """Return what the letter is about."""
    return HEADINGS[_latest(matter).decision]


def _latest(matter: ReplyMatter) -> Extension:
    """Return the extension that the letter is about: the one that was registered last."""
    if not matter.line.extensions:
        raise GoneError
    return matter.line.extensions[-1]


def _day_before(matter: ReplyMatter) -> str:
    """Return the day that counted before this extension was decided, in words."""
    day = deadlines.extended_to(matter.line.extensions[:-1]) or matter.line.reply_case.due_on
    return phrases.the_day(day) if day else "den dag som angavs i missivet"


def _asked(matter: ReplyMatter) -> list[str]:
    """Return what was asked for in the letter, and that the committee wished for more time."""
    latest, original = _latest(matter), matter.line.reply_case.due_on
    asked = matter.asked
    if original:
        asked = f"{asked.removesuffix('.')} senast {phrases.the_day(original)}."
    who = capitalise_first(matter.whom)
    sentences = [asked]
    is_decided = latest.decision is not ExtensionDecision.REQUESTED
    if earlier := deadlines.extended_to(matter.line.extensions[:-1]):
        sentences.append(f"Svarstiden har tidigare förlängts till {phrases.the_day(earlier)}.")
    # What was granted takes the place of the day that was asked for, which only a request tells.
    until = "" if latest.decision is GRANTED else f" till {phrases.the_day(latest.new_due_on)}"
    if latest.asked_on:
        day = phrases.the_day(latest.asked_on)
        sentences.append(f"{who} begärde {day} förlängd svarstid{until}.")
    elif latest.decision is not GRANTED:
        sentences.append(f"{who} har begärt förlängd svarstid{until}.")
    return [*sentences, *([] if is_decided else _reason(latest))]


def _decision(matter: ReplyMatter) -> Blocks:
    told = Paragraph(" ".join(_decided(matter)))
    is_decided = _latest(matter).decision is not ExtensionDecision.REQUESTED
    return (Heading("Beslut", 2), told) if is_decided else (told,)


def _decided(matter: ReplyMatter) -> list[str]:
    """Return who decided what and when, and the reason."""
    latest = _latest(matter)
    if latest.decision is ExtensionDecision.REQUESTED:
        return ["Vi har tagit emot begäran och återkommer med besked."]
    by = capitalise_first(latest.decided_by or "vi")
    when = f" {phrases.the_day(latest.decided_on)}" if latest.decided_on else ""
    decided = f"{by} beslutade{when}" if when else f"{by} har beslutat"
    what = "att inte förlänga svarstiden"
    if latest.decision is GRANTED:
        what = f"att förlänga svarstiden till {phrases.the_day(latest.new_due_on)}"
    return [f"{decided} {what}.", *_reason(latest)]


def _reason(latest: Extension) -> list[str]:
    lines = lines_of(latest.reason)
    return [f"Skäl: {' '.join(map(phrases.sentence, lines))}"] if lines else []


def _which_day(matter: ReplyMatter) -> list[str]:
    """Return which day counts now, and how the reply is given."""
    latest, before = _latest(matter), _day_before(matter)
    due_on = matter.line.due_on
    has_passed = due_on is not None and matter.today > due_on
    if latest.decision is GRANTED and due_on:
        day = f"Yttrandet önskas senast {phrases.the_day(due_on)} i stället för {before}."
    elif latest.decision is not REFUSED and has_passed:
        day = f"Svarsdagen var {before} och har inte ändrats."
    elif latest.decision is not REFUSED:
        day = f"Till dess är svarsdagen fortfarande {before}."
    elif has_passed:
        day = f"Svarsdagen var {before}, och vi ber därför om yttrandet snarast."
    else:
        day = f"Yttrandet önskas därför fortfarande senast {before}."
    body = phrases.deciding_body([matter.committee])
    how = phrases.sentence(
        f"Yttrandet bör beslutas av {body} och skickas som protokollsutdrag till {matter.where_to}"
    )
    return list(filter(None, [day, how, matter.diary_request]))

"""The second chapter of a follow-up report: why and how it was made, and what its words mean."""

from revtrack.documents import phrases
from revtrack.documents.follow_up.council import council
from revtrack.documents.follow_up.definitions import definitions
from revtrack.documents.follow_up.facts import (
    Followed,
    FollowedAudit,
    Report,
)
from revtrack.documents.office.blocks import (
    Block,
    Heading,
    Item,
    Numbered,
    Paragraph,
    bullets,
)
from revtrack.domain.codes import Basis, FactCheck
from revtrack.domain.names.recipients import general_word, join_names
from revtrack.domain.texts.prose import lines_of
from revtrack.wording.words import capitalise_first

Blocks = tuple[Block, ...]

SOURCES = ((Basis.DESK, ("intervjuer", "dokument")), (Basis.TESTED, ("stickprov",)))
"""What a verdict rests on besides the committee's own account."""


def introduction(report: Report) -> Blocks:
    """Return the second chapter: background, purpose, criteria, method, the words used."""
    numbers = report.numbers
    return (
        Heading(numbers.chapter("Inledning")),
        Heading(numbers.section("Bakgrund"), 2),
        *_background(report.facts),
        Heading(numbers.section("Syfte, revisionsfrågor och avgränsning"), 2),
        *_purpose(report.facts),
        *_criteria(report),
        Heading(numbers.section("Metod"), 2),
        Paragraph(" ".join(_method(report.facts))),
        Heading(numbers.section("Begrepp"), 2),
        *definitions(report.facts, numbers),
    )


def _background(facts: Followed) -> Blocks:
    return tuple(
        block
        for audit in facts.audits
        for block in (
            Paragraph(_handed_over(audit)),
            *council(audit.case, facts.counted_until),
        )
    )


def _handed_over(audit: FollowedAudit) -> str:
    own = audit.case.audit
    what = phrases.the_audit(own)
    if own.handed_over_on is None:
        not_yet = phrases.sentence(f"{what} är ännu inte överlämnad")
        return f"{not_yet} Missivet har ännu inte beslutats."
    day = capitalise_first(phrases.the_day(own.handed_over_on))
    to = f" till {phrases.names(audit.committees)}" if audit.committees else ""
    return f"{day} överlämnade revisorerna {what}{to}."


def _purpose(facts: Followed) -> Blocks:
    until = f"till och med {phrases.the_day(facts.counted_until)} har beaktats."
    term = facts.term
    if not facts.is_handed_over:
        return (
            Paragraph(
                f"Rapporten visar vilka {term.several} som granskningen avses leda till. "
                f"Uppgifter {until}"
            ),
        )
    if facts.is_status_report:
        who = phrases.recipients(facts.committees)
        replied = f"vad {who} har svarat på {term.the_several}"
        shown = replied if facts.has_replies else f"vilka {term.several} som har lämnats"
        told = f"Rapporten visar {shown} och vad som återstår att följa upp."
        return (Paragraph(f"{told} Uppgifter {until}"),)
    own = facts.follow_up.questions if facts.follow_up else ()
    questions = [question.text for question in own] or usual_questions(facts)
    purpose = facts.follow_up.audit.purpose if facts.follow_up else None
    return (
        Paragraph(
            "Uppföljningen ska visa om de brister som låg bakom rekommendationerna har åtgärdats."
            if purpose is None
            else phrases.purpose("Uppföljningens syfte är att", purpose)
        ),
        Paragraph("Revisionsfrågor:"),
        Numbered(tuple(Item(question) for question in questions)),
        Paragraph(f"Åtgärder {until}"),
    )


def usual_questions(facts: Followed) -> list[str]:
    """Return the questions of a follow-up that has put none of its own."""
    who = general_word(facts.committees)
    return [
        f"Har {who} vidtagit tillräckliga åtgärder utifrån rekommendationerna?",
        "Är bristerna avhjälpta?",
        f"Följer {who} upp åtgärdernas effekt?",
    ]


def _criteria(report: Report) -> Blocks:
    follow_up = report.facts.follow_up
    criteria = lines_of(follow_up.audit.criteria if follow_up else None)
    if not criteria:
        return ()
    return (Heading(report.numbers.section("Revisionskriterier"), 2), *bullets(criteria))


def _method(facts: Followed) -> list[str]:
    if not facts.is_handed_over:
        return ["Underlaget består av revisorernas utkast till missiv."]
    bases = {line.verdict.basis for line in facts.rows if line.verdict}
    used = [word for basis, words in SOURCES if basis in bases for word in words]
    found = [*_written(facts), *used]
    if facts.follow_up is None:
        material = f"nderlaget består av {join_names(found or ['missivet'])}."
        return [f"U{material}" if facts.has_replies else f"{_no_reply(facts)}; u{material}"]
    audit = facts.follow_up.audit
    own = [phrases.uncapitalised(line) for line in lines_of(audit.methods)]
    methods = own or found or ["missivet"]
    sentences = [f"Underlaget består av {join_names(methods)}."]
    functions = [phrases.uncapitalised(line) for line in lines_of(audit.functions_interviewed)]
    if functions:
        sentences.append(f"Intervjuer har gjorts med {join_names(functions)}.")
    if audit.fact_check is FactCheck.DONE and audit.fact_checked_by:
        day = f" {phrases.the_day(audit.fact_checked_on)}" if audit.fact_checked_on else ""
        sentences.append(f"Rapporten har faktakontrollerats av {audit.fact_checked_by}{day}.")
    return sentences


def _written(facts: Followed) -> list[str]:
    """Return what the committees themselves have written: replies, else reports of progress."""
    whose = phrases.genitive(phrases.recipients(facts.committees))
    if facts.has_replies:
        return [f"{whose} skriftliga svar"]
    has_reports = any(audit.case.progress_reports for audit in facts.audits)
    return [f"{whose} lägesrapporter"] if has_reports else []


def _no_reply(facts: Followed) -> str:
    asked = any(reply.reply_case.due_on for audit in facts.audits for reply in audit.replies)
    return f"Något yttrande har inte {'kommit in' if asked else 'begärts'}"

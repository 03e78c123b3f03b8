"""The part of a letter that asks for replies, or says that none is asked for."""

from collections.abc import Sequence

from revtrack.documents import phrases
from revtrack.documents.letters.letter_matter import Matter, council_of, other_attachments
from revtrack.documents.office.blocks import Block, Heading, Paragraph, bullets
from revtrack.domain.codes import (
    CommitteeKind,
)
from revtrack.domain.names.recipients import general_word
from revtrack.domain.records import Committee
from revtrack.domain.texts.prose import lines_of

USUAL_ASK = "nämndens svar på frågorna"
"""A line of what the letter asks for that is worded by how many are asked how many questions."""

Blocks = tuple[Block, ...]


def reply_wanted(matter: Matter) -> Blocks:
    """Return who is asked to reply, by when and with what; or what happens without a reply."""
    if matter.via_council:
        work, council = phrases.work(matter.case.audit), council_of(matter)
        verb = council.removeprefix("kommun").removeprefix("region").removeprefix("förbunds")
        return (
            Heading("Yttrande", 2),
            Paragraph(
                f"Vi överlämnar {work} till {council} och föreslår att {verb} inhämtar ett "
                f"yttrande från {phrases.names(matter.recipients)}."
            ),
        )
    if matter.is_undecided:
        return (
            Heading("Yttrande", 2),
            Paragraph("Det är ännu inte beslutat om och till vilken dag yttrande ska begäras."),
        )
    if not matter.asked:
        return _no_reply(matter)
    return (
        Heading("Yttrande", 2),
        *_who_replies_when(matter),
        *_what_to_state(matter),
        Paragraph(_how_to_reply(matter)),
    )


def _no_reply(matter: Matter) -> Blocks:
    sentences = [f"Vi begär inget yttrande över {phrases.work(matter.case.audit)}."]
    count, planned = matter.recommendation_count, matter.case.audit.follow_up_planned
    if count and planned:
        sentences.append(
            f"Vi avser att följa upp {phrases.RECOMMENDATION.the(count)} {phrases.when(planned)}."
        )
    elif count:
        whose = phrases.genitive(general_word(matter.recipients))
        sentences.append(
            f"Vi utgår från att {phrases.RECOMMENDATION.the(count)} beaktas i {whose} "
            "fortsatta arbete."
        )
    return (Heading("Fortsatt hantering", 2), Paragraph(" ".join(sentences)))


def _who_replies_when(matter: Matter) -> Blocks:
    work = phrases.work(matter.case.audit)
    asked, days = matter.asked, sorted(set(matter.due.values()))
    if len(days) == 1:
        apart = "" if len(asked) == 1 else " var för sig"
        return (
            Paragraph(
                f"Vi önskar att {phrases.names(asked)}{apart} yttrar sig över {work} senast "
                f"{phrases.the_day(days[0])}."
            ),
        )
    return (
        Paragraph(f"Vi önskar ett yttrande från var och en av följande {_plural_of(asked)}:"),
        *bullets(
            [
                f"{phrases.capital_name(each)}, senast {phrases.the_day(matter.due[each.id])}"
                for each in asked
            ]
        ),
    )


def _plural_of(committees: Sequence[Committee]) -> str:
    kinds = {committee.kind for committee in committees}
    if kinds == {CommitteeKind.COMPANY}:
        return "bolag"
    return "mottagare" if kinds & {CommitteeKind.COMPANY, CommitteeKind.FEDERATION} else "nämnder"


def _what_to_state(matter: Matter) -> Blocks:
    asks = [
        _answers_to_the_questions(matter) if line.casefold() == USUAL_ASK else line
        for line in lines_of(matter.letter.asks if matter.letter else None)
    ]
    if not asks and not matter.recommendation_count and matter.questions:
        asks = [_answers_to_the_questions(matter)]
    if asks:
        return (Paragraph("Yttrandet bör ange:"), *bullets(asks))
    if not matter.recommendation_count:
        return ()
    opening = (
        "Yttrandet bör ange:"
        if matter.recommendation_count == 1
        else "För varje rekommendation bör yttrandet ange:"
    )
    return (
        Paragraph(opening),
        *bullets(
            [
                f"hur {phrases.each_of(matter.asked)} ställer sig till rekommendationen",
                "vilka åtgärder som har vidtagits eller planeras",
                "vem som ansvarar",
                "när åtgärderna ska vara genomförda",
                "skälen, om ingen åtgärd planeras",
            ]
        ),
    )


def _answers_to_the_questions(matter: Matter) -> str:
    """Return what is asked where questions are put, as one or several have been asked them."""
    whose = phrases.genitive(phrases.each_of(matter.asked))
    count = sum(len(group.recommendations) for group in matter.questions)
    return f"{whose} svar på {phrases.QUESTION.the(count)}"


def _how_to_reply(matter: Matter) -> str:
    letter, case = matter.letter, matter.case
    address = (letter.reply_address if letter else None) or case.municipality.reply_address
    to = address or phrases.office(case.municipality).replace("Revisorerna", "revisorerna", 1)
    sentences = [
        phrases.sentence(
            f"Yttrandet bör beslutas av {phrases.deciding_body(matter.asked)} och skickas som "
            f"protokollsutdrag till {to}"
        )
    ]
    if case.audit.diary_number:
        sentences.append(f"Ange diarienummer {phrases.unbroken(case.audit.diary_number)}.")
    if any("svarsformulär" in line.casefold() for line in other_attachments(matter)):
        sentences.append("Det bifogade svarsformuläret kan användas.")
    return " ".join(sentences)

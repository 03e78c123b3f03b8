"""Missiv: the auditors' letter that hands an audit over and asks for replies.

It says what was known when it was issued. A later extension never shows in it.
"""

from collections.abc import Sequence
from datetime import date

from revtrack.documents import fields, people, phrases
from revtrack.documents.letters.letter_facts import table_title
from revtrack.documents.letters.letter_matter import Matter, council_of, other_attachments
from revtrack.documents.letters.letter_reply import reply_wanted
from revtrack.documents.office import word
from revtrack.documents.office.blocks import (
    Block,
    Bullets,
    Heading,
    Item,
    Numbered,
    Paragraph,
    bullets,
)
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import (
    Aspect,
    AuditKind,
    CommitteeKind,
    RecommendationKind,
    Role,
)
from revtrack.domain.errors import RevTrackError
from revtrack.domain.names.recipients import join_names
from revtrack.domain.records import Committee, Recommendation
from revtrack.domain.texts.prose import lines_of
from revtrack.wording.words import capitalise_first

ASPECTS = {
    Aspect.FITNESS: "ändamålsenligheten",
    Aspect.FINANCES: "den ekonomiska hushållningen",
    Aspect.ACCOUNTS: "räkenskaperna",
    Aspect.INTERNAL_CONTROL: "den interna kontrollen",
}

Blocks = tuple[Block, ...]


def cover_letter(
    case: AuditCase,
    template: bytes,
    *,
    today: date,
    committee: Committee | None = None,
    followed: Sequence[AuditCase] = (),
) -> bytes:
    """Return the cover letter to all recipients, or to one with only its own recommendations.

    ``followed`` are the earlier audits of a follow-up, whose year and subject the letter names.
    Raises RevTrackError where the letter does not go to that one.
    """
    matter = Matter(case, today, committee, followed)
    _refuse_a_stranger(matter)
    title = heading(case, followed)
    context: dict[str, str | Blocks] = {
        "kommun": case.municipality.name,
        "utkast": "" if case.is_handed_over else phrases.DRAFT,
        "datum": matter.day.isoformat(),
        "diarienummer": phrases.unbroken(case.audit.diary_number or ""),
        "till": _addressed_to(matter),
        "for_kannedom": phrases.capital_names(_informed(matter)),
        "svar_senast": _due_line(matter),
        "rubrik": title,
        "inledning": _introduction(matter),
        "bedomning": _assessment(matter),
        "rekommendationer_per_mottagare": _recommendations(matter),
        "yttrande": reply_wanted(matter),
        "avslutning": _closing(case),
        "ort_och_dag": _place_and_day(matter),
        "underskrifter": (people.letter_signatures(case, matter.day),),
        "bilagor": _attachments(matter),
    }
    return word.render(template, context, _properties(matter, title))


def _properties(matter: Matter, title: str) -> word.Properties:
    return word.Properties(
        template=fields.COVER_LETTER,
        title=title,
        author=phrases.office(matter.case.municipality),
        on=matter.day,
    )


def _refuse_a_stranger(matter: Matter) -> None:
    """Refuse a copy for somebody whom the letter is not written to: it would state untruths."""
    if matter.committee is None:
        return
    if matter.via_council:
        raise RevTrackError(
            "The letter goes to the council, which asks the committees for their replies; "
            "it is made in one copy only."
        )
    if matter.committee not in matter.everybody:
        raise RevTrackError(
            "The letter is not written to {committee}.", committee=matter.committee.name
        )


def heading(case: AuditCase, followed: Sequence[AuditCase] = ()) -> str:
    """Return the letter's heading: the audit's title, or "Uppföljande granskning av …"."""
    title = case.audit.title
    if case.audit.kind is not AuditKind.FOLLOW_UP:
        return title
    found = phrases.area(title)
    if found is None and len(followed) == 1:
        found = phrases.area(followed[0].audit.title)
    return f"Uppföljande granskning av {found}" if found else title


def _addressed_to(matter: Matter) -> str:
    if matter.via_council:
        return capitalise_first(council_of(matter))
    return phrases.capital_names(matter.recipients)


def _informed(matter: Matter) -> tuple[Committee, ...]:
    """Return who gets it for information; the council does not where it is sent to it."""
    informed = matter.case.committees_with_role(Role.FOR_INFORMATION)
    left_out = {CommitteeKind.COUNCIL} if matter.via_council else set()
    return tuple(each for each in informed if each.kind not in left_out)


def _due_line(matter: Matter) -> str:
    if matter.via_council:
        return ""
    if matter.is_undecided:
        return "dagen är ännu inte beslutad"
    days = set(matter.due.values())
    if len(days) == 1 and matter.asked == matter.recipients:
        return days.pop().isoformat()
    return "se avsnittet Yttrande" if days else ""


def _introduction(matter: Matter) -> Blocks:
    audit = matter.case.audit
    work = phrases.work(audit)
    sentences = [_who_did_what(matter)]
    if audit.plan_year:
        sentences.append(f"{capitalise_first(work)} ingår i {audit.plan_year} års revisionsplan.")
    if audit.purpose:
        opening = f"{capitalise_first(work)}s syfte är att"
        sentences.append(phrases.purpose(opening, audit.purpose))
    blocks = [Paragraph(" ".join(sentences))]
    decided_on = audit.treated_on or (matter.letter.decided_on if matter.letter else None)
    if decided_on:
        to = council_of(matter) if matter.via_council else phrases.names(matter.all_recipients)
        blocks.append(
            Paragraph(
                f"Vid sammanträdet {phrases.the_day(decided_on)} beslutade vi att överlämna "
                f"{work} till {to}."
            )
        )
    return tuple(blocks)


def _who_did_what(matter: Matter) -> str:
    audit = matter.case.audit
    if audit.kind is AuditKind.FOLLOW_UP:
        return _who_followed_up(matter)
    if audit.kind is AuditKind.LETTER:
        return f"Vi lämnar denna skrivelse till {phrases.names(matter.recipients)}."
    found = phrases.area(audit.title)
    whole = phrases.an_audit(audit.title) or f"{phrases.work(audit)} ”{audit.title}”"
    if audit.firm is None:
        done = f"granskat {found}" if found else f"genomfört {whole}"
        return f"Vi har {done}."
    if phrases.is_own_office(audit):
        done = f"granskat {found}" if found else f"genomfört {whole}"
        return f"Vi har genom {phrases.performer(audit)} {done}."
    done = f"granska {found}" if found else f"genomföra {whole}"
    return f"Vi har låtit {audit.firm}, som är vårt sakkunniga biträde, {done}."


def _who_followed_up(matter: Matter) -> str:
    audit = matter.case.audit
    if audit.firm is None:
        done = "följt upp"
    elif phrases.is_own_office(audit):
        done = f"genom {phrases.performer(audit)} följt upp"
    else:
        done = f"låtit {audit.firm} följa upp"
    if matter.followed:
        audits = _earlier_audits(matter.followed)
    else:
        found = phrases.area(audit.title)
        audits = f"tidigare i granskningen av {found}" if found else "i en tidigare granskning"
    return (
        f"Vi har {done} vad som har gjorts med anledning av de rekommendationer som vi lämnade "
        f"{audits}."
    )


def _earlier_audits(followed: Sequence[AuditCase]) -> str:
    """Return the earlier audits by year: "2022 i granskningen av A och i granskningen av B"."""
    years = sorted({each.audit.audit_year for each in followed})
    by_year = [
        join_names(
            f"i {phrases.the_audit(each.audit)}"
            for each in followed
            if each.audit.audit_year == year
        )
        for year in years
    ]
    return join_names(f"{year} {audits}" for year, audits in zip(years, by_year, strict=True))


def _assessment(matter: Matter) -> Blocks:
    letter = matter.letter
    paragraphs = []
    for index, line in enumerate(lines_of(letter.assessment if letter else None)):
        opening = "Vi bedömer vidare att" if index else "Vår samlade bedömning är att"
        whole = phrases.is_whole_sentence(line)
        paragraphs.append(phrases.sentence(line if whole else f"{opening} {phrases.clause(line)}"))
    if not paragraphs:
        paragraphs = [
            f"I rapporten är den samlade bedömningen av {ASPECTS[each.aspect]} ”{each.phrase}”."
            for each in matter.case.overall
        ]
    observations = lines_of(letter.observations if letter else None)
    if not paragraphs and not observations:
        return ()
    blocks: list[Block] = [Heading("Bedömning", 2)]
    if paragraphs:
        blocks.append(Paragraph(" ".join(paragraphs)))
    if observations:
        what = "följande iakttagelser" if len(observations) > 1 else "följande iakttagelse"
        blocks.append(Paragraph(f"Bedömningen bygger främst på {what}:"))
    return (*blocks, *bullets(phrases.listed_alike(observations)))


def _recommendations(matter: Matter) -> Blocks:
    if not matter.recommendations and not matter.questions:
        return (Heading("Rekommendationer", 2), Paragraph(" ".join(_none(matter))))
    blocks: list[Block] = [Heading(_heading_of_recommendations(matter), 2)]
    if len(matter.recommendations) == 1:
        group = matter.recommendations[0]
        what = phrases.recommendations(len(group.recommendations))
        blocks.append(
            Paragraph(f"Vi lämnar följande {what} till {phrases.names(group.committees)}:")
        )
        blocks.append(_items(matter, group.recommendations))
    elif matter.recommendations:
        blocks.append(Paragraph("Rekommendationerna är ordnade efter mottagare."))
        for group in matter.recommendations:
            blocks.append(Heading(f"{group.number}. Till {phrases.names(group.committees)}", 3))
            blocks.append(_items(matter, group.recommendations))
    others = [*_others(matter), *_nothing_to(matter)]
    return (*blocks, *_questions(matter), *([Paragraph(" ".join(others))] if others else []))


def _nothing_to(matter: Matter) -> list[str]:
    """Return, in the letter to all, that some of those it is written to are given nothing."""
    aside = {CommitteeKind.COUNCIL, CommitteeKind.PRESIDIUM}
    given = {each.id for each in matter.listed_recipients}
    left = [each for each in matter.recipients if each.id not in given and each.kind not in aside]
    if matter.committee is not None or not left:
        return []
    work = capitalise_first(phrases.work(matter.case.audit))
    kinds = [
        term.several
        for groups, term in (
            (matter.recommendations, phrases.RECOMMENDATION),
            (matter.questions, phrases.QUESTION),
        )
        if groups
    ]
    return [
        f"{work} ger inte anledning till några {' eller '.join(kinds)} till {phrases.names(left)}."
    ]


def _none(matter: Matter) -> list[str]:
    """Return that there are none, or none for this recipient though others have some."""
    work = capitalise_first(phrases.work(matter.case.audit))
    if matter.committee is None or not matter.numbers:
        return [f"{work} ger inte anledning till några rekommendationer."]
    term = phrases.term_of(matter.all_chosen)
    none = f"{work} innehåller inga {term.several} till {matter.committee.name}."
    return [none, *_others(matter)]


def _heading_of_recommendations(matter: Matter) -> str:
    if not matter.recommendations:
        return "Frågor"
    return "Rekommendationer och frågor" if matter.questions else "Rekommendationer"


def _questions(matter: Matter) -> Blocks:
    blocks: list[Block] = []
    for group in matter.questions:
        one_group = len(matter.questions) == 1
        several = len(group.committees) > 1
        whom = (
            f"{phrases.each_of(group.committees)} att"
            if one_group and several and group.committees == matter.recipients
            else phrases.names(group.committees) + (" att var för sig" if several else " att")
        )
        what = "följande fråga" if len(group.recommendations) == 1 else "följande frågor"
        blocks.append(Paragraph(f"Vi ber {whom} besvara {what}:"))
        blocks.append(_items(matter, group.recommendations))
    return tuple(blocks)


def _items(matter: Matter, recommendations: Sequence[Recommendation]) -> Bullets:
    return Bullets(
        tuple(
            Item(matter.case.wording_in_letter(each), f"{matter.numbers[each.id]}.")
            for each in recommendations
        )
    )


def _others(matter: Matter) -> list[str]:
    """Return the sentences that name the other recipients in a letter to one of them."""
    if matter.committee is None:
        return []
    sentences = []
    for are_questions, own in ((False, matter.recommendations), (True, matter.questions)):
        put = [
            each
            for each in matter.all_chosen
            if (each.kind is RecommendationKind.QUESTION) is are_questions
        ]
        to_others = {
            committee.id
            for each in put
            for committee in matter.recipients_of(each.id)
            if committee.id != matter.committee.id
        }
        if to_others:
            what = capitalise_first(phrases.term_of(put).several)
            also = "även " if own else ""
            others = phrases.names(matter.case.in_order(to_others))
            sentences.append(f"{what} har {also}lämnats till {others}.")
    return sentences


def _closing(case: AuditCase) -> str:
    audit = case.audit
    if audit.report_on is None:
        return ""
    by = f" från {phrases.performer(audit)}" if audit.firm else ""
    work = capitalise_first(phrases.work(audit))
    return (
        f"{work} redovisas i sin helhet i den bifogade rapporten{by}, "
        f"daterad {phrases.the_day(audit.report_on)}."
    )


def _place_and_day(matter: Matter) -> str:
    place = (matter.letter.place if matter.letter else None) or matter.case.municipality.place
    day = phrases.the_day(matter.day)
    return f"{place} {day}" if place else capitalise_first(day)


def _attachments(matter: Matter) -> Blocks:
    audit = matter.case.audit
    listed = []
    if audit.report_on:
        listed.append(f"Rapport ”{audit.title}”, {audit.report_on.isoformat()}")
    if matter.recommendations:
        listed.append(table_title(matter))
    listed += [
        line
        for line in map(capitalise_first, other_attachments(matter))
        if not line.startswith(("Rekommendationer och mottagare", table_title(matter)))
    ]
    if not listed:
        return ()
    title = "Bilaga" if len(listed) == 1 else "Bilagor"
    items = Numbered(tuple(Item(line) for line in listed))
    return (Heading(title, 2), items)

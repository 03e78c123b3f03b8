"""The recommendations of an audit, and what has been put to each committee."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from revtrack.domain.case import AuditCase
from revtrack.domain.errors import GoneError
from revtrack.domain.follow_up import AddresseeLine, addressee_lines, followed_apart
from revtrack.forms import said
from revtrack.forms.found_by import addressee_facts
from revtrack.plain import sentences
from revtrack.plain.changing import change, remove, row_orders
from revtrack.plain.following import follow
from revtrack.plain.menu import Dialogue, Option
from revtrack.services.changing.subjects import Kind, Subject
from revtrack.services.find import read_case
from revtrack.services.follow_up.verdict_sheet import see_covered
from revtrack.wording import _
from revtrack.wording.standings import whole_standing_told


def read_recommendations(talk: Dialogue, audit_id: int) -> None:
    """Read the recommendations with their committees, and let one be opened."""

    def options() -> Sequence[Option]:
        case = read_case(talk.desk.store, audit_id)
        lines = [each for line in addressee_lines(case) for each in (line, *line.parts)]
        return tuple(
            Option(
                sentences.sentence(
                    case.number_of(each),
                    sentences.short_text(each.letter_text or each.report_text),
                    _("state: {state}").format(state=whole_standing_told(lines, each.id).lower()),
                    _("to {names}").format(
                        names=", ".join(said.name(one) for one in case.committees_of(each.id))
                    ),
                ),
                partial(_open, talk, audit_id, each.id),
                subject=Subject(Kind.RECOMMENDATION, audit_id, each.id),
            )
            for each in case.recommendations
        )

    title, nothing = _("Recommendations."), _("No recommendation is registered.")
    talk.browse(title, options, nothing, row_orders(talk))


def _open(talk: Dialogue, audit_id: int, recommendation_id: int) -> None:
    def options() -> Sequence[Option]:
        case = read_case(talk.desk.store, audit_id)
        lines = [
            line
            for line in followed_apart(addressee_lines(case))
            if line.recommendation.id == recommendation_id
        ]
        about = (talk, audit_id, "recommendation", recommendation_id)
        return (
            *(
                Option(
                    sentences.addressee_told(line),
                    partial(follow, talk, audit_id, line.addressee.id),
                )
                for line in lines
            ),
            Option(_("Change it"), partial(change, *about)),
            Option(_("Remove"), partial(remove, *about)),
        )

    def title() -> str:
        case = read_case(talk.desk.store, audit_id)
        found = case.recommendation_by_id.get(recommendation_id)
        if found is None:
            raise GoneError
        told = [
            sentences.sentence(case.number_of(found), found.heading),
            sentences.titled(_("In the letter"), found.letter_text),
            sentences.titled(_("In the report"), found.report_text),
        ]
        return "\n".join(filter(None, told))

    talk.menu(title, options)


def read_follow_up(talk: Dialogue, audit_id: int) -> None:
    """Read what was put to each committee, or what a follow-up covers, and let it be judged."""

    def option(case: AuditCase, line: AddresseeLine) -> Option:
        of, own = case.audit, line.addressee.id
        told = sentences.addressee_told(line)
        return Option(
            told if of.id == audit_id else f"{of.reference}: {told}",
            partial(follow, talk, of.id, own),
            addressee_facts(case, line),
            line.committee.abbreviation or "",
            Subject(Kind.ADDRESSEE, of.id, own),
        )

    def options() -> Sequence[Option]:
        case = read_case(talk.desk.store, audit_id)
        lines = followed_apart(addressee_lines(case))
        found = [option(case, line) for line in lines if line.addressee.asked is not None]
        covered = see_covered(talk.desk.store, audit_id)
        found += [option(each.case, replace(each.line, verdict=each.own)) for each in covered]
        return tuple(found)

    nothing = _("Nothing to follow up until the audit has been handed over.")
    talk.browse(_("Follow-up."), options, nothing, row_orders(talk))

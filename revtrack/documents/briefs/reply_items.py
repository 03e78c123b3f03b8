"""Items of the auditors' agenda about replies: to judge, more time, late, to be supplemented."""

from collections.abc import Iterable, Sequence

from revtrack.documents import answers, phrases
from revtrack.documents.briefs.agenda import Item, matter_of
from revtrack.documents.briefs.gaps import Gaps, gaps
from revtrack.documents.briefs.held import (
    Held,
    HeldReply,
    Town,
    ago,
    ids,
    late_of,
    numbers,
    sentences,
)
from revtrack.domain.codes import ReminderForm, ReplyState, ResponseKind, Review
from revtrack.domain.names.recipients import general_word, join_names
from revtrack.domain.records import Committee, ProgressReport, Reminder, Response
from revtrack.domain.replies.progress import latest_report
from revtrack.domain.replies.reminders import asks_for_presidium, made_for, unanswered
from revtrack.domain.states import to_judge
from revtrack.domain.texts.prose import lines_of
from revtrack.wording.words import capitalise_first, paragraph_sign


def to_be_judged(town: Town) -> list[Item]:
    """Return the replies, supplements and progress reports that nobody has judged."""
    waiting = [each for each in town.replies if to_judge(each.reply.responses)]
    waiting.sort(key=lambda each: _first_day(to_judge(each.reply.responses)))
    reports = map(_reported, pending_reports(town.held))
    return [*(_to_judge(town, each) for each in waiting), *reports]


def _first_day(responses: Sequence[Response]) -> str:
    days = [str(each.received_on) for each in responses if each.received_on]
    return min(days, default="")


def _to_judge(town: Town, each: HeldReply) -> Item:
    responses = to_judge(each.reply.responses)
    held = held_of(town, each)
    gap, late = gaps(held), ids(promise.held for promise in late_of(town, held))
    told = [_came(response) for response in responses]
    if any(response.kind is not ResponseKind.SUPPLEMENT for response in responses):
        told.append(_how_late(each))
    proposal = _judgement(gap, each.committee)
    told += _missing(gap)
    if late:
        passed = numbers(one for one in held if one.line.addressee.id in late)
        told.append(f"Utlovad tid har gått ut för {passed}")
    return Item(matter_of(each.case, each.committee), sentences(told), proposal)


def held_of(town: Town, each: HeldReply) -> list[Held]:
    """Return what the reply of a case is to answer."""
    return [
        held
        for held in town.held
        if held.case is each.case and held.line.committee.id == each.reply.committee.id
    ]


def _came(response: Response) -> str:
    what = "Kompletteringen" if response.kind is ResponseKind.SUPPLEMENT else "Yttrandet"
    day = f" {phrases.the_day(response.received_on)}" if response.received_on else ""
    parts = [
        paragraph_sign(response.paragraph) if response.paragraph else "",
        f"dnr {phrases.unbroken(response.diary_number)}" if response.diary_number else "",
    ]
    where = ", ".join(filter(None, parts))
    unknown = "" if day else "; dagen framgår inte av handlingen"
    return f"{what} kom in{day}{f' ({where})' if where else ''}{unknown}"


def _how_late(each: HeldReply) -> str:
    return f"Det var {answers.days_in_words(each.reply)} försenat" if each.reply.days_late else ""


def _missing(gap: Gaps) -> list[str]:
    found = [
        ("{} är ännu inte genomgången", "{} är ännu inte genomgångna", gap.unread),
        ("{} besvaras inte", "{} besvaras inte", gap.unanswered),
        (
            "Ställningstagandet till {} är oklart",
            "Ställningstagandena till {} är oklara",
            gap.unclear,
        ),
        (
            "{} avvisas eller åtgärdas inte enligt svaret",
            "{} avvisas eller åtgärdas inte enligt svaret",
            gap.refused,
        ),
        (
            "Ingen åtgärd anges för {}",
            "Ingen åtgärd anges för {}",
            gap.without_action,
        ),
        ("Ingen tidpunkt anges för {}", "Ingen tidpunkt anges för {}", gap.without_day),
    ]
    return [
        (one if len(held) == 1 else several).format(numbers(held))
        for one, several, held in found
        if held
    ]


def _judgement(gap: Gaps, committee: Committee) -> str:
    """Return what the facts speak for; the judgement itself is the auditors'."""
    if gap.unread:
        return "Svaret gås igenom och bedöms därefter."
    lacking = (*gap.unanswered, *gap.unclear)
    if lacking:
        return f"Komplettering begärs om {numbers(lacking)}."
    thin = (*gap.without_action, *gap.without_day)
    if thin:
        return (
            f"Revisorerna tar ställning till om svaret är tillräckligt eller ska kompletteras om "
            f"{numbers(thin)}."
        )
    if gap.refused:
        whose = phrases.genitive(general_word([committee]))
        return f"Revisorerna tar ställning till {whose} skäl och bedömer svaret."
    return "Revisorerna tar ställning till om svaret är tillräckligt."


def pending_reports(held: Iterable[Held]) -> list[list[tuple[Held, ProgressReport]]]:
    """Return the progress reports that nobody has judged, together for each audit and committee."""
    return _together(
        (each, report)
        for each in held
        for report in each.case.progress_by_addressee.get(each.line.addressee.id, ())
        if report.review is Review.PENDING
    )


def incomplete_reports(held: Iterable[Held]) -> list[list[tuple[Held, ProgressReport]]]:
    """Return the progress reports that are to be supplemented, together in the same way.

    A later report is the supplement; of what is closed none is awaited.
    """
    latest = (
        (each, latest_report(each.case.progress_by_addressee.get(each.line.addressee.id, ())))
        for each in held
        if each.is_open
    )
    return _together(
        (each, report)
        for each, report in latest
        if report is not None and report.review is Review.SUPPLEMENT_REQUESTED
    )


def _together(
    found: Iterable[tuple[Held, ProgressReport]],
) -> list[list[tuple[Held, ProgressReport]]]:
    groups: dict[tuple[int, int], list[tuple[Held, ProgressReport]]] = {}
    for held, report in found:
        groups.setdefault((held.case.audit.id, held.committee.id), []).append((held, report))
    return list(groups.values())


def _reported(found: Sequence[tuple[Held, ProgressReport]]) -> Item:
    held = found[0][0]
    it = "Lägesrapporten" if len(found) == 1 else "Lägesrapporterna"
    return Item(
        matter_of(held.case, held.committee),
        phrases.sentence(reports_in_words(found)),
        f"{it} godtas, eller komplettering begärs.",
    )


def reports_in_words(found: Sequence[tuple[Held, ProgressReport]]) -> str:
    """Return that progress reports have come and wait to be judged, with numbers and day."""
    days = [report.reported_on for _, report in found if report.reported_on]
    when = "har kommit in"
    if days and len(found) == 1:
        when = f"kom in {phrases.the_day(days[0])}"
    elif days:
        when += f", den första {phrases.the_day(min(days))},"
    what = "en lägesrapport" if len(found) == 1 else f"{_count(len(found))} lägesrapporter"
    is_judged = "bedömd" if len(found) == 1 else "bedömda"
    about = numbers(each for each, _ in found)
    return f"{what} om {about} {when} och är ännu inte {is_judged}"


def incomplete_in_words(found: Sequence[tuple[Held, ProgressReport]]) -> str:
    """Return that progress reports are to be supplemented, with numbers and day."""
    about, day = numbers(each for each, _ in found), found[0][1].reported_on
    if len(found) > 1:
        return f"komplettering av lägesrapporterna om {about} är begärd"
    of_day = f" {phrases.the_day(day)}" if day else ""
    return f"komplettering av lägesrapporten{of_day} om {about} är begärd"


def _count(number: int) -> str:
    return phrases.counts(number)[0]


def more_time(town: Town) -> list[Item]:
    """Return the requests for more time that nobody has decided on."""
    return [
        _request(town, each) for each in town.replies if each.reply.requested and each.reply.is_open
    ]


def _request(town: Town, each: HeldReply) -> Item:
    reply, wanted = each.reply, each.reply.requested
    if wanted is None:
        raise ValueError(each)
    asked = f" {phrases.the_day(wanted.asked_on)}" if wanted.asked_on else ""
    told = [
        f"Har{asked} begärt att få svara senast {phrases.the_day(wanted.new_due_on)}",
        f"Skäl: {wanted.reason}" if wanted.reason else "",
        _asked_for(town, each),
        f"Svarstiden har förlängts {_times(reply.times_extended)} tidigare"
        if reply.times_extended
        else "",
    ]
    day = phrases.the_day(wanted.new_due_on)
    again = " igen," if reply.times_extended else ""
    proposal = (
        f"Revisorerna tar ställning till om svarstiden ska förlängas{again} till {day} eller "
        "begäran avslås."
    )
    return Item(matter_of(each.case, each.committee), sentences(told), proposal)


def _times(number: int) -> str:
    return f"{phrases.counts(number)[0]} {'gång' if number == 1 else 'gånger'}"


def _asked_for(town: Town, each: HeldReply) -> str:
    reply = each.reply
    if reply.due_on is None:
        return ""
    day = phrases.the_day(reply.due_on)
    extended = " (förlängt)" if reply.extended_to else ""
    if not reply.is_late:
        return f"Svar önskas senast {day}{extended}"
    return f"Svar önskades senast {day}{extended}, {ago(reply.due_on, town.today)}"


def late_replies(town: Town) -> list[Item]:
    """Return the replies that are missing after their day, the latest first.

    Those for which more time is asked are an item of their own.
    """
    late = [each for each in town.replies if each.reply.is_late and not each.reply.requested]
    late.sort(key=lambda each: str(each.reply.due_on))
    return [_late(town, each) for each in late]


def _late(town: Town, each: HeldReply) -> Item:
    reply = each.reply
    meeting = reply.expected_meeting_on
    told = [
        _asked_for(town, each),
        "Beslutet är fattat men har inte kommit in" if reply.state is ReplyState.ADOPTED else "",
        reminded(each),
        f"Väntas behandlas {phrases.the_day(meeting)}" if meeting else "",
    ]
    return Item(matter_of(each.case, each.committee), sentences(told), _next_step(town, each))


def reminded(each: HeldReply) -> str:
    """Return when a committee was reminded of a reply, or that it has not been.

    A draft that has not been sent is told of as one.
    """
    sent = _of_the_day(each, each.reply.reminders)
    to_committee = [one for one in sent if one.form is not ReminderForm.PRESIDIUM]
    days = dict.fromkeys(phrases.the_day(one.reminded_on) for one in to_committee)
    drafts = _of_the_day(each, each.reply.reminder_drafts)
    if not sent and drafts:
        return capitalise_first(_drafted(drafts))
    told = f"Påmindes {join_names(days)}" if days else "Ingen påminnelse har gjorts"
    raised = [one for one in sent if one.form is ReminderForm.PRESIDIUM]
    if raised:
        told += f"; fullmäktiges presidium tillskrevs {phrases.the_day(raised[-1].reminded_on)}"
    return f"{told}; {_drafted(drafts)}" if drafts else told


def _drafted(drafts: Sequence[Reminder]) -> str:
    latest = max(drafts, key=lambda one: (one.reminded_on, one.id))
    what = (
        "ett brev till fullmäktiges presidium"
        if latest.form is ReminderForm.PRESIDIUM
        else "en påminnelse"
    )
    return (
        f"{what} framställdes som utkast {phrases.the_day(latest.reminded_on)} men är inte skickad"
    )


def _of_the_day(each: HeldReply, reminders: Sequence[Reminder]) -> tuple[Reminder, ...]:
    """Return the reminders of the day that counts."""
    reply = each.reply
    if reply.due_on is None:
        return ()
    return made_for(reminders, reply.due_on, reply.reply_case.due_on)


def _next_step(town: Town, each: HeldReply) -> str:
    reply = each.reply
    meeting, sent = reply.expected_meeting_on, _of_the_day(each, reply.reminders)
    drafts = _of_the_day(each, reply.reminder_drafts)
    if reply.due_on is None:
        raise ValueError(each)
    if meeting and meeting >= town.today:
        return f"Avvakta sammanträdet {phrases.the_day(meeting)}."
    if reply.state is ReplyState.ADOPTED:
        return "Beslutet begärs in."
    if any(one.form is ReminderForm.PRESIDIUM for one in sent):
        return "Revisorerna tar ställning till om svaret ska anses utebli."
    if drafts:
        is_letter = drafts[-1].form is ReminderForm.PRESIDIUM
        return "Brevet till presidiet skickas." if is_letter else "Påminnelsen skickas."
    if asks_for_presidium((), sent, reply.due_on, town.today):
        return "Det uteblivna svaret tas upp med fullmäktiges presidium."
    word = capitalise_first(general_word([each.committee]))
    return f"{word} påminns{' igen' if unanswered(sent, reply.due_on) else ''}."


def supplements(town: Town) -> list[Item]:
    """Return the supplements that are awaited, the earliest day first."""
    awaited = [each for each in town.replies if each.reply.state is ReplyState.INCOMPLETE]
    awaited.sort(key=lambda each: str(each.reply.supplement_due_on or "9999"))
    reports = map(_incomplete, incomplete_reports(town.held))
    return [*(_supplement(town, each) for each in awaited), *reports]


def _incomplete(found: Sequence[tuple[Held, ProgressReport]]) -> Item:
    held = found[0][0]
    state = phrases.sentence(capitalise_first(incomplete_in_words(found)))
    return Item(matter_of(held.case, held.committee), state, "Avvakta kompletteringen.")


def _supplement(town: Town, each: HeldReply) -> Item:
    reply, day = each.reply, each.reply.supplement_due_on
    told = ["Komplettering är begärd"]
    if day and reply.is_supplement_late:
        told = [f"Komplettering önskades senast {phrases.the_day(day)}, {ago(day, town.today)}"]
    elif day:
        told = [f"Komplettering önskas senast {phrases.the_day(day)}"]
    told += [f"Begäran: {note}" for note in _wishes(each)]
    if reply.expected_meeting_on:
        told.append(f"Väntas behandlas {phrases.the_day(reply.expected_meeting_on)}")
    word = capitalise_first(general_word([each.committee]))
    late = f"{word} påminns om kompletteringen."
    proposal = late if reply.is_supplement_late else "Avvakta kompletteringen."
    return Item(matter_of(each.case, each.committee), sentences(told), proposal)


def _wishes(each: HeldReply) -> tuple[str, ...]:
    """Return what the auditors asked for in the latest request of a supplement."""
    asked = [
        response.review_note
        for response in each.reply.responses
        if response.review is Review.SUPPLEMENT_REQUESTED and response.review_note
    ]
    return lines_of(asked[-1]) if asked else ()

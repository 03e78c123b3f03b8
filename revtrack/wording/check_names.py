"""What each check is called in a few words: for the history, which has no sentence of it."""

from collections.abc import Mapping

from revtrack.wording.language import term

CONTEXT = "check"
"""Of the names in the catalogue."""

CHECK_NAMES: Mapping[str, str] = {
    "no_recommendations": "No recommendation is registered",
    "without_recipient": "A recommendation goes to no committee",
    "wording_not_issued": "The letter's wording is missing",
    "omitted_from_letter": "Not in the letter",
    "wording_changed": "The letter changes the meaning",
    "added_in_letter": "Only in the letter",
    "wording_editorial": "The letter words it otherwise",
    "report_against_itself": "The report contradicts itself",
    "left_out_of_council_report": "Left out in what was reported to the council",
    "report_differs_in_form": "Other words in another part of the report",
    "report_differs_in_meaning": "Perhaps another meaning in another part of the report",
    "restated_in_form": "Given in other words later on",
    "restated_in_meaning": "Perhaps given in another meaning later on",
    "recipient_lost": "A recipient is lost",
    "recipient_lost_in_reporting": "A recipient is lost in the reply or the report to the council",
    "recipient_added": "A recipient too many",
    "recipients_counted": "Recipients read from words such as “all committees”",
    "recipients_unclear": "A recipient that is no known committee",
    "addressed_to_administration": "Addressed to an administration",
    "number_twice": "The same number twice",
    "number_missing": "A number is jumped over",
    "two_demands": "Two demands in one recommendation",
    "near_duplicate": "Two recommendations say nearly the same",
    "repeats_earlier": "Nearly the same as an earlier recommendation",
    "not_addressed": "Not answered in the reply",
    "unread_reply": "The reply has not been read",
    "not_restated_in_reply": "Not among those that the reply answers",
    "reply_without_decision": "A reply without a decision",
    "agrees_without_action": "Agrees without an action",
    "action_without_day": "An action without a day",
    "action_without_responsible": "An action that nobody answers for",
    "implied_action": "An action that is only hinted at",
    "action_against_answer": "An action against the answer",
    "relative_day": "A day that cannot be counted",
    "promise_passed": "An action before the reply day that is not accounted for",
    "met_against_report": "Said to be met, against the report",
    "action_overdue": "An action that is late",
    "draft_text_differs": "The decision is worded otherwise than the draft",
    "draft_recipients_differ": "The decision is sent to others than the draft says",
    "draft_position_differs": "The decision takes another position than the draft",
    "reply_overdue": "The reply is late and has not come",
    "reply_late": "The reply came late",
    "missing_meeting_day": "The day of the meeting is missing",
    "time_unknown": "Unknown whether the reply was in time",
    "reply_before_letter": "The reply is older than the letter",
    "days_out_of_order": "The reply came in before it was decided",
    "unknown_grantor": "Unknown who gave more time",
    "due_without_meeting": "No meeting before the reply day",
    "due_in_holidays": "The reply day lies in the holidays",
    "due_on_free_day": "The reply day is no working day",
    "due_too_soon": "Too little time for a reply",
    "missing_paragraph": "The number of the paragraph is missing",
    "missing_diary_number": "The diary number is missing",
    "foreign_diary_number": "Another committee's diary number",
    "diary_numbers_differ": "Two diary numbers for the same matter",
    "diary_year_differs": "A diary number of another year",
    "diary_number_shared": "The same diary number on several decisions",
    "paragraph_shared": "The same paragraph with several committees",
    "paragraph_twice": "Two replies under the same paragraph",
    "council_body_missing": "Unknown which body decided",
    "council_day_missing": "The day of the council's decision is missing",
    "laid_to_records_without_follow_up": "Laid to the records without a follow-up",
    "reply_not_sent_to_council": "The reply is not sent to the council",
    "placeholder_text": "Text that nobody has filled in",
    "same_text": "Two replies with the same text",
    "question_without_assessment": "An audit question without an assessment",
    "negative_without_recommendation": "A negative answer without a recommendation",
    "recommendation_without_question": "A recommendation without an audit question",
    "report_year_odd": "The report is of another year",
    "letter_before_report": "The letter is older than the report",
    "committee_ended": "The committee has ended",
    "matter_name_unlike": "The committee calls the matter something else",
}
"""English names of the checks, by their codes."""


def check_name(confirmed_as: str) -> str:
    """Return what the check of a confirmation is called; a code that nobody knows as it is.

    The identity of the fact that it rests on, which stands after the code, says nothing to a
    person.
    """
    code = confirmed_as.partition("@")[0]
    name = CHECK_NAMES.get(code)
    return term(CONTEXT, name) if name else code

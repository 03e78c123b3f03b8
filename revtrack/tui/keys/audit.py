"""Keys of an audit, of its matrix of assessments, and of a follow-up row by row."""

from textual.binding import Binding

from revtrack.domain.codes import Grade, VerdictStep
from revtrack.tui.keys.binding import quiet, shown
from revtrack.wording import _
from revtrack.wording.labels import label

AUDIT = [
    quiet("audit.next_tab", "right,l", "turn(1)", _("Next tab")),
    quiet("audit.previous_tab", "left,h", "turn(-1)", _("Previous tab")),
    quiet("audit.tab_1", "1", "show_tab(1)", _("Questions and assessments")),
    quiet("audit.tab_2", "2", "show_tab(2)", _("Recommendations")),
    quiet("audit.tab_3", "3", "show_tab(3)", _("Replies and due days")),
    quiet("audit.tab_4", "4", "show_tab(4)", _("Follow-up")),
    quiet("audit.tab_5", "5", "show_tab(5)", _("Documents")),
    quiet("audit.tab_6", "6", "show_tab(6)", _("Checks")),
    quiet("audit.tab_7", "7", "show_tab(7)", _("History")),
    shown("audit.question", "f", "add_question", _("New question")),
    shown("audit.matrix", "B", "assess", _("Assess"), tooltip=_("Fill in the assessments")),
    shown("audit.recommendation", "r", "add_recommendation", _("New recommendation")),
    shown("audit.hand_over", "o", "hand_over", _("Hand over"), tooltip=_("Hand over the audit")),
    shown("audit.reply", "s", "register_reply", _("Reply"), tooltip=_("Register a reply")),
    quiet("audit.progress", "å", "report_progress", _("Register a progress report")),
    quiet("audit.read_form", "L", "read_form", _("Read in a reply, a report or a letter")),
    shown("audit.extension", "e", "extend", _("Extension"), tooltip=_("Register an extension")),
    shown("audit.note", "m", "add_note", _("Note"), tooltip=_("Make a note in the reply case")),
    shown("audit.accept", "a", "accept", _("Accept"), tooltip=_("Find the reply sufficient")),
    shown(
        "audit.return",
        "i",
        "return_reply",
        _("Return"),
        tooltip=_("Return the reply for a supplement"),
    ),
    shown(
        "audit.insufficient",
        "u",
        "find_insufficient",
        _("Insufficient"),
        tooltip=_("Find the reply insufficient"),
    ),
    quiet("audit.take_back", "t", "take_back", _("Take back a judgement")),
    quiet("audit.give_up", "x", "give_up", _("Stop waiting for the reply")),
    quiet("audit.refer_back", "v", "refer_back", _("Note a draft as referred back")),
    shown(
        "audit.verdict",
        "n",
        "judge_recommendation",
        _("Judge"),
        tooltip=_("Register a follow-up verdict"),
    ),
    shown(
        "audit.close",
        "c",
        "close_recommendation",
        _("Close it"),
        tooltip=_("Close with outcome and reason"),
    ),
    shown(
        "audit.reopen",
        "w",
        "reopen_recommendation",
        _("Reopen"),
        tooltip=_("Open again what is closed"),
    ),
    shown(
        "audit.verdicts",
        "W",
        "judge_rows",
        _("Row by row"),
        tooltip=_("Judge a follow-up row by row"),
    ),
    shown("audit.start_follow_up", "U", "start_follow_up", _("Begin a follow-up")),
    shown(
        "audit.pack", "p", "make_pack", _("All papers"), tooltip=_("Make all papers of a follow-up")
    ),
    shown("audit.document", "d", "make_document", _("Document"), tooltip=_("Make a document")),
    shown(
        "audit.issue", "D", "issue", _("Sent"), tooltip=_("Note a document as sent or handed over")
    ),
    shown("audit.publish", "P", "publish", _("Publish"), tooltip=_("Publish a document")),
    shown("audit.confirm", "b", "confirm", _("Confirm"), tooltip=_("Confirm as intended")),
    quiet("audit.as_of", "ö", "as_of", _("The audit as it stood on a day")),
]

GRID = [
    quiet("grid.up", "up,k", "move(-1, 0)", _("Cell above")),
    quiet("grid.down", "down,j", "move(1, 0)", _("Cell below")),
    quiet("grid.left", "left,h", "move(0, -1)", _("Cell to the left")),
    quiet("grid.right", "right,l", "move(0, 1)", _("Cell to the right")),
    quiet("grid.first", "home,g", "first", _("First row")),
    quiet("grid.last", "end,G", "last", _("Last row")),
]

GRADES = [
    quiet(
        f"matrix.{grade.value}",
        str(number),
        f"grade('{grade.value}')",
        _("Assess: {grade}").format(grade=label(grade)),
    )
    for number, grade in enumerate(Grade, start=1)
]
"""A digit for each step, in the scale's order."""

MATRIX = [
    *GRADES,
    shown("matrix.all", "a", "same_for_all", _("All"), tooltip=_("The same for all committees")),
    shown("matrix.words", "enter", "words", _("Wording"), tooltip=_("Wording, section, reason")),
    shown("matrix.clear", "backspace", "clear", _("Clear"), tooltip=_("Clear the cell")),
]

JUDGEMENTS = [
    quiet(
        f"verdicts.{step.value}",
        str(number),
        f"judge('{step.value}')",
        _("Judge: {verdict}").format(verdict=label(step)),
    )
    for number, step in enumerate(VerdictStep, start=1)
]
"""A digit for each verdict, in the order of the scale."""

VERDICTS = [
    *JUDGEMENTS,
    shown("verdicts.evidence", "i", "evidence", _("Evidence"), tooltip=_("Write what was seen")),
    shown("verdicts.basis", "u", "turn_basis", _("Basis"), tooltip=_("What it rests on: the next")),
    shown("verdicts.solved", "b", "turn_solved", _("Solved"), tooltip=_("Problem solved: yes, no")),
    shown("verdicts.clear", "backspace", "clear", _("Clear"), tooltip=_("Clear the row")),
]

VERDICT_FIELD = [
    Binding(
        "enter",
        "go_on",
        _("Next row"),
        id="verdicts.next",
        tooltip=_("Next row, from the field of what was seen"),
        priority=True,
    )
]

SHEET = [
    shown("sheet.take_back", "ctrl+z", "take_back", _("Take back"), tooltip=_("Take back a step")),
    quiet("sheet.leave", "q", "back", _("Close; asks where something is not saved")),
    shown("sheet.save", "ctrl+s", "save", _("Save"), tooltip=_("Save all that is filled in")),
]

"""What can be wrong with a template: each kind declared once, with what to do about it."""

from revtrack.documents.accessibility.finding import Flaw
from revtrack.domain.codes import Severity
from revtrack.domain.errors import N_

UNKNOWN_FIELD = Flaw(
    "unknown_field",
    Severity.ERROR,
    N_("There is no field {field}. Did you mean {nearest}?"),
)
STRANGE_FIELD = Flaw(
    "strange_field",
    Severity.ERROR,
    N_("There is no field {field}. The fields are listed by: revtrack template fields {kind}."),
)
FOREIGN_FIELD = Flaw(
    "foreign_field",
    Severity.ERROR,
    N_("{field} is a field of {templates}, not of this template. Take it away."),
)
BROKEN_FIELD = Flaw(
    "broken_field",
    Severity.ERROR,
    N_("”{text}” is a broken field. Write {nearest}: two braces on each side."),
)
CODE = Flaw(
    "code",
    Severity.ERROR,
    N_(
        "”{text}” is code, and a template with code is not used. It may hold fields only; tables "
        "and lists are made by its blocks."
    ),
)
BLOCK_AMID_TEXT = Flaw(
    "block_amid_text",
    Severity.ERROR,
    N_("The block {field} stands amid other text. Let it stand alone in a paragraph of its own."),
)
BLOCK_TWICE = Flaw(
    "block_twice",
    Severity.ERROR,
    N_("The block {field} stands twice. Take one of them away."),
)
BLOCK_MISPLACED = Flaw(
    "block_misplaced",
    Severity.ERROR,
    N_(
        "The block {field} stands in a table, a text box, a header, a footer or a note. Let it "
        "stand alone in a paragraph of the page."
    ),
)
COLUMN_OUTSIDE = Flaw(
    "column_outside",
    Severity.ERROR,
    N_(
        "{field} is a column of the block {block}. It can only stand in the second and last row "
        "of a table right after that block."
    ),
)
COLUMN_CELL = Flaw(
    "column_cell",
    Severity.ERROR,
    N_(
        "”{text}” stands in a row of columns. Let each cell of the row hold one field alone, and "
        "each cell above it its heading; merge no cells."
    ),
)
MISSING_BLOCK = Flaw(
    "missing_block",
    Severity.NOTICE,
    N_("The block {field} is not there, so the document will lack it: {meaning}."),
)
UNUSED_FILE = Flaw(
    "unused_file",
    Severity.WARNING,
    N_(
        "No template is called so, and it is never used. The templates are listed by: revtrack "
        "template list."
    ),
)
PLAIN_HEADING = Flaw(
    "missing_heading_style",
    Severity.WARNING,
    N_(
        "The style ”{style}” is missing: headings become plain text, which screen readers and the "
        "table of contents pass over. Copy the style from our template."
    ),
)
PLAIN_LIST = Flaw(
    "missing_list_style",
    Severity.WARNING,
    N_(
        "The style ”{style}” is missing: lists lose their bullets or numbers. Copy the style from "
        "our template."
    ),
)
PLAIN_TABLE = Flaw(
    "missing_table_style",
    Severity.WARNING,
    N_(
        "The style ”{style}” is missing: tables without a pattern of their own get no lines. Copy "
        "the style from our template."
    ),
)
PLAIN_TEXT = Flaw(
    "missing_text_style",
    Severity.WARNING,
    N_(
        "The style ”{style}” is missing: its text looks like all other text. Copy the style from "
        "our template."
    ),
)
MACROS = Flaw(
    "macros",
    Severity.ERROR,
    N_("The file holds macros. Save it in Word as a document without macros (.docx)."),
)
LINKED = Flaw(
    "linked",
    Severity.ERROR,
    N_(
        "The file fetches {target} from elsewhere when it is opened. Insert the picture or the "
        "text itself instead of a link to it."
    ),
)
ATTACHED_TEMPLATE = Flaw(
    "attached_template",
    Severity.ERROR,
    N_(
        "The file is tied to another template, {target}, which Word fetches when it is opened. "
        "Choose Normal under Developer, Document Template."
    ),
)
EMBEDDED = Flaw(
    "embedded",
    Severity.ERROR,
    N_("The file holds an embedded object or a control. Take it away, or insert it as a picture."),
)
FETCHING_FIELD = Flaw(
    "fetching_field",
    Severity.ERROR,
    N_("Word's own field ”{text}” fetches or starts something when it is opened. Take it away."),
)
HIDDEN_TEXT = Flaw(
    "hidden_text",
    Severity.ERROR,
    N_("”{text}” is hidden text, which would be sent with every document. Take it away."),
)
TRACKED = Flaw(
    "tracked_changes",
    Severity.ERROR,
    N_("The file holds tracked changes. Accept or reject them all in Word."),
)
COMMENTS = Flaw("comments", Severity.ERROR, N_("The file holds comments. Delete them all in Word."))
CUSTOM_XML = Flaw(
    "custom_xml",
    Severity.NOTICE,
    N_("The file holds data of other programs (custom XML). They are left out of the documents."),
)
NOT_UTF8 = Flaw(
    "not_utf8", Severity.ERROR, N_("The text is not saved in UTF-8. Save it so in your editor.")
)
NO_SUBJECT = Flaw(
    "no_subject",
    Severity.ERROR,
    N_("The first line that is sent must be the mail's subject: ”Ämne: …”."),
)

FLAWS = {
    flaw.code: flaw
    for flaw in (
        *(UNKNOWN_FIELD, STRANGE_FIELD, FOREIGN_FIELD, BROKEN_FIELD, CODE, BLOCK_AMID_TEXT),
        *(BLOCK_TWICE, BLOCK_MISPLACED, COLUMN_OUTSIDE, COLUMN_CELL, MISSING_BLOCK, UNUSED_FILE),
        *(PLAIN_HEADING, PLAIN_LIST, PLAIN_TABLE, PLAIN_TEXT, MACROS, LINKED, ATTACHED_TEMPLATE),
        *(EMBEDDED, FETCHING_FIELD, HIDDEN_TEXT, TRACKED, COMMENTS, CUSTOM_XML, NOT_UTF8),
        NO_SUBJECT,
    )
}
"""Every kind of flaw by its code."""

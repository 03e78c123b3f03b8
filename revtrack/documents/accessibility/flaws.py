"""Every kind of flaw that a look through a file knows, with what to do about it."""

from revtrack.documents.accessibility.finding import Flaw
from revtrack.domain.codes import Severity
from revtrack.domain.errors import N_

ERROR, WARNING = Severity.ERROR, Severity.WARNING

# ---- of any file -----------------------------------------------------------------------------

NO_TITLE = Flaw(
    "no_title",
    ERROR,
    N_("The file's properties give no title. Write one: screen readers read it out first."),
)
LOW_CONTRAST = Flaw(
    "low_contrast",
    ERROR,
    N_(
        "”{text}” has the colour {ink} on {behind}: the contrast is {ratio} : 1, and {wanted} : 1 "
        "is needed. Choose a darker or a lighter colour."
    ),
)
COLOUR_ALONE = Flaw(
    "colour_alone",
    ERROR,
    N_("Only the colour tells ”{text}” from what stands beside it. Say in words what it means."),
)
NO_ALTERNATIVE_TEXT = Flaw(
    "no_alternative_text",
    ERROR,
    N_("A picture or a chart has no alternative text. Describe in a sentence what it shows."),
)
VAGUE_LINK = Flaw(
    "vague_link",
    WARNING,
    N_("The link ”{text}” does not say where it leads. Let its text name what is there."),
)
HEADING_GAP = Flaw(
    "heading_gap",
    ERROR,
    N_(
        "The heading has level {level}, and the one before it level {before}. "
        "Go down one level at a time."
    ),
)
FIRST_HEADING = Flaw(
    "heading_gap",
    ERROR,
    N_("The first heading has level {level}. Begin with level 1."),
)
EMPTY_HEADING = Flaw(
    "empty_heading",
    ERROR,
    N_("A heading has no text. Write it, or take the paragraph away."),
)
NO_DOCUMENT_TITLE = Flaw(
    "no_document_title",
    ERROR,
    N_(
        "There is no title: neither a paragraph in the title's style nor exactly one heading "
        "of level 1. Give the title that style."
    ),
)
SEVERAL_TITLES = Flaw(
    "several_document_titles",
    ERROR,
    N_("There are {count} titles. Keep one, and make headings of the others."),
)

# ---- of tables -------------------------------------------------------------------------------

NO_HEADER_ROW = Flaw(
    "no_header_row",
    ERROR,
    N_("The table has no header row that is repeated on each page. Mark its first row as one."),
)
HEADER_ROW_SPLITS = Flaw(
    "header_row_splits",
    WARNING,
    N_("The header row may be parted between two pages. Do not let the row break across pages."),
)
NO_TABLE_TITLE = Flaw(
    "no_table_title",
    ERROR,
    N_("The table has no title among its properties (alternative text). Write one."),
)
NO_TABLE_DESCRIPTION = Flaw(
    "no_table_description",
    ERROR,
    N_(
        "The table has no description among its properties (alternative text). "
        "Say what a row is and in which order the rows stand."
    ),
)
MERGED_CELLS = Flaw(
    "merged_cells",
    ERROR,
    N_("The cell is merged with another. Part them: a screen reader loses its way."),
)
EMPTY_CELL = Flaw(
    "empty_cell",
    WARNING,
    N_("The cell is empty. Write what is not there: ”–” or ”uppgift saknas”."),
)
LAYOUT_TABLE = Flaw(
    "layout_table",
    ERROR,
    N_("The table only places text on the page. Use paragraphs, columns or tab stops instead."),
)
EMPTY_ROW = Flaw(
    "empty_row",
    ERROR,
    N_("Row {row} is empty. Take it away, and give the rows beside it more height instead."),
)
EMPTY_COLUMN = Flaw(
    "empty_column",
    ERROR,
    N_(
        "Column {column} is empty. Take it away, and give the columns beside it more width instead."
    ),
)

# ---- of Word ---------------------------------------------------------------------------------

NO_LANGUAGE = Flaw(
    "no_language",
    ERROR,
    N_("The document does not say that it is in Swedish (sv-SE). Set its default language."),
)
STYLE_IN_OTHER_LANGUAGE = Flaw(
    "style_in_other_language",
    ERROR,
    N_("The style has the language {language}, not Swedish (sv-SE). Change the style."),
)
TEXT_IN_OTHER_LANGUAGE = Flaw(
    "text_in_other_language",
    ERROR,
    N_("”{text}” is marked as {language}, not Swedish (sv-SE). Set the language of the text."),
)
LIST_BY_HAND = Flaw(
    "list_by_hand",
    ERROR,
    N_("”{text}” is a list item typed by hand. Use the program's list, with bullets or numbers."),
)
HEADING_BY_HAND = Flaw(
    "heading_by_hand",
    WARNING,
    N_("”{text}” looks like a heading but is bold text only. Give it a heading's style."),
)
EMPTY_PARAGRAPH = Flaw(
    "empty_paragraph",
    WARNING,
    N_("An empty paragraph makes room. Take it away, and give the style space before or after."),
)
FLOATING = Flaw(
    "floating_object",
    ERROR,
    N_("A picture or a drawing floats beside the text. Place it in line with the text."),
)
TEXT_BOX = Flaw(
    "text_box",
    ERROR,
    N_("A text box breaks the order of reading. Move its text into the running text."),
)

# ---- of workbooks ----------------------------------------------------------------------------

UNNAMED_SHEET = Flaw(
    "unnamed_sheet",
    ERROR,
    N_("The sheet has no name of its own. Name it after what it holds."),
)
EMPTY_SHEET = Flaw("empty_sheet", WARNING, N_("The sheet is empty. Take it away."))
NO_HEADINGS = Flaw(
    "no_header_row",
    ERROR,
    N_("The columns have no header row at the top. Begin with a row that names each column."),
)
NOT_FROZEN = Flaw(
    "header_not_frozen",
    WARNING,
    N_("The header row does not stay in view. Freeze the panes below it."),
)
NOT_REPEATED = Flaw(
    "header_not_printed",
    WARNING,
    N_("The header row is not printed on each page. Choose it among the print titles."),
)
NO_CHART_TITLE = Flaw(
    "no_chart_title",
    ERROR,
    N_("The chart has no title. Write one that says what it shows."),
)

# ---- of web pages ----------------------------------------------------------------------------

NO_PAGE_LANGUAGE = Flaw(
    "no_language",
    ERROR,
    N_('The page does not say that it is in Swedish. Write lang="sv" in its html element.'),
)
NO_PAGE_TITLE = Flaw(
    "no_title",
    ERROR,
    N_("The page has no title. Write one: screen readers read it out first."),
)
NO_PAGE_HEADING = Flaw(
    "no_document_title",
    ERROR,
    N_("The page has no heading of level 1. Let its title be one."),
)
NO_SCOPE = Flaw(
    "no_scope",
    ERROR,
    N_("”{text}” does not say if it heads a column or a row. Give it a scope."),
)
NO_CAPTION = Flaw("no_caption", ERROR, N_("The table has no caption. Write one."))
NO_MAIN = Flaw(
    "no_main",
    WARNING,
    N_("The page does not say where its content begins. Put it in a main element."),
)

"""How far the reading of a paper's recommendations has come, and what that says of what comes."""

from dataclasses import dataclass, field

from revtrack.domain.proposals.committees.whom import Addressees, Whom
from revtrack.domain.proposals.recommending.recommended import Recommended
from revtrack.domain.proposals.text.columns import Columns


@dataclass
class Course:
    """What has been read so far, as far as it says something of what comes."""

    addressees: Addressees
    is_list: bool = False
    """Whether the paper is nothing but recommendations."""
    takes_earlier: bool = False
    """Whether those of an audit before count too."""
    is_reply: bool = False
    """Whether the paper is a reply, which gives what it was recommended, and what it says to it."""
    is_letter: bool = False
    """Whether the paper is a letter, which may ask questions and speaks of its matter alone."""
    whom: Whom | None = None
    is_open: bool = False
    """Whether the items that come are recommendations."""
    asks: bool = False
    """Whether they are questions to answer."""
    is_section: bool = False
    """Whether the chapter has recommendations."""
    is_only: bool = False
    """Whether it has nothing else: "Rekommendationer", not "Slutsatser och rekommendationer"."""
    is_fresh: bool = False
    """Whether nothing but lists has stood below the heading."""
    is_summary: bool = False
    of_heading: Whom | None = None
    """Who alone of those reviewed the headings of the chapter name, also as whose it tells."""
    left_to: Whom | None = None
    """To whom alone a follow-up says that recommendations were left."""
    of_audit: Whom | None = None
    """Whose audit a line says that a follow-up goes through now: "Granskad nämnd: …"."""
    is_elsewhere: bool = False
    """Whether the chapter tells of other things than what was found."""
    rank: int = 1
    run: int = 0
    level: int | None = None
    """Of the first item of the list that is read."""
    has_marks: bool = False
    """Whether items of that list have bullets or numbers."""
    lead: str = ""
    """The words before a list that the items go on with, where they are no recommendation."""
    earlier: Whom | None = None
    """Whom the list before was for."""
    label: Whom | None = None
    """Whom a line of names says that the text below it is about."""
    part: Whom | None = None
    """Whom a heading named, whose part lasts while headings below it say what was recommended."""
    is_below_label: bool = False
    """Whether such a line stood right above; several together are an address."""
    names_first: bool = False
    """Whether lines such as "Mottagare: …" stand above what is for them, and not below."""
    tells_put: bool = False
    """Whether sentences of a list may tell what was put to whom: where no table does."""
    is_told_in_lines: bool = False
    """Whether several lines of the paper say whom something is for."""
    found: list[Recommended] = field(default_factory=list)
    is_tabled: bool = False
    """Whether its recommendations stand in tables; the lines beside these explain them."""
    marked: int = 0
    """How many of those found have a bullet or a number of their own."""
    is_follow_up: bool = False
    """Whether running text tells what was recommended before: where no table does."""
    columns: Columns | None = None
    """Of the table above, where nothing but a page's head and foot stands between."""
    row_whom: Whom | None = None
    """Whom the last row of that table was for, where it goes on over a page."""
    pending: str | None = None
    """A number that stood in a heading before its text."""

    @property
    def tells_outcomes(self) -> bool:
        """Whether the paper follows up what was recommended: its text tells what was done."""
        return self.takes_earlier and not (self.is_list or self.is_reply)

    def begin_list(self) -> None:
        """Begin a new list."""
        self.run += 1
        self.level = None
        self.has_marks = False
        self.lead = ""

    def only_one(self) -> Whom | None:
        """Return the only committee that was reviewed: whom all is for that names nobody."""
        reviewed = self.addressees.reviewed
        return Whom(reviewed) if len(reviewed) == 1 else None

    def nobody_else(self) -> Whom | None:
        """Return whom all is for that names nobody: the only one, or the chapter's own."""
        return self.left_to or self.only_one() or self.of_heading

    def has_of_list(self) -> bool:
        """Tell whether the list that is read has a recommendation already."""
        return bool(self.found) and self.found[-1].run == self.run

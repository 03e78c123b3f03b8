"""What each kind of document about a municipality's audits is made of, in which formats."""

from revtrack.domain.codes import DocumentKind
from revtrack.services.papers.brief_makers import BRIEFS
from revtrack.services.papers.orders import Maker, MunicipalOrder
from revtrack.services.papers.summary_makers import SUMMARIES

MUNICIPAL: dict[DocumentKind, dict[str, tuple[Maker[MunicipalOrder], str]]] = {
    **BRIEFS,
    **SUMMARIES,
}
"""How each kind is made: by file name's ending, the maker and the template it needs."""

PER_COMMITTEE = frozenset({DocumentKind.COMMITTEE_BRIEF})
"""The kinds that are always about one committee."""

FOR_AUDITORS = frozenset(BRIEFS)
"""The kinds that are the auditors' own working papers, which clerks do not see."""

OF_THE_REGISTER = frozenset({DocumentKind.WATCH_LIST})
"""The kinds that can also be made of all municipalities of a register together."""

WITH_NEWS = frozenset({DocumentKind.MEETING_BRIEF})
"""The kinds that tell what is new since a day."""

OF_A_YEAR = frozenset({DocumentKind.ANNUAL_SUMMARY})
"""The kinds that are about one audit year."""

"""Builds the Word templates of the folder above: ``python -m templates.design``, run by hand.

The same script gives the same bytes. The looks are decided here; an office makes its own by editing
a copy in Word.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from docx.document import Document as DocumentObject
from docx.oxml.ns import nsdecls

from revtrack.documents import fields
from revtrack.documents.office import package, theme
from templates.design import briefs, clerks, correspondence, forms, letters, reports, tables

BUILT_ON = date(2025, 1, 1)
THEME = "word/theme/theme1.xml"
SETTINGS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<w:settings {nsdecls("w")}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    ' w:val="15"/></w:compat><w:themeFontLang w:val="sv-SE"/>'
    '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)
"""Of today's Word, in Swedish; python-docx would ask for the year 2010 and American English."""


@dataclass(frozen=True)
class Template:
    """A template: what builds it, and the title that its own file has."""

    build: Callable[[], DocumentObject]
    title: str


TEMPLATES = {
    fields.COVER_LETTER: Template(letters.cover_letter, "Missiv"),
    fields.RECOMMENDATION_TABLE: Template(tables.recommendation_table, "Rekommendationstabell"),
    fields.RESPONSE_SUMMARY: Template(tables.response_summary, "Svarssammanställning"),
    fields.ASSESSMENT_TABLE: Template(tables.assessment_table, "Bedömningstabell"),
    fields.ANNUAL_SUMMARY: Template(tables.annual_summary, "Årssammanställning"),
    fields.FOLLOW_UP_REPORT: Template(reports.follow_up_report, "Uppföljningsrapport"),
    fields.RESPONSE_FORM: Template(forms.response_form, "Svarsformulär"),
    fields.REMINDER: Template(letters.reminder, "Påminnelse"),
    fields.SUPPLEMENT_REQUEST: Template(
        correspondence.supplement_request, "Begäran om komplettering"
    ),
    fields.EXTENSION_NOTICE: Template(correspondence.extension_notice, "Förlängningsbesked"),
    fields.MEETING_BRIEF: Template(briefs.meeting_brief, "Underlag till revisorernas sammanträde"),
    fields.COMMITTEE_BRIEF: Template(briefs.committee_brief, "Underlag inför möte med nämnd"),
    fields.RISK_INPUT: Template(briefs.risk_input, "Underlag till riskanalysen"),
    fields.OFFICIAL_MEMO: Template(clerks.official_memo, "Tjänsteskrivelse"),
    fields.DECISION_TEXT: Template(clerks.decision_text, "Förslag till beslutstext"),
}
"""Every Word template by its file's name."""


def built(name: str) -> bytes:
    """Return a template as a file."""
    template = TEMPLATES[name]
    buffer = BytesIO()
    template.build().save(buffer)
    parts = package.scrub(package.read_parts(buffer.getvalue()))
    parts["docProps/core.xml"] = package.core_properties(
        title=template.title, author="RevTrack", on=BUILT_ON
    )
    parts[THEME] = theme.with_our_colours(parts[THEME])
    parts["word/settings.xml"] = SETTINGS.encode()
    parts["docProps/app.xml"] = package.app_properties()
    return package.write_parts(parts)

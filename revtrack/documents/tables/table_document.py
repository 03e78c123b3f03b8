"""What every Word table of an audit says around its own blocks: whose it is, of which day."""

from collections.abc import Mapping
from datetime import date

from revtrack.documents import phrases
from revtrack.documents.office import word
from revtrack.documents.office.blocks import Block
from revtrack.domain.case import AuditCase

Blocks = tuple[Block, ...]


def table_document(  # noqa: PLR0913 - what it is, of which audit, and its parts
    case: AuditCase,
    template: bytes,
    name: str,
    parts: Mapping[str, str | Blocks],
    *,
    title: str,
    today: date,
    stamp: str,
) -> bytes:
    """Return a Word table of an audit; ``parts`` are the fields of the template ``name`` alone.

    Where the audit is not handed over and the parts say nothing of it, it is marked as a draft.
    """
    context: dict[str, str | Blocks] = {
        "kommun": case.municipality.name,
        "utkast": "" if case.is_handed_over else phrases.DRAFT,
        "datum": today.isoformat(),
        "rubrik": title,
        **parts,
        "framstalld": phrases.stamp_note(today, stamp),
    }
    properties = word.Properties(
        template=name,
        title=f"{title}. {case.audit.title}",
        author=phrases.office(case.municipality),
        on=today,
    )
    return word.render(template, context, properties)

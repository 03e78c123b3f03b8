"""The figures of a report as a file."""

from pathlib import Path

from revtrack.documents import phrases
from revtrack.documents.tables.rates_workbook import rates_workbook
from revtrack.services.follow_up.reporting import Report
from revtrack.services.papers.files import written


def write_report(report: Report, path: Path) -> None:
    """Write the report as a workbook; raise RevTrackError where a file lies there already."""
    whose = report.municipality.name if report.municipality else "alla kommuner"
    year = f", granskningsår {report.year}" if report.year else ""
    several = len({town for town, _name in report.committees}) > 1
    content = rates_workbook(
        title=f"Uppföljning i siffror, {whose}{year}",
        author=phrases.office(report.municipality) if report.municipality else "Revisorerna",
        today=report.today,
        total=report.total,
        committees=[
            (f"{name} ({town})" if several else name, tally)
            for (town, name), tally in report.committees.items()
        ],
        years=[(str(each), tally) for each, tally in report.years.items()],
        audits=list(report.audits.items()),
    )
    with written(path.parent, {path.name: content}):
        pass

"""Numbers of chapters, sections, tables and charts, counted from first to last."""

from dataclasses import dataclass


@dataclass
class Numbering:
    """Counts chapters, the sections within each, tables and charts throughout."""

    chapters: int = 0
    sections: int = 0
    tables: int = 0
    charts: int = 0

    def chapter(self, title: str) -> str:
        """Return a chapter's heading with the next number: "2 Inledning"."""
        self.chapters += 1
        self.sections = 0
        return f"{self.chapters} {title}"

    def section(self, title: str) -> str:
        """Return a section's heading with the next number: "2.1 Bakgrund"."""
        self.sections += 1
        return f"{self.chapters}.{self.sections} {title}"

    def table(self, title: str) -> str:
        """Return a table's title with the next number: "Tabell 2. Begrepp"."""
        self.tables += 1
        return f"Tabell {self.tables}. {title}"

    def chart(self, title: str) -> str:
        """Return a chart's title with the next number: "Diagram 1. Läget per mottagare"."""
        self.charts += 1
        return f"Diagram {self.charts}. {title}"

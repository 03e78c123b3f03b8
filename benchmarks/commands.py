"""Commands as whole processes, against the import that none of them can do without."""

import tempfile
from pathlib import Path

from benchmarks.firm import AUDITS, TODAY, make_firm
from benchmarks.measure import ROUNDS, Figure, medians, process


def figures(
    audits: int = AUDITS, rounds: int = ROUNDS, firm: Path | None = None
) -> tuple[Figure, ...]:
    """Measure ``due`` on a register of so many audits, made here unless it is given, and help."""
    with tempfile.TemporaryDirectory() as made:
        path = firm or Path(made) / "firm.db"
        if firm is None:
            make_firm(path, audits).close()
        due = ("-m", "revtrack", "--database", str(path), "--today", TODAY.isoformat(), "due")
        taken = medians(
            {
                "sqlmodel": process("-c", "import sqlmodel"),
                "due": process(*due, "--json"),
                "help": process("-m", "revtrack", "--help"),
            },
            rounds,
        )
    beside = taken["sqlmodel"]
    return (
        Figure(
            f"revtrack due --json, {audits} audits, beside import sqlmodel",
            taken["due"] / beside,
            1.2,
        ),
        Figure("revtrack --help beside import sqlmodel", taken["help"] / beside, 0.5),
    )

"""Make the papers of the corpus: all, or those that are named."""

import json
import sys
from pathlib import Path

from tests.corpus.making.expected import expected
from tests.corpus.making.source import Source, read_source
from tests.corpus.making.text import make_text
from tests.corpus.making.word import make_word

CORPUS = Path(__file__).parents[1]


def make(source: Source) -> int:
    """Write a paper and what should be found in it; return how many bytes the paper has."""
    kind = source.looks["format"]
    if kind == "pdf":
        from tests.corpus.making.pdf import make_pdf  # noqa: PLC0415 - its tool may be missing

        content, places = make_pdf(source)
    else:
        content, places = (make_word if kind == "docx" else make_text)(source)
    (source.folder / f"paper.{kind}").write_bytes(content)
    written = json.dumps(expected(source, places), ensure_ascii=False, indent=1) + "\n"
    (source.folder / "expected.json").write_text(written, encoding="utf-8")
    return len(content)


def main() -> None:
    """Make what the command names."""
    for path in sorted(CORPUS.glob("*/*/source.txt")):
        if len(sys.argv) == 1 or path.parent.name in sys.argv[1:]:
            size = make(read_source(path.parent))
            sys.stdout.write(f"{path.parent.name}: {size} bytes\n")


main()

"""The parts of a case package as texts: what is in them is for the services to judge."""

import io
import zipfile

from revtrack.domain.errors import RevTrackError


def read_package(content: bytes) -> dict[str, str]:
    """Return the text of each part of the archive by its name.

    Raises RevTrackError where a part is not text: a package holds nothing else.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        try:
            return {name: archive.read(name).decode() for name in archive.namelist()}
        except UnicodeDecodeError as fault:
            raise RevTrackError("The file is no case package: a part of it is no text.") from fault

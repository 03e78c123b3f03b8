"""Where the templates and the sample data lie: inside an installed package, or in a checkout."""

import os
from pathlib import Path

from revtrack.documents.office.shipped import packaged, templates_folder
from revtrack.domain.errors import RevTrackError


def sample_data_folder() -> Path:
    """Return the folder of the sample case files."""
    return packaged("sample_data")


def office_template(name: str, folder: Path | None) -> Path | None:
    """Return the template of this file name in the office's own folder; None: there is none.

    Raises RevTrackError where the folder that the settings name is not there: a letter in other
    looks than the office's own would go out unnoticed.
    """
    if folder is None:
        return None
    if not folder.is_dir():
        raise RevTrackError(
            "The folder of your own templates, {path}, is not there. Make it with: revtrack "
            "template copy. Or change the setting templates (REVTRACK_TEMPLATES).",
            path=folder.absolute(),
        )
    path = folder / name
    return path if os.path.lexists(path) else None


def read_template(name: str, folder: Path | None) -> bytes:
    """Return the bytes of a template: the office's own, where its folder holds one, or ours.

    Raises RevTrackError where it cannot be read.
    """
    path = office_template(name, folder) or templates_folder() / name
    try:
        return path.read_bytes()
    except OSError as fault:
        raise RevTrackError(
            "The template {path} could not be read: {reason}. Put it back, or install again.",
            path=path,
            reason=fault,
        ) from fault

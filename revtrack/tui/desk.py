"""What every screen works with: the desk that forms know as well."""

from revtrack.forms.desk import Desk

__all__ = ["Desk"]

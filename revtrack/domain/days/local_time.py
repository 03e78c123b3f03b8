"""The time of day that people live by: that of Sweden, wherever the computer thinks it stands."""

from zoneinfo import ZoneInfo

HERE = ZoneInfo("Europe/Stockholm")
"""Where the meetings are held and the register is kept: an instant in UTC is a day here."""

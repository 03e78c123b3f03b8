"""Files of the office's programs: Word, Excel, mail and calendars, built and put together."""

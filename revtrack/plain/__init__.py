"""The plain line mode: numbered menus and questions in place of the screen, for screen readers."""

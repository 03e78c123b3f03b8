"""The program on the screen: keys, screens, widgets and their looks."""

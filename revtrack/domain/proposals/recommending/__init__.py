"""What a report or a letter recommends, to whom: lists, tables, running text."""

"""The lines of others' papers made into paragraphs, lists and tables, without the pages' own."""

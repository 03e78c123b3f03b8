"""A paper's lines, sentences, columns and verbs, as every other room reads them."""

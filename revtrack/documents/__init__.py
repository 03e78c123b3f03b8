"""One document each: records in, the bytes of a Word or Excel file out."""

"""What keeps somebody from reading a file: bytes in, findings out.

The rules are those of the law on accessible public services (2018:1937) and EN 301 549, as far as a
machine can tell. ``check.check_file`` looks through a Word document, a workbook or a web page.
"""

"""What the package knows of the world, as tables, and the indexes over them.

The tables in ``data/`` are comma-separated text that a political scientist can read and correct; the
code here only reads, checks and indexes them.
"""

"""Tables: sheets of spreadsheets, and texts that are rows of cells.

bytes → Workbook (cells with places) → tables (headings, rows) → Collected
"""

"""A chain as rows of a table: a workbook (.xlsx), text with cells (.csv), and both empty, to be filled in."""

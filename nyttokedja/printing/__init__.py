"""Pictures → PDF and PNG, by typst with the typeface that is kept here: the same bytes on every machine.

    lettering   text → the same text without characters that the typeface lacks, and which those were
    typst       a constant template and data → the bytes of a PDF or PNG file
    sheets      places of boxes and texts → the parts of a picture, one a page, with every box whole on one
    parts       the parts → what stands on each
    png         picture → PNG
    pdf         picture, its words and its table → PDF/UA

Nothing of a chain becomes markup: the templates are constant and read data.
"""

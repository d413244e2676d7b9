"""Document → Word file, in the styles of our own base or of an organisation's template.

markup     texts, paragraphs and breaks → the XML of Word
tables     tables and key figures → that XML
pictures   figures → parts of the file, and the XML that shows them
styles     what styles are called in a template; those that it lacks are added
template   an organisation's file → what its documents begin as, or why it is refused
body       sections, sheets and contents → the XML of the whole
"""

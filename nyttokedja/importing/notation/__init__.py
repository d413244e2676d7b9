"""Notes typed while people talk, a line each → what they say.

    bytes → lines → outline (who stands under whom) → boxes by their words → Collected

`vocabulary` knows letters and words, `arrow_signs` arrows and bullets, `marks` what a note says of itself.
"""

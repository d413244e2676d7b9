"""The format's keys and values in Swedish, Norwegian and English, by their place in the schema."""

from nyttokedja.vocabulary.forms import NODES, Form, root_form
from nyttokedja.vocabulary.translation import Translated, speak, translate
from nyttokedja.vocabulary.words import Words, format_words, words

__all__ = ["NODES", "Form", "Translated", "Words", "format_words", "root_form", "speak", "translate", "words"]

"""The canonical schema → the schemas that editors read for files in Swedish and Norwegian words.

Same structure, with each key and listed value in the language's word and its help in the language.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from nyttokedja.language.codes import CANONICAL, LANGUAGES
from nyttokedja.language.forms import Form, localized, root_form
from nyttokedja.language.keywords import words
from nyttokedja.language.schema import CHAIN_SCHEMA, canonical
from nyttokedja.language.tables import table

_ARROW = " -> "
_TAUGHT = ("title", "description")


def file_name(language: str) -> str:
    """The name of a language's schema; the canonical one is the English one."""
    return CHAIN_SCHEMA if language == CANONICAL else f"chain.{language}.schema.json"


def modeline(language: str, folder: str) -> str:
    """The comment that tells an editor which schema a file in this language follows."""
    return f"# yaml-language-server: $schema={folder.rstrip('/')}/{file_name(language)}"


def schema_files() -> Mapping[str, str]:
    """File name → content, for every language."""
    return {file_name(language): _text(schema_in(language)) for language in LANGUAGES}


def schema_in(language: str) -> dict[str, Any]:
    """The schema for files whose keys are in a language's words."""
    if language == CANONICAL:
        return canonical()
    translator = _Translator(language)
    keys = _keys_of_defs()
    defs = {
        name: translator.place(Form(schema, name, keys.get(name, name)), name)
        for name, schema in canonical()["$defs"].items()
    }
    root = translator.place(root_form(), "chain")
    first = {"$schema": root.pop("$schema"), "$id": file_name(language)}
    return {**first, **root, "$id": file_name(language), "$defs": defs}


def _keys_of_defs() -> Mapping[str, str]:
    """`$def` → a key that holds it, whose listed values the words know by the key."""
    holders = (canonical(), *canonical()["$defs"].values())
    return {
        held["$ref"].removeprefix("#/$defs/"): key
        for holder in holders
        for key, held in holder.get("properties", {}).items()
        if "$ref" in held
    }


def _text(schema: Mapping[str, Any]) -> str:
    if schema is canonical():
        from nyttokedja.language.schema import folder

        return (folder() / CHAIN_SCHEMA).read_text("utf-8")
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


class _Translator:
    def __init__(self, language: str) -> None:
        self.language = language
        self.help = table(language, "help")

    def place(self, form: Form, help: str) -> dict[str, Any]:
        """The schema of one place, with its keys, values, examples and help translated."""
        schema = {key: value for key, value in form.schema.items() if key not in ("$defs", *_TAUGHT)}
        taught = {key: self.help[help][key] for key in _TAUGHT if help in self.help}
        schema = {**taught, **schema}
        if "properties" in schema:
            schema["properties"] = self._properties(form)
        if "required" in schema:
            schema["required"] = [words(self.language).key(name, form.name) for name in schema["required"]]
        if "examples" in schema:
            named = form.within_ref() or form
            shown = [self._put(localized(example, self.language, named)) for example in schema["examples"]]
            schema["examples"] = [each for n, each in enumerate(shown) if each not in shown[:n]]
        return self._values(schema, form)

    def _put(self, example: Any) -> Any:
        """An example with its texts, names and arrows in the language."""
        if isinstance(example, dict):
            return {self._put(key): self._put(value) for key, value in example.items()}
        if isinstance(example, list):
            return [self._put(item) for item in example]
        if not isinstance(example, str):
            return example
        said: Mapping[str, str] = self.help["examples"]
        return _ARROW.join(said.get(part, part) for part in example.split(_ARROW))

    def _properties(self, form: Form) -> dict[str, Any]:
        properties = {}
        for name, schema in form.schema["properties"].items():
            held = Form(schema, "", name)
            place = self.place(held, f"{form.name}.{name}")
            own = words(self.language)
            properties.update(dict.fromkeys((own.key(name, form.name), *own.further_keys(name)), place))
        return properties

    def _values(self, schema: dict[str, Any], form: Form) -> dict[str, Any]:
        if form.takes_truth:
            spoken = [form.truth(value, self.language) for value in (True, False)]
            if form.takes_date:
                return _either(schema, [True, False, *spoken])
            return {**schema, "type": ["boolean", "string"], "enum": [True, False, *spoken]}
        if form.listed == ("none",):
            return {**schema, "pattern": f"^{form.word('none', self.language)}$"}
        if form.listed:
            listed = [form.word(value, self.language) for value in form.listed]
            return {**schema, "enum": [*listed, *words(self.language).further_values(form.key)]}
        return schema


def _either(schema: dict[str, Any], truths: list[str | bool]) -> dict[str, Any]:
    """The schema of a place for a date or a truth, whose words no pattern of dates may refuse."""
    taught = {key: value for key, value in schema.items() if key in _TAUGHT}
    date = {key: value for key, value in schema.items() if key not in _TAUGHT}
    return {**taught, "anyOf": [{"enum": truths}, {**date, "type": ["string", "integer"]}]}

"""Where the schemas lie."""

import json

import pytest

from nyttokedja.language import schema


def test_the_schema_is_that_of_the_folder():
    assert schema.canonical() == json.loads((schema.folder() / schema.CHAIN_SCHEMA).read_text("utf-8"))
    assert schema.canonical() is schema.canonical()


def test_the_folder_is_inside_the_package_where_it_is_there_and_else_beside_it(monkeypatch, tmp_path):
    monkeypatch.setattr(schema, "_HERE", tmp_path / "package")
    with pytest.raises(FileNotFoundError):
        schema.folder()
    beside, inside = tmp_path / "schemas", tmp_path / "package" / "schemas"
    for place in (beside, inside):
        place.mkdir(parents=True)
    (beside / schema.CHAIN_SCHEMA).write_text("{}", "utf-8")
    assert schema.folder() == beside
    (inside / schema.CHAIN_SCHEMA).write_text("{}", "utf-8")
    assert schema.folder() == inside

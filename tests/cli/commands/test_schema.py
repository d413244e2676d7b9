"""The command schema: the JSON Schemas for editors."""

from pathlib import Path


def test_the_schemas_are_written_for_editors(run):
    ran = run("schema", "my/schemas")
    assert sorted(p.name for p in Path("my/schemas").iterdir()) == [
        "chain.nb.schema.json",
        "chain.schema.json",
        "chain.sv.schema.json",
        "settings.schema.json",
    ]
    assert "# yaml-language-server: $schema=my/schemas/chain.sv.schema.json" in ran.out

"""A stand-in for jsonschema_rs, which browsers have no build of: its verdict, by code made of a schema."""

from copy import deepcopy

import fastjsonschema


class Verdict:
    """Whether data fits a schema."""

    def __init__(self, schema, formats, validate_formats):
        self._judge = fastjsonschema.compile(
            deepcopy(schema),  # it writes in what it is given
            formats=formats,
            use_default=False,
            use_formats=validate_formats,
            detailed_exceptions=False,
        )

    def is_valid(self, data):
        try:
            self._judge(data)
        except fastjsonschema.JsonSchemaValueException:
            return False
        return True


def validator_for(schema, formats=None, validate_formats=False):
    return Verdict(schema, formats or {}, validate_formats)

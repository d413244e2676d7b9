"""What our own files say of a box in one line: importers read it as a query."""

from urllib.parse import parse_qs

from nyttokedja.exporting.own_data import said_in_line


def test_letters_and_digits_of_every_language_are_to_be_read_and_all_else_comes_back():
    data = {"id": "kortare_väntan", "for": 'A&B = 50 %, "Ågård"', "owner": "", "typ": "ærlig ø 北"}
    line = said_in_line(data)
    assert line.startswith("id=kortare_väntan&")
    assert "ærlig%20ø%20北" in line
    assert {key: values[0] for key, values in parse_qs(line).items()} == {k: v for k, v in data.items() if v}

"""Elements and their XML, pictograms and colours: what any part of a picture is made of."""

"""Elements and their XML, pictograms, colours and rectangles: what any part of a picture is made of."""

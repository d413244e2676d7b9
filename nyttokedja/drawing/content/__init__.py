"""Chain, graph and findings → the content of a picture: texts and annotations of boxes, kinds of arrows."""

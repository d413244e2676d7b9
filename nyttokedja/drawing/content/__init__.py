"""Chain, graph and findings → what a picture says: lines and marks of its boxes, kinds of its arrows."""

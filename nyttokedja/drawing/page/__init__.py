"""Everything placed and routed → the whole picture: columns, bands, heading, legend, and its SVG."""

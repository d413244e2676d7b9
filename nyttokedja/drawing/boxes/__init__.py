"""What a box says → its measured text, its outline, and the docks under it."""

"""Many files → what came of each: checked, fixed, formatted, drawn or questioned, in several processes."""

"""What several commands share: work over many files, shown as it comes and summed up at the end."""

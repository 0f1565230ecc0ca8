"""The rules: one module a field, each rule a value with its own examples, and what they share (names, posts)."""

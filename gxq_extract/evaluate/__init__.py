"""Measuring: rules against their examples, output against gold."""

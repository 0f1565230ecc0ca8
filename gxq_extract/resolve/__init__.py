"""From mentions to facts: years, people, and what the page as a whole knows."""

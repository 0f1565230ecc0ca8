"""What people look at: roll-ups over many bulletins, a page in the terminal, and a report as one HTML file."""

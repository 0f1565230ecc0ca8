"""From bytes to text: decoding, the clean view with its offset map, bulletins and their headlines."""

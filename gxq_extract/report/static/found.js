'use strict';

/** Colour the words of the search in a text, also where marks and line breaks run through them. */
function colourFound(node, query) {
  if (!window.CSS?.highlights) return;
  const words = (query || '')
    .split(/\s+/)
    .map((word) => word.toLowerCase())
    .filter(Boolean);
  const letters = node && words.length ? lettersOf(node) : [];
  const text = letters.map(({ letter }) => letter).join('');
  const ranges = words.flatMap((word) => placesOf(word, text).map((place) => rangeOf(letters, place, word.length)));
  CSS.highlights.set('found', new Highlight(...ranges));
}

/** Every UTF-16 unit of the text but white space, with its place in the document. */
function lettersOf(node) {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const letters = [];
  while (walker.nextNode()) {
    const { data } = walker.currentNode;
    for (let offset = 0; offset < data.length; offset += 1) {
      const letter = data[offset].toLowerCase();
      if (letter.trim()) letters.push({ letter: letter[0], holder: walker.currentNode, offset });
    }
  }
  return letters;
}

function placesOf(word, text) {
  const places = [];
  for (let place = text.indexOf(word); place >= 0; place = text.indexOf(word, place + word.length)) places.push(place);
  return places;
}

function rangeOf(letters, place, length) {
  const range = new Range();
  const [first, last] = [letters[place], letters[place + length - 1]];
  range.setStart(first.holder, first.offset);
  range.setEnd(last.holder, last.offset + 1);
  return range;
}

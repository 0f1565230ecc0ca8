'use strict';

const SHOWN_AT_FIRST = 60;

/**
 * A view with a toolbar, a list and a detail beside it; on a narrow screen one of the two at a time.
 * `matches` makes a test of rows from the state; `drawDetail` gives the nodes for a row; `keyOf` names a row in an
 * address, and so does `otherKeyOf`; `onShown` is called with the detail and the state after each change.
 */
function panes(options) {
  const { view, all, keyOf, otherKeyOf = keyOf, matches, search, filters } = options;
  const { exporter, rowHeight, drawRow, drawDetail, onShown = () => {} } = options;
  const selection = SELECTION[view];
  let shown = all;
  let drawnRow;
  const bar = toolbar(search, filters, { ...exporter, name: view, rows: () => shown });
  const open = (row, step) => go({ view, [selection]: keyOf(row) }, step);
  const list = virtualList({ label: word(view), rowHeight, drawRow, keyOf, open });
  const detail = element('article', { className: 'detail', tabIndex: -1 });
  const split = element('div', { className: 'split' }, list.node, detail);
  const node = element('section', { className: `view view-${view}` }, bar.node, split);

  function update(state) {
    shown = all.filter(matches(state));
    bar.update(state, shown.length, all.length);
    list.setRows(shown);
    const asked = state[selection];
    const found = asked ? findRow(asked) : shown[0];
    node.dataset.pane = asked ? 'detail' : 'list';
    list.select(found && keyOf(found));
    if (!found || found !== drawnRow) fill(found, asked);
    onShown(detail, state);
  }

  function findRow(key) {
    return all.find((row) => keyOf(row) === key) || all.find((row) => otherKeyOf(row) === key);
  }

  function fill(row, asked) {
    drawnRow = row;
    closeWhy();
    const back = button(word('back'), () => go({ [selection]: '' }), { className: 'back quiet' });
    const message = asked ? word('not_found', asked) : word(all.length ? 'nothing' : 'empty');
    detail.replaceChildren(
      back,
      ...(row ? drawDetail(row, list.step) : [element('p', { className: 'nothing' }, message)]),
    );
    detail.scrollTop = 0;
  }

  return { node, update, step: list.step };
}

/** Fill a row of a list with a headline, a line below it, and a count or mark at its end. */
function fillRow(node, headline, below, end) {
  const side = end && element('span', { className: 'row-end' }, end);
  node.append(
    element(
      'div',
      { className: 'row-text' },
      element('div', { className: 'row-headline' }, headline),
      element('div', { className: 'row-below' }, ...below),
    ),
    side || '',
  );
}

/** Bulletins as links by day, the first ones at once and the others on request. */
function bulletinLinks(ids) {
  const sorted = ids.map((id) => bulletinById.get(id)).sort((one, other) => sortDay(one).localeCompare(sortDay(other)));
  const list = element('ul', { className: 'bulletin-links' });
  const add = (bulletins) => list.append(...bulletins.map((bulletin) => element('li', {}, bulletinLink(bulletin))));
  add(sorted.slice(0, SHOWN_AT_FIRST));
  if (sorted.length <= SHOWN_AT_FIRST) return [list];
  const more = button(word('more', sorted.length - SHOWN_AT_FIRST), () => {
    add(sorted.slice(SHOWN_AT_FIRST));
    more.remove();
  });
  return [list, more];
}

/** Undated bulletins come last. */
function sortDay(bulletin) {
  return dayOf(bulletin) || '9';
}

/** A bulletin's day and headline as a link to it. */
function bulletinLink(bulletin) {
  const day = element('span', { className: 'day' }, bulletin.date || word('undated'));
  return link({ view: 'bulletins', bulletin: bulletin.id }, {}, day, headlineOf(bulletin));
}

/** The headline, or for a picture without one the beginning of its text. */
function headlineOf(bulletin) {
  if (bulletin.title) return printed(bulletin.title.replace(/\s+/g, ' '));
  const beginning = textOf(bulletin).trim().replace(/\s+/g, ' ').slice(0, 30);
  return beginning ? printed(`${beginning}…`, 'no-headline') : word('untitled');
}

/** Where the bulletins lie on the report's calendar: a line from first to last with a dot a day. */
function track(ids) {
  const days = ids
    .map((id) => dayOf(bulletinById.get(id)))
    .filter(Boolean)
    .sort();
  const node = element('div', { className: 'track', role: 'img', aria: { label: spanOfDays(days[0], days.at(-1)) } });
  if (!days.length) return node;
  const places = [...new Set(days.map(calendarPlace))];
  const line = { left: `${places[0]}%`, width: `${places.at(-1) - places[0]}%` };
  node.append(element('span', { className: 'track-line', style: line }));
  node.append(...places.map((place) => element('span', { className: 'track-dot', style: { left: `${place}%` } })));
  return node;
}

/** The day's place on the report's calendar in per cent, in steps fine enough for the eye. */
function calendarPlace(day) {
  const [first, last] = calendar;
  return last > first ? Math.round(((dayNumber(day) - first) / (last - first)) * 400) / 4 : 50;
}

/** The years under a track. */
function trackScale() {
  const [first, last] = calendar.map((day) => new Date(day * DAY).getUTCFullYear());
  const years = Array.from({ length: last - first }, (_, place) => first + 1 + place);
  const step = Math.ceil(years.length / 8) || 1;
  const ticks = years
    .filter((year) => year % step === 0)
    .map((year) =>
      element('span', { className: 'track-tick', style: { left: `${calendarPlace(`${year}-01-01`)}%` } }, String(year)),
    );
  return element('div', { className: 'track-scale', aria: { hidden: 'true' } }, ...ticks);
}

/** Cards side by side for names that may mean one thing. */
function doubles(title, hint, row, cardOf) {
  if (!row.possible_same.length) return null;
  const cards = [row, ...row.possible_same].map((same) => cardOf(same.name, row.name));
  const grid = element('div', { className: 'cards' }, ...cards);
  return element(
    'section',
    { className: 'doubles' },
    element('h3', {}, title),
    element('p', { className: 'hint' }, hint),
    grid,
  );
}

/** The name with the characters emphasised that the other name does not have. */
function contrasted(name, other) {
  const shared = commonCharacters(name, other);
  const pieces = [...name].map((character, place) => (shared.has(place) ? character : element('em', {}, character)));
  return element('span', { lang: 'zh-Hans', className: 'contrasted' }, ...pieces);
}

/** The places of the characters of a longest common subsequence. */
function commonCharacters(name, other) {
  const [one, two] = [[...name], [...other]];
  const longest = Array.from({ length: one.length + 1 }, () => new Array(two.length + 1).fill(0));
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = two.length - 1; j >= 0; j -= 1) {
      longest[i][j] = one[i] === two[j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
    }
  }
  const places = new Set();
  for (let i = 0, j = 0; i < one.length && j < two.length;) {
    if (one[i] === two[j]) {
      places.add(i);
      i += 1;
      j += 1;
    } else if (longest[i + 1][j] >= longest[i][j + 1]) i += 1;
    else j += 1;
  }
  return places;
}

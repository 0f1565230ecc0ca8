'use strict';

function personFilter({ find, sector, only }) {
  const wanted = folded(find || '');
  return (row) =>
    (!sector || row.sectors.includes(sector)) &&
    (!only || row.possible_same.length > 0) &&
    (!wanted || folded([row.name, ...row.posts.map((post) => post.full)].join('\n')).includes(wanted));
}

function drawPersonRow(row, node) {
  const latest = row.posts.at(-1);
  const double = row.possible_same.length
    ? element('span', { className: 'warned' }, `≈ ${row.possible_same[0].name}`)
    : null;
  const post = latest ? printed(latest.full, 'names') : null;
  fillRow(node, printed(row.name), [double, post || spanOfDays(row.first, row.last)], String(row.count));
}

function personDetail(row) {
  return [
    element('header', { className: 'detail-head' }, element('h2', {}, printed(row.name)), personMeta(row)),
    doubles(word('possible_person'), word('possible_person_hint'), row, personCard),
    section(word('posts'), ...postLines(row)),
    section(word('actions'), ...actionList(row)),
    section(word('together'), ...companions(row)),
    section(word('seen_in'), ...bulletinLinks(row.bulletins)),
  ].filter(Boolean);
}

function personMeta(row) {
  const sectors = row.sectors.map((sector) => element('span', { className: 'badge' }, word(sector)));
  return element(
    'p',
    { className: 'meta' },
    ...sectors,
    bulletinCount(row.count),
    element('span', {}, spanOfDays(row.first, row.last)),
  );
}

/** Each post with the days on which it was seen. */
function postLines(row) {
  if (!row.posts.length) return [element('p', { className: 'hint' }, word('no_posts'))];
  const lines = row.posts.map((post) =>
    element(
      'li',
      { className: 'tracked' },
      element(
        'div',
        {},
        printed(post.full),
        element('small', {}, spanOfDays(post.first, post.last), ' · ', bulletinCount(post.count)),
      ),
      track(post.bulletins),
    ),
  );
  return [element('ul', { className: 'tracks' }, ...lines), trackScale()];
}

function actionList(row) {
  const items = Object.entries(row.actions).map(([action, ids]) =>
    element(
      'details',
      { className: 'action' },
      element('summary', {}, word(action), element('small', {}, bulletinCount(ids.length))),
      ...bulletinLinks(ids),
    ),
  );
  return items;
}

function companions(row) {
  const chips = row.together
    .slice(0, SHOWN_AT_FIRST)
    .map(({ name, count }) =>
      link({ view: 'people', person: name }, { className: 'chip' }, printed(name), element('small', {}, String(count))),
    );
  return chips.length ? [element('p', { className: 'chips' }, ...chips)] : [];
}

/** One of two spellings: what differs stands out, the posts that both hold are marked. */
function personCard(name, other) {
  const row = personByName.get(name);
  const against = name === other ? row.possible_same[0].name : other;
  const same = row.possible_same.find((one) => one.name === against);
  const posts = row.posts.map((post) =>
    element('li', { className: same.posts.includes(post.full) ? 'common' : '' }, printed(post.full)),
  );
  return element(
    'div',
    { className: 'card' },
    link({ view: 'people', person: name }, { className: 'card-name' }, contrasted(name, against)),
    element('small', {}, spanOfDays(row.first, row.last), ' · ', bulletinCount(row.count)),
    element('ul', {}, ...posts),
    track(row.bulletins),
  );
}

/** The view of people. */
function peopleView() {
  return panes({
    view: 'people',
    all: report.people,
    keyOf: (row) => row.name,
    matches: personFilter,
    search: searchInput('find', 'find'),
    filters: [boundSelect('sector', ['public', 'private']), boundTick('only', 'only_pairs')],
    exporter: {
      columns: {
        name: (row) => row.name,
        sectors: (row) => row.sectors,
        posts: (row) => row.posts.map((post) => post.full),
        actions: (row) => Object.entries(row.actions).map(([action, ids]) => `${action} ${ids.length}`),
        possible_same: (row) => row.possible_same.map((same) => same.name),
        ...SIGHTING_COLUMNS,
      },
    },
    rowHeight: 66,
    drawRow: drawPersonRow,
    drawDetail: personDetail,
  });
}

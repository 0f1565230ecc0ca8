'use strict';

function projectFilter({ find, sort, only }) {
  const wanted = folded(find || '');
  return (row) =>
    (!sort || row.kinds.includes(sort)) &&
    (!only || row.possible_same.length > 0) &&
    (!wanted || folded([row.name, ...row.inspections.map((one) => one.name)].join('\n')).includes(wanted));
}

function drawProjectRow(row, node) {
  const double = row.possible_same.length
    ? element('span', { className: 'warned' }, `≈ ${row.possible_same[0].name}`)
    : null;
  fillRow(node, printed(row.name), [double || spanOfDays(row.first, row.last)], String(row.count));
}

function projectDetail(row) {
  return [
    element('header', { className: 'detail-head' }, element('h2', {}, printed(row.name)), projectMeta(row)),
    doubles(word('possible_project'), word('possible_project_hint'), row, projectCard),
    section(word('mentions'), track(row.bulletins), trackScale()),
    section(word('inspections'), ...inspectionList(row)),
    section(word('seen_in'), ...bulletinLinks(row.bulletins)),
  ].filter(Boolean);
}

function projectMeta(row) {
  const kinds = row.kinds.map((kind) => element('span', { className: 'badge' }, word(kind)));
  return element(
    'p',
    { className: 'meta' },
    ...kinds,
    bulletinCount(row.count),
    element('span', {}, spanOfDays(row.first, row.last)),
  );
}

/** Who inspected the project, with the days, each a link to its bulletin. */
function inspectionList(row) {
  const byName = grouped(row.inspections, (one) => one.name);
  const items = [...byName].map(([name, inspections]) => {
    const days = inspections
      .slice(0, SHOWN_AT_FIRST)
      .map(({ bulletin, date }) =>
        link({ view: 'bulletins', bulletin }, { className: 'chip' }, date || word('undated')),
      );
    return element('li', {}, link({ view: 'people', person: name }, {}, printed(name)), ' ', ...days);
  });
  const none = element('p', { className: 'hint' }, word('no_inspections'));
  return [items.length ? element('ul', { className: 'inspections' }, ...items) : none];
}

function projectCard(name, other) {
  const row = projectByName.get(name);
  const against = name === other ? row.possible_same[0].name : other;
  return element(
    'div',
    { className: 'card' },
    link({ view: 'projects', project: name }, { className: 'card-name' }, contrasted(name, against)),
    element('small', {}, spanOfDays(row.first, row.last), ' · ', bulletinCount(row.count)),
    track(row.bulletins),
  );
}

/** The view of projects. */
function projectsView() {
  return panes({
    view: 'projects',
    all: report.projects,
    keyOf: (row) => row.name,
    matches: projectFilter,
    search: searchInput('find', 'find'),
    filters: [boundSelect('sort', ['construction', 'industry', 'programme'], 'kind'), boundTick('only', 'only_pairs')],
    exporter: {
      columns: {
        name: (row) => row.name,
        kinds: (row) => row.kinds,
        inspections: (row) => row.inspections.map((one) => `${one.name} ${one.date || ''}`.trim()),
        possible_same: (row) => row.possible_same.map((same) => same.name),
        ...SIGHTING_COLUMNS,
      },
    },
    rowHeight: 66,
    drawRow: drawProjectRow,
    drawDetail: projectDetail,
  });
}

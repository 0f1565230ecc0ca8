'use strict';

const NAMED = ['reporter', 'official'];

/** A test of bulletins from the state: text, kind, field, person, and days. */
function bulletinFilter({ q, kind, has, name, from, to }) {
  const words = (q || '').split(/\s+/).map(folded).filter(Boolean);
  const person = folded(name || '');
  return (bulletin) =>
    (!kind || bulletin.kind === kind) &&
    (!has || hasField(bulletin, has)) &&
    (!person || bulletin.facts.some((fact) => NAMED.includes(fact.field) && folded(fact.name).includes(person))) &&
    isBetween(dayOf(bulletin), from, to) &&
    words.every((one) => searchText(bulletin).includes(one));
}

function hasField(bulletin, field) {
  if (field === 'warning') return bulletin.warnings.length > 0;
  if (field === 'undated_filter') return !dayOf(bulletin);
  return bulletin.facts.some((fact) => fact.field === field);
}

/** Whether the day lies between the two, which may be missing; an unknown day lies between none. */
function isBetween(day, from, to) {
  return (!from && !to) || (day !== null && (!from || day >= from) && (!to || day <= to));
}

/** The filters that bulletins and timeline share. */
function bulletinControls() {
  const search = searchInput('q', 'search');
  const filters = [
    boundSelect('kind', ['news', 'photo', 'commentary']),
    boundSelect('has', [...FIELDS, 'warning', 'undated_filter']),
    personInput(),
    boundInput('from', 'date'),
    boundInput('to', 'date'),
  ];
  return { search, filters };
}

/** How bulletins are saved: names and values in cells, or the facts whole. */
function bulletinExporter() {
  const named = (field) => (row) => row.facts.filter((fact) => fact.field === field).map((fact) => fact.name);
  const titled = (fact) => (fact.posts?.length ? `${fact.name} (${fact.posts.join('、')})` : fact.name);
  return {
    whole: ({ runs, facts, ...row }) => ({
      ...row,
      facts: facts.map((fact) => ({ ...fact, rules: fact.rules.map((rule) => report.rules[rule]) })),
    }),
    columns: {
      id: (row) => row.id,
      path: (row) => row.path,
      kind: (row) => row.kind,
      date: (row) => row.date,
      title: (row) => row.title,
      dates: (row) => row.facts.filter((fact) => fact.field === 'date').map((fact) => fact.value),
      reporters: named('reporter'),
      officials: (row) => row.facts.filter((fact) => fact.field === 'official').map(titled),
      meetings: named('meeting'),
      projects: named('project'),
      warnings: (row) => row.warnings.map((warning) => warning.code),
    },
  };
}

function drawBulletinRow(bulletin, node) {
  const warned = bulletin.warnings.length ? element('span', { className: 'warned' }, word('warning')) : null;
  const people = bulletin.facts.filter((fact) => fact.field === 'official').map((fact) => fact.name);
  const names = people.length ? printed(people.slice(0, 3).join('、') + (people.length > 3 ? '…' : ''), 'names') : null;
  const kind = bulletin.kind === 'news' ? null : element('span', { className: 'badge' }, word(bulletin.kind));
  fillRow(node, headlineOf(bulletin), [bulletin.date || word('undated'), kind, names, warned]);
}

/** The view of bulletins: list and reader. */
function bulletinsView() {
  return panes({
    view: 'bulletins',
    all: report.bulletins,
    keyOf: (bulletin) => bulletin.id,
    matches: bulletinFilter,
    ...bulletinControls(),
    exporter: bulletinExporter(),
    rowHeight: 78,
    drawRow: drawBulletinRow,
    drawDetail: reader,
    onShown: (detail, { q }) => colourFound(detail.querySelector('.reader-text'), q),
  });
}

'use strict';

/** The view of bulletins by day: all years as calendars, or one month as an agenda; days without any stay visible. */
function timelineView() {
  const { search, filters } = bulletinControls();
  let shown = [];
  const bar = toolbar(search, filters, { ...bulletinExporter(), name: 'timeline', rows: () => shown });
  const body = element('div', { className: 'timeline detail', tabIndex: -1 });

  function update(state) {
    shown = report.bulletins.filter(bulletinFilter(state));
    bar.update(state, shown.length, report.bulletins.length);
    const byDay = grouped(shown, dayOf);
    const drawn = /^\d{4}-\d{2}$/.test(state.month || '') ? monthAgenda(state.month, byDay) : allYears(byDay);
    body.replaceChildren(...(shown.length ? drawn : [element('p', { className: 'nothing' }, word('nothing'))]));
  }

  return { node: element('section', { className: 'view view-timeline' }, bar.node, body), update, step: () => {} };
}

/** The rows by what `keyOf` says of each. */
function grouped(rows, keyOf) {
  const groups = new Map();
  rows.forEach((row) => {
    const key = keyOf(row);
    if (groups.has(key)) groups.get(key).push(row);
    else groups.set(key, [row]);
  });
  return groups;
}

/** Each year with twelve small calendars; years without bulletins in one line. */
function allYears(byDay) {
  const days = [...byDay.keys()].filter(Boolean).sort();
  const byYear = grouped(days, (day) => Number(day.slice(0, 4)));
  const most = Math.max(0, ...days.map((day) => byDay.get(day).length));
  const nodes = [...byYear].flatMap(([year, yearDays], place, all) => {
    const gap = place ? emptyYears(all[place - 1][0] + 1, year - 1) : null;
    return [gap, yearCalendar(year, yearDays, byDay, most)];
  });
  return [...nodes.filter(Boolean), ...undatedNote(byDay)];
}

function emptyYears(first, last) {
  if (first > last) return null;
  const years = first === last ? String(first) : `${first}–${last}`;
  return element('p', { className: 'gap gap-years' }, word('no_bulletins_years', years));
}

function undatedNote(byDay) {
  const undated = byDay.get(null)?.length;
  if (!undated) return [];
  const there = { view: 'bulletins', has: 'undated_filter', bulletin: '' };
  return [element('p', { className: 'gap' }, link(there, {}, word('without_date', undated)))];
}

function yearCalendar(year, days, byDay, most) {
  const count = days.reduce((sum, day) => sum + byDay.get(day).length, 0);
  const months = Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`);
  const grid = element('div', { className: 'months' }, ...months.map((month) => monthCalendar(month, byDay, most)));
  const heading = element('h2', {}, String(year), element('small', {}, bulletinCount(count)));
  return element('section', { className: 'year' }, heading, grid);
}

function monthCalendar(month, byDay, most) {
  const days = daysOfMonth(month);
  const count = days.reduce((sum, day) => sum + (byDay.get(day)?.length || 0), 0);
  const name = new Date(`${month}-01T00:00:00Z`).toLocaleDateString(language, { month: 'short', timeZone: 'UTC' });
  const heading = count ? link({ view: 'timeline', month }, {}, name, ` (${count})`) : element('span', {}, name);
  const cells = days.map((day) => dayCell(day, byDay.get(day)?.length || 0, most));
  cells[0].style.gridColumnStart = String(((new Date(`${days[0]}T00:00:00Z`).getUTCDay() + 6) % 7) + 1);
  return element(
    'div',
    { className: 'month' },
    element('h3', {}, heading),
    element('div', { className: 'days' }, ...cells),
  );
}

function daysOfMonth(month) {
  const [year, number] = month.split('-').map(Number);
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length }, (_, place) => `${month}-${String(place + 1).padStart(2, '0')}`);
}

/** A day: a link to its bulletins, darker the more there are, or an empty cell. */
function dayCell(day, count, most) {
  const label = String(Number(day.slice(8)));
  if (!count) return element('span', { className: 'cell' }, label);
  const there = { view: 'bulletins', from: day, to: day, bulletin: '' };
  const strength = String(Math.min(4, Math.ceil((4 * count) / most)));
  return link(there, { className: 'cell filled', title: `${day}: ${bulletinCount(count)}`, data: { strength } }, label);
}

/** The days of a month with their bulletins, and how many days lie without any between them. */
function monthAgenda(month, byDay) {
  const days = daysOfMonth(month);
  const items = [];
  let empty = 0;
  days.forEach((day) => {
    if (!byDay.has(day)) {
      empty += 1;
      return;
    }
    items.push(emptyDays(empty), agendaDay(day, byDay.get(day)));
    empty = 0;
  });
  const none = element('p', { className: 'nothing' }, word('no_bulletins_month'));
  return [monthHead(month), ...(items.length ? [...items, emptyDays(empty)].filter(Boolean) : [none])];
}

function monthHead(month) {
  const name = new Date(`${month}-01T00:00:00Z`).toLocaleDateString(language, {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return element(
    'header',
    { className: 'month-head' },
    link({ month: '' }, { className: 'button quiet' }, word('all_years')),
    link({ month: monthBeside(month, -1) }, { className: 'button quiet', title: word('previous') }, '‹'),
    element('h2', {}, name),
    link({ month: monthBeside(month, 1) }, { className: 'button quiet', title: word('next') }, '›'),
  );
}

function monthBeside(month, step) {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + step, 1)).toISOString().slice(0, 7);
}

function emptyDays(count) {
  if (!count) return null;
  return element('p', { className: 'gap' }, count === 1 ? word('no_bulletins_day') : word('no_bulletins_days', count));
}

function agendaDay(day, bulletins) {
  const name = new Date(`${day}T00:00:00Z`).toLocaleDateString(language, {
    weekday: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const items = bulletins.map((bulletin) =>
    element('li', {}, link({ view: 'bulletins', bulletin: bulletin.id }, {}, headlineOf(bulletin))),
  );
  return element('section', { className: 'agenda-day' }, element('h3', {}, name), element('ul', {}, ...items));
}

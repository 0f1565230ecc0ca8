'use strict';

const DAY = 86400000;
const report = readData();
const bulletinById = new Map(report.bulletins.map((bulletin) => [bulletin.id, bulletin]));
const personByName = new Map(report.people.map((row) => [row.name, row]));
const projectByName = new Map(report.projects.map((row) => [row.name, row]));
const seriesByKey = new Map(report.meetings.map((row) => [seriesKey(row), row]));
const searchTexts = new Map();

/** The embedded data; its element is dropped so that the text is held once. */
function readData() {
  const holder = document.getElementById('data');
  const data = JSON.parse(holder.textContent);
  holder.remove();
  return data;
}

/** What names a series of meetings in an address. */
function seriesKey(row) {
  return [row.organization, row.series].filter(Boolean).join(' ');
}

/** Text as the search compares it: half-width, lower case, without white space, so that line breaks do not hide words. */
function folded(text) {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/** The bulletin's text as printed. */
function textOf(bulletin) {
  return bulletin.runs.map((run) => (typeof run === 'string' ? run : run[0])).join('');
}

/** Everything of a bulletin that the search looks through, made at its first use. */
function searchText(bulletin) {
  if (!searchTexts.has(bulletin.id)) {
    const names = bulletin.facts.map((fact) => fact.name);
    searchTexts.set(bulletin.id, folded([bulletin.title || '', ...names, bulletin.path, textOf(bulletin)].join('\n')));
  }
  return searchTexts.get(bulletin.id);
}

/** The bulletin's day (YYYY-MM-DD), null if its year, month or day is unknown. */
function dayOf(bulletin) {
  const day = (bulletin.date || '').slice(0, 10);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null;
}

/** Days since 1970 of a day. */
function dayNumber(day) {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

/** The first and the last known day of all bulletins, as day numbers. */
const calendar = (() => {
  const days = report.bulletins.map(dayOf).filter(Boolean).sort();
  return days.length ? [dayNumber(days[0]), dayNumber(days.at(-1))] : [0, 0];
})();

/** A span of days in words. */
function spanOfDays(first, last) {
  if (!first) return word('undated');
  return first === last ? first : `${first} – ${last}`;
}

'use strict';

/** Save rows as a file; `rows`, `columns` (for CSV: a name and how to get its cell) and `name` make the exporter. */
function save(format, { name, rows, columns, whole = (row) => row }) {
  const text = format === 'csv' ? csvOf(rows(), columns) : `${JSON.stringify(rows().map(whole), null, 1)}\n`;
  const type = format === 'csv' ? 'text/csv;charset=utf-8' : 'application/json';
  const address = URL.createObjectURL(new Blob([text], { type }));
  element('a', { href: address, download: `${name}.${format}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** The rows as CSV (RFC 4180) with the byte order mark by which spreadsheets know UTF-8. */
function csvOf(rows, columns) {
  const lines = [Object.keys(columns), ...rows.map((row) => Object.values(columns).map((cell) => cell(row)))];
  return `\ufeff${lines.map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** One cell; an apostrophe keeps a spreadsheet from running text of a page as a formula. */
function csvCell(value) {
  const text = Array.isArray(value) ? value.join('; ') : String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The columns that every row of a roll-up ends with. */
const SIGHTING_COLUMNS = {
  first: (row) => row.first,
  last: (row) => row.last,
  count: (row) => row.count,
  bulletins: (row) => row.bulletins,
};

'use strict';

function meetingFilter({ find, only }) {
  const wanted = folded(find || '');
  return (row) => (!only || missingCount(row) > 0) && (!wanted || folded(seriesKey(row)).includes(wanted));
}

/** How many numbers between the ones seen no bulletin names. */
function missingCount(row) {
  return row.runs.flatMap((run) => run.missing).reduce((sum, [first, last]) => sum + last - first + 1, 0);
}

function drawMeetingRow(row, node) {
  const missing = missingCount(row);
  const gaps = missing ? element('span', { className: 'warned' }, word('missing_short', missing)) : null;
  fillRow(node, printed(seriesKey(row)), [spanOfDays(row.first, row.last), gaps], String(row.count));
}

function meetingDetail(row) {
  return [
    element('header', { className: 'detail-head' }, element('h2', {}, printed(seriesKey(row))), meetingMeta(row)),
    section(word('numbers'), ...row.runs.map(runOfNumbers)),
    section(word('mentions'), track(row.bulletins), trackScale()),
    row.runs.length && row.unnumbered.count
      ? section(word('no_number'), ...bulletinLinks(row.unnumbered.bulletins))
      : null,
    section(word('seen_in'), ...bulletinLinks(row.bulletins)),
  ].filter(Boolean);
}

function meetingMeta(row) {
  return element(
    'p',
    { className: 'meta' },
    bulletinCount(row.count),
    element('span', {}, spanOfDays(row.first, row.last)),
  );
}

/** The numbers of a year or term in order, each a link, the missing ones between them as gaps. */
function runOfNumbers(run) {
  const gapBefore = new Map(
    run.missing.map(([first, last]) => [last + 1, first === last ? `${first}` : `${first}–${last}`]),
  );
  const chips = run.numbers.flatMap((number) => {
    const gap = gapBefore.get(number.number);
    return [gap && element('span', { className: 'chip missing' }, word('missing', gap)), numberChip(number)].filter(
      Boolean,
    );
  });
  return element(
    'div',
    { className: 'run' },
    element('h4', {}, runName(run)),
    element('p', { className: 'chips' }, ...chips),
  );
}

function runName({ year, term }) {
  const pieces = [year && word('year_run', year), term && word('term_run', term)].filter(Boolean);
  return pieces.length ? pieces.join(' · ') : word('plain_run');
}

function numberChip({ number, text, first, bulletins }) {
  const there = { view: 'bulletins', bulletin: bulletins[0] };
  return link(
    there,
    { className: 'chip', title: text },
    word('number_seen', number),
    element('small', {}, first || word('undated')),
  );
}

/** The view of series of meetings. */
function meetingsView() {
  return panes({
    view: 'meetings',
    all: report.meetings,
    keyOf: seriesKey,
    otherKeyOf: (row) => row.series,
    matches: meetingFilter,
    search: searchInput('find', 'find'),
    filters: [boundTick('only', 'only_gaps')],
    exporter: {
      columns: {
        series: (row) => row.series,
        organization: (row) => row.organization,
        numbers: (row) =>
          row.runs.map((run) => `${run.year || run.term || ''}: ${run.numbers.map((one) => one.number).join(' ')}`),
        missing: (row) =>
          row.runs.flatMap((run) =>
            run.missing.map(([first, last]) => `${run.year || run.term || ''}: ${first}-${last}`),
          ),
        ...SIGHTING_COLUMNS,
      },
    },
    rowHeight: 66,
    drawRow: drawMeetingRow,
    drawDetail: meetingDetail,
  });
}

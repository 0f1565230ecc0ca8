'use strict';

const FIELDS = ['date', 'reporter', 'official', 'meeting', 'project'];

/** What its field adds to a fact's name, as nodes and text. */
function factDetails(fact) {
  const details = {
    date: () => [fact.value],
    reporter: () => [word(fact.role)],
    official: () => [
      printed((fact.posts || []).join('、')),
      [word(fact.sector), ...(fact.actions || []).map((action) => word(action))].join(' · '),
    ],
    meeting: () => [meetingPlace(fact)],
    project: () => [word(fact.kind)],
  };
  const pieces = details[fact.field]().filter((piece) => piece && piece.textContent !== '');
  return pieces.flatMap((piece, place) => (place ? [element('br'), piece] : [piece]));
}

/** A meeting's year, term and number in words. */
function meetingPlace(fact) {
  const pieces = [
    fact.year && word('year_run', fact.year),
    fact.term && word('term_run', fact.term),
    fact.number && word('number_seen', fact.number),
  ];
  return pieces.filter(Boolean).join(' · ');
}

/** The reader: headline, text with marks, and facts; a mark and its fact show each other. */
function reader(bulletin, step) {
  const text = readerText(bulletin);
  const facts = factPanel(bulletin);
  const body = element('div', { className: 'reader' }, text, facts);
  const chooseAt = (fact) => choose(body, fact);
  text.addEventListener('click', (event) => {
    const mark = event.target.closest('mark');
    if (mark) showFact(bulletin, mark, chooseAt);
  });
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.target.tagName !== 'MARK') return;
    showFact(bulletin, event.target, chooseAt);
  });
  facts.addEventListener('click', (event) => {
    const item = event.target.closest('[data-fact]');
    if (!item) return;
    if (event.target.closest('.why-button')) openWhyOfFact(bulletin, item);
    else findInText(body, chooseAt(item.dataset.fact));
  });
  return [readerHead(bulletin, step), body];
}

function readerHead(bulletin, step) {
  const turning = element(
    'nav',
    { className: 'turning' },
    button('‹', () => step(-1), { className: 'quiet', title: word('previous') }),
    button('›', () => step(1), { className: 'quiet', title: word('next') }),
  );
  const published = bulletin.published && word('published', bulletin.published);
  const place = [published, bulletin.publisher].filter(Boolean).join(' · ');
  const meta = element(
    'p',
    { className: 'meta' },
    element('span', { className: 'badge' }, word(bulletin.kind)),
    element('time', {}, bulletin.date || word('undated')),
    place && element('span', {}, place),
    element('span', { className: 'path' }, bulletin.id === bulletin.path ? bulletin.id : bulletin.path),
  );
  return element(
    'header',
    { className: 'reader-head' },
    turning,
    meta,
    element('h2', {}, headlineOf(bulletin)),
    highlighting(),
  );
}

/** Ticks that switch the marks of a field on and off; they are the legend too. */
function highlighting() {
  const ticks = FIELDS.map((field) => {
    const input = element('input', { type: 'checkbox', checked: !document.body.classList.contains(`hide-${field}`) });
    input.addEventListener('change', () => document.body.classList.toggle(`hide-${field}`, !input.checked));
    return element('label', { className: `legend field-${field}` }, input, word(field));
  });
  return element('fieldset', { className: 'legends' }, element('legend', {}, word('highlight')), ...ticks);
}

/** The text in paragraphs, its marks as <mark> elements. */
function readerText(bulletin) {
  const node = element('div', { className: 'reader-text', lang: 'zh-Hans' });
  if (!bulletin.runs.length) return element('div', { className: 'reader-text nothing' }, word('no_text'));
  let paragraph = element('p');
  const seen = new Set();
  bulletin.runs.forEach((run) => {
    const [text, ...marks] = typeof run === 'string' ? [run] : run;
    text.split(/\s*\n\s*/).forEach((line, place) => {
      if (place && paragraph.hasChildNodes()) {
        node.append(paragraph);
        paragraph = element('p');
      }
      if (line) paragraph.append(marks.length ? markOf(bulletin, line, marks, seen) : line);
    });
  });
  node.append(paragraph);
  return node;
}

/** A stretch of text with its marks: coloured by the narrowest, underlined by the widest too. */
function markOf(bulletin, text, marks, seen) {
  const [inner] = marks.at(-1);
  const node = element('mark', { className: `field-${bulletin.facts[inner].field}` }, text);
  if (marks.length > 1) node.classList.add('nested', `outer-${bulletin.facts[marks[0][0]].field}`);
  node.dataset.facts = marks.map(([fact]) => fact).join(' ');
  node.dataset.rule = marks.at(-1)[1];
  node.setAttribute('role', 'button');
  node.tabIndex = seen.has(inner) ? -1 : 0;
  seen.add(inner);
  return node;
}

/** The facts of the bulletin, field by field, and its doubts. */
function factPanel(bulletin) {
  const numbered = bulletin.facts.map((fact, number) => ({ fact, number }));
  const groups = FIELDS.map((field) =>
    factGroup(
      field,
      numbered.filter(({ fact }) => fact.field === field),
    ),
  );
  const doubts = bulletin.warnings.map((warning) =>
    element('li', {}, element('code', {}, warning.code), ' ', printed(warning.message)),
  );
  const warnings = doubts.length
    ? element('section', { className: 'warnings' }, element('h4', {}, word('warnings')), element('ul', {}, ...doubts))
    : null;
  const none = bulletin.facts.length ? null : element('p', { className: 'nothing' }, word('no_facts'));
  const content = element('div', { className: 'fact-groups' }, ...groups, warnings, none);
  const summary = element('summary', {}, `${word('facts')} (${bulletin.facts.length})`);
  return element('details', { className: 'facts', open: innerWidth > NARROW }, summary, content);
}

function factGroup(field, numbered) {
  if (!numbered.length) return null;
  const items = numbered.map(({ fact, number }) => factItem(fact, number));
  return element('section', {}, element('h4', {}, fieldTag(field)), element('ul', {}, ...items));
}

function factItem(fact, number) {
  const details = factDetails(fact);
  const naming = button(printed(fact.name, 'fact-name'), () => {}, { className: 'fact-button' });
  if (details.length) naming.append(element('span', { className: 'fact-details' }, ...details));
  const why = button('?', () => {}, { className: 'why-button quiet', title: word('why') });
  why.classList.toggle('has-assumption', fact.assumed.length > 0);
  return element('li', { className: 'fact', data: { fact: number } }, naming, why);
}

/** Mark the fact and its places in the text as chosen; gives its places. */
function choose(body, fact) {
  body.querySelectorAll('.chosen').forEach((node) => node.classList.remove('chosen'));
  const marks = [...body.querySelectorAll('mark')].filter((mark) => mark.dataset.facts.split(' ').includes(fact));
  [...marks, ...body.querySelectorAll(`.fact[data-fact="${Number(fact)}"]`)].forEach((node) =>
    node.classList.add('chosen'),
  );
  return marks;
}

/** From a mark to its fact: chosen in the panel, explained beside the mark. */
function showFact(bulletin, mark, chooseAt) {
  const fact = mark.dataset.facts.split(' ').at(-1);
  chooseAt(fact);
  openWhy(bulletin.facts[fact], [Number(mark.dataset.rule)], mark);
}

/** From a fact to its places in the text, one after the other at each click. */
function findInText(body, marks) {
  if (!marks.length) return;
  const next = (marks.findIndex((mark) => mark.classList.contains('found')) + 1) % marks.length;
  body.querySelectorAll('.found').forEach((mark) => mark.classList.remove('found'));
  marks[next].classList.add('found');
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  marks[next].scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
}

function openWhyOfFact(bulletin, item) {
  const fact = bulletin.facts[item.dataset.fact];
  openWhy(fact, fact.rules, item.querySelector('.why-button'));
}

'use strict';

const BUILDERS = {
  bulletins: bulletinsView,
  timeline: timelineView,
  people: peopleView,
  meetings: meetingsView,
  projects: projectsView,
};
const KEYS = [
  ['/', 'key_search'],
  ['1–5', 'key_views'],
  ['j k', 'key_rows'],
  ['Esc', 'key_close'],
  ['t', 'key_theme'],
  ['l', 'key_language'],
  ['?', 'key_help'],
];
// Filters that mean something else, or nothing, in another view.
const OWN_FILTERS = { find: '', only: '', sector: '', sort: '' };
let views = {};
let current = null;

/** Build the frame anew; views are made when they are first looked at. */
function build() {
  document.documentElement.lang = language;
  views = {};
  current = null;
  const main = element('main', { id: 'main' });
  document.body.replaceChildren(skipLink(), masthead(), main, whyBox, helpDialog());
  showView(readState());
}

function skipLink() {
  return button(word('skip'), () => (document.querySelector('.list') || document.querySelector('.detail')).focus(), {
    className: 'skip',
  });
}

function masthead() {
  const tabs = VIEWS.map((view) => element('a', { className: 'tab', data: { view } }, word(view)));
  const settings = element(
    'div',
    { className: 'settings' },
    button(word('language'), switchLanguage, { className: 'quiet' }),
    button('◐', switchTheme, { className: 'quiet', title: word('theme') }),
    button('?', showHelp, { className: 'quiet', title: word('help') }),
  );
  const sources = element('small', { title: report.sources.join('\n') }, word('sources', report.sources.join(', ')));
  const name = element('div', { className: 'name' }, element('h1', {}, word('title')), sources);
  return element('header', { className: 'masthead' }, name, element('nav', { className: 'tabs' }, ...tabs), settings);
}

function helpDialog() {
  const rows = KEYS.flatMap(([key, what]) => [
    element('dt', {}, element('kbd', {}, key)),
    element('dd', {}, word(what)),
  ]);
  const dialog = element('dialog', { className: 'help' }, element('h2', {}, word('help')), element('dl', {}, ...rows));
  dialog.append(button(word('close'), () => dialog.close()));
  return dialog;
}

function showHelp() {
  const dialog = document.querySelector('.help');
  if (!dialog.open) dialog.showModal();
}

function switchLanguage() {
  language = language === 'zh' ? 'en' : 'zh';
  remember('language', language);
  build();
}

function switchTheme() {
  const { dataset } = document.documentElement;
  dataset.theme = dataset.theme === 'dark' ? 'light' : 'dark';
  remember('theme', dataset.theme);
}

/** Paper is light; after printing the theme comes back. */
function printLight() {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  dataset.theme = 'light';
  addEventListener(
    'afterprint',
    () => {
      dataset.theme = theme;
    },
    { once: true },
  );
}

/** Show the view that the address asks for. */
function showView(state) {
  closeWhy();
  views[state.view] ||= BUILDERS[state.view]();
  if (current !== views[state.view]) {
    current = views[state.view];
    document.getElementById('main').replaceChildren(current.node);
  }
  document.querySelectorAll('.tab').forEach((tab) => {
    tab.href = addressOf({ ...OWN_FILTERS, view: tab.dataset.view });
    if (tab.dataset.view === state.view) tab.setAttribute('aria-current', 'page');
    else tab.removeAttribute('aria-current');
  });
  document.title = `${word(state.view)} · ${word('title')}`;
  current.update(state);
}

/** Esc closes what lies on top, or leads back to the list. */
function goBack(state) {
  if (closeWhy()) return;
  document.activeElement.blur();
  if (state[SELECTION[state.view]]) go({ [SELECTION[state.view]]: '' });
}

const SHORTCUTS = {
  '/': () => document.querySelector('main input[type=search]').focus(),
  j: () => current.step(1),
  k: () => current.step(-1),
  t: switchTheme,
  l: switchLanguage,
  '?': showHelp,
};

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
  if (event.key === 'Escape') goBack(readState());
  if (event.target.matches('input, select, textarea')) return;
  const view = VIEWS[Number(event.key) - 1];
  if (!view && !Object.hasOwn(SHORTCUTS, event.key)) return;
  event.preventDefault();
  if (view) go({ ...OWN_FILTERS, view });
  else SHORTCUTS[event.key]();
});

addEventListener('beforeprint', printLight);
addEventListener('hashchange', () => showView(readState()));
language = remembered('language') || (navigator.language.startsWith('zh') ? 'zh' : 'en');
document.documentElement.dataset.theme =
  remembered('theme') || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
build();

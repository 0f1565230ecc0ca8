'use strict';

const TYPING_PAUSE = 120;

/** Change what is listed; what was open gives way to the first row. */
function narrow(changes) {
  const { view } = readState();
  go({ ...changes, [SELECTION[view]]: '' }, { replace: true });
}

/** A labelled input that is bound to a key of the state. */
function boundInput(key, type, { label = key, className = '', ...properties } = {}) {
  const input = element('input', { type, name: key, ...properties });
  let waiting = 0;
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => narrow({ [key]: input.value }), TYPING_PAUSE);
  });
  return {
    node: element('label', { className: `control ${className}` }, element('span', {}, word(label)), input),
    update: (state) => {
      if (document.activeElement !== input || !state[key]) input.value = state[key] || '';
    },
  };
}

/** The search field of a view; its label is its placeholder. */
function searchInput(key, label) {
  const options = { label, className: 'control-search', placeholder: word(label), autocomplete: 'off' };
  return boundInput(key, 'search', { ...options, spellcheck: false });
}

/** A labelled choice bound to a key of the state; the first choice is none. */
function boundSelect(key, values, label = key) {
  const options = values.map((value) => element('option', { value }, word(value)));
  const select = element('select', { name: key }, element('option', { value: '' }, word('any')), ...options);
  select.addEventListener('change', () => narrow({ [key]: select.value }));
  return {
    node: element('label', { className: 'control' }, element('span', {}, word(label)), select),
    update: (state) => {
      select.value = state[key] || '';
    },
  };
}

/** A tick bound to a key of the state. */
function boundTick(key, label) {
  const input = element('input', { type: 'checkbox', name: key });
  input.addEventListener('change', () => narrow({ [key]: input.checked ? '1' : '' }));
  return {
    node: element('label', { className: 'control control-tick' }, input, word(label)),
    update: (state) => {
      input.checked = Boolean(state[key]);
    },
  };
}

/** An input for a person's name that offers those who stand in most bulletins. */
function personInput() {
  const control = boundInput('name', 'text', { autocomplete: 'off' });
  const names = report.people.slice(0, 400).map((row) => element('option', { value: row.name }));
  control.node.append(element('datalist', { id: 'person-names' }, ...names));
  control.node.querySelector('input').setAttribute('list', 'person-names');
  return control;
}

/**
 * The bar above a view: a search field, further filters behind a fold where the screen is narrow, a count, and export.
 * `rows` gives the rows shown, `exporter` says how they are saved.
 */
function toolbar(search, filters, exporter) {
  const count = element('output', { className: 'count' });
  const clear = button(word('reset'), () => narrow(cleared([search, ...filters])), { className: 'quiet' });
  const fold = element(
    'details',
    { className: 'filters', open: innerWidth > NARROW },
    element('summary', {}, word('filters')),
  );
  fold.append(element('div', { className: 'filter-row' }, ...filters.map((filter) => filter.node), clear));
  const saving = ['csv', 'json'].map((format) =>
    button(word(`export_${format}`), () => save(format, exporter), {
      className: 'quiet',
      title: word('export_hint', format.toUpperCase()),
    }),
  );
  const tail = element('div', { className: 'toolbar-tail' }, count, ...saving);
  return {
    node: element('div', { className: 'toolbar', role: 'search' }, search.node, fold, tail),
    update: (state, shown, all) => {
      [search, ...filters].forEach((control) => control.update(state));
      count.textContent = word('shown', shown, all);
    },
  };
}

/** The changes that empty every control. */
function cleared(controls) {
  const inputs = controls.map((control) => control.node.querySelector('[name]').name);
  return Object.fromEntries(inputs.map((key) => [key, '']));
}

'use strict';

// The width up to which the style shows one pane at a time.
const NARROW = 760;

/**
 * An element with properties and children. Children that are no nodes become text: text of a page never
 * becomes markup. `on` holds listeners, `data` and `aria` attributes of those families, `style` single properties.
 */
function element(tag, { on = {}, data = {}, aria = {}, style = {}, role, ...properties } = {}, ...children) {
  const node = document.createElement(tag);
  Object.assign(node, properties);
  if (role) node.setAttribute('role', role);
  Object.assign(node.dataset, data);
  Object.entries(aria).forEach(([name, value]) => node.setAttribute(`aria-${name}`, value));
  Object.entries(style).forEach(([name, value]) => node.style.setProperty(name, value));
  Object.entries(on).forEach(([name, listener]) => node.addEventListener(name, listener));
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ''));
  return node;
}

/** A button that does not submit. */
function button(label, onClick, properties = {}) {
  return element('button', { type: 'button', on: { click: onClick }, ...properties }, label);
}

/** A link within the report. */
function link(changes, properties, ...children) {
  return element('a', { href: addressOf(changes), ...properties }, ...children);
}

/** A heading with its content as one section; nothing for no content. */
function section(title, ...content) {
  return content.flat().length ? element('section', {}, element('h3', {}, title), ...content) : null;
}

/** Text of a page, told apart from the words of the interface for fonts and screen readers. */
function printed(text, className = '') {
  return element('span', { lang: 'zh-Hans', className }, text);
}

/** A small label with the colour of a field. */
function fieldTag(field) {
  return element('span', { className: `tag field-${field}` }, word(field));
}

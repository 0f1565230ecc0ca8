'use strict';

const whyBox = element('div', { className: 'why', role: 'dialog', hidden: true, tabIndex: -1 });
let whyAnchor = null;

/** Show beside the anchor what the fact is, which rules found it, and what was assumed. */
function openWhy(fact, rules, anchor) {
  whyAnchor = anchor;
  whyBox.setAttribute('aria-label', `${word('why')}: ${fact.name}`);
  whyBox.replaceChildren(
    element('p', { className: 'why-head' }, fieldTag(fact.field), ' ', printed(fact.name)),
    element('p', {}, ...factDetails(fact)),
    element('p', {}, word('rule'), ': ', ...rules.map((rule) => element('code', {}, report.rules[rule]))),
    ...fact.assumed.map(([code, of]) => element('p', { className: 'assumed' }, assumptionText(code, of))),
    whereTo(fact) || '',
  );
  whyBox.hidden = false;
  placeWhy(anchor.getBoundingClientRect());
}

function assumptionText(code, of) {
  return word(code, code === 'year_from' ? word(`source_${of}`) : of);
}

/** Below the anchor, or above it where there is no room, and within the window's width. */
function placeWhy(anchor) {
  const below = anchor.bottom + 8;
  const fits = below + whyBox.offsetHeight < innerHeight;
  whyBox.style.top = `${fits ? below : Math.max(8, anchor.top - whyBox.offsetHeight - 8)}px`;
  whyBox.style.left = `${Math.max(8, Math.min(anchor.left, innerWidth - whyBox.offsetWidth - 8))}px`;
}

function closeWhy() {
  if (whyBox.hidden) return false;
  whyBox.hidden = true;
  whyAnchor = null;
  return true;
}

/** A link to the view that gathers the fact over all bulletins. */
function whereTo(fact) {
  if (fact.field === 'official' && personByName.has(fact.name)) {
    return link({ view: 'people', person: fact.name }, {}, word('open_person'));
  }
  const key = fact.field === 'meeting' && seriesKey({ ...fact, series: fact.series || fact.name });
  if (key && seriesByKey.has(key)) return link({ view: 'meetings', meeting: key }, {}, word('open_meeting'));
  if (fact.field === 'project') return link({ view: 'projects', project: fact.name }, {}, word('open_project'));
  return null;
}

document.addEventListener('pointerdown', (event) => {
  if (!whyBox.contains(event.target) && event.target !== whyAnchor) closeWhy();
});
document.addEventListener('scroll', closeWhy, { capture: true, passive: true });

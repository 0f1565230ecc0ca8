'use strict';

const VIEWS = ['bulletins', 'timeline', 'people', 'meetings', 'projects'];
const SELECTION = { bulletins: 'bulletin', people: 'person', meetings: 'meeting', projects: 'project' };

/** What the address asks for; `#person=…` alone opens the view of people. */
function readState() {
  const state = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
  const implied = Object.keys(SELECTION).find((view) => Object.hasOwn(state, SELECTION[view]));
  return { ...state, view: VIEWS.includes(state.view) ? state.view : implied || VIEWS[0] };
}

/** The address of the present state with some changes; an empty value takes its key away. */
function addressOf(changes) {
  const wanted = Object.entries({ ...readState(), ...changes }).filter(([, value]) => value);
  return `#${new URLSearchParams(wanted)}`;
}

/** Go to the present state with some changes; `replace` leaves no step in the browser's history. */
function go(changes, { replace = false } = {}) {
  const address = addressOf(changes);
  if (address === location.hash) return;
  if (replace) {
    history.replaceState(null, '', address);
    dispatchEvent(new Event('hashchange'));
  } else {
    location.hash = address;
  }
}

/** A setting that lasts where the browser lets a file keep one. */
function remembered(key) {
  try {
    return localStorage.getItem(`gxq-extract.${key}`);
  } catch {
    return null;
  }
}

function remember(key, value) {
  try {
    localStorage.setItem(`gxq-extract.${key}`, value);
  } catch {
    // Without storage the setting lasts until the page is closed.
  }
}

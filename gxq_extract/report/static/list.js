'use strict';

const OVERSCAN = 6;

/**
 * A list that only holds the rows in sight. `drawRow` fills a row's element, `keyOf` names a row,
 * `open` is called with the row that was clicked or reached by key.
 */
function virtualList({ label, rowHeight, drawRow, keyOf, open }) {
  const canvas = element('div', { className: 'list-canvas', role: 'presentation' });
  const node = element('div', { className: 'list', tabIndex: 0, role: 'listbox', aria: { label } }, canvas);
  let rows = [];
  let selected = -1;

  function draw() {
    const first = Math.max(0, Math.floor(node.scrollTop / rowHeight) - OVERSCAN);
    const last = Math.min(rows.length, Math.ceil((node.scrollTop + node.clientHeight) / rowHeight) + OVERSCAN);
    canvas.replaceChildren(...rows.slice(first, last).map((row, place) => drawn(row, first + place)));
  }

  function drawn(row, place) {
    const option = element('div', {
      id: `${label}-row-${place}`,
      className: 'row',
      role: 'option',
      data: { place },
      aria: { selected: String(place === selected), setsize: rows.length, posinset: place + 1 },
      style: { top: `${place * rowHeight}px`, height: `${rowHeight}px` },
    });
    drawRow(row, option);
    return option;
  }

  function select(key) {
    selected = rows.findIndex((row) => keyOf(row) === key);
    if (selected >= 0) node.setAttribute('aria-activedescendant', `${label}-row-${selected}`);
    else node.removeAttribute('aria-activedescendant');
    bringIntoSight();
    draw();
  }

  function bringIntoSight() {
    if (selected < 0 || !node.clientHeight) return;
    const top = selected * rowHeight;
    if (top < node.scrollTop) node.scrollTop = top;
    else if (top + rowHeight > node.scrollTop + node.clientHeight) node.scrollTop = top + rowHeight - node.clientHeight;
  }

  function setRows(newRows) {
    if (newRows.length !== rows.length || newRows.some((row, place) => row !== rows[place])) node.scrollTop = 0;
    rows = newRows;
    canvas.style.height = `${rows.length * rowHeight}px`;
  }

  /** Open the row that many places further down, or the first one. */
  function step(places) {
    const place = Math.min(rows.length - 1, Math.max(0, selected + places));
    if (rows.length) open(rows[place], { replace: true });
  }

  const pageful = () => Math.max(1, Math.floor(node.clientHeight / rowHeight) - 1);
  const steps = {
    ArrowDown: () => 1,
    ArrowUp: () => -1,
    PageDown: pageful,
    PageUp: () => -pageful(),
    Home: () => -rows.length,
    End: () => rows.length,
  };
  node.addEventListener('keydown', (event) => {
    if (!Object.hasOwn(steps, event.key)) return;
    event.preventDefault();
    step(steps[event.key]());
  });
  node.addEventListener('click', (event) => {
    const option = event.target.closest('.row');
    if (option) open(rows[Number(option.dataset.place)], { replace: false });
  });
  node.addEventListener('scroll', () => requestAnimationFrame(draw), { passive: true });
  new ResizeObserver(draw).observe(node);

  return { node, setRows, select, step };
}

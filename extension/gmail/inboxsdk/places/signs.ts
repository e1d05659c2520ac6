/** Lines of a sign on a field of 24 by 24. */
const lines = {
  today: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2',
  inbox: 'M6.5 5h11L20 13v6H4v-6zM4 13h5l1 2.5h4l1-2.5h5',
  board: 'M4 5h4v14H4zM10 5h4v9h-4zM16 5h4v6h-4z',
  contacts: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20c.8-3.9 3.4-5.5 7.5-5.5s6.7 1.6 7.5 5.5',
  tasks: 'M4 6.5l1.5 1.5L8 5M4 12.5l1.5 1.5L8 11M4 18.5l1.5 1.5L8 17M11.5 6.5H20M11.5 12.5H20M11.5 18.5H20',
};

const NS = 'http://www.w3.org/2000/svg';

/** Drawn in the colour of the words beside it, so that it follows the mailbox's theme. */
export function signOf(name: keyof typeof lines): HTMLElement {
  const svg = document.createElementNS(NS, 'svg');
  const path = document.createElementNS(NS, 'path');
  for (const [key, value] of Object.entries({
    viewBox: '0 0 24 24',
    width: '20',
    height: '20',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '1.7',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  }))
    svg.setAttribute(key, value);
  path.setAttribute('d', lines[name]);
  svg.append(path);
  const place = document.createElement('span');
  place.style.cssText = 'display:block;width:20px;height:20px';
  place.append(svg);
  return place;
}

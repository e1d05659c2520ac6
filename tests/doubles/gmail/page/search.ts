import { addClass, dropClass, el, isOn } from './dom.ts';

/** As Gmail's answer has them: kind, what is searched for, its HTML, and a line below. */
type Suggested = [
  kind: string,
  term: string,
  html: string,
  below: [string, string, string, string, string] | null,
  unknown: unknown,
  height: number,
  picture: unknown,
  classes: string,
  last: number,
];

/** The length before each part, after a line that ends every attempt to run it as a script. */
function read(answer: string): Suggested[] {
  const data = answer.slice(answer.indexOf("'\n") + 2).replace(/^\d+\r?\n/, '');
  const [, , , list] = JSON.parse(data) as [string, string, unknown, Suggested[] | null];
  return list ?? [];
}

/** XMLHttpRequest, as Gmail's: what an extension adds, it adds to the answer. */
function ask(query: string): Promise<Suggested[]> {
  return new Promise((resolve) => {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', '/cloudsearch/request?client=gmail&gs_ri=gmail');
    xhr.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
    xhr.onload = () => resolve(xhr.status === 200 ? read(xhr.responseText) : []);
    xhr.onerror = () => resolve([]);
    xhr.send(new URLSearchParams({ request: JSON.stringify(['aso.req', null, query]) }).toString());
  });
}

/** The field for searching, with what it suggests below. */
export function searchField(label: string): HTMLElement {
  const input = el('input.s-search', { type: 'text', 'aria-label': label, placeholder: label });
  const form = el('form.s-searchform', { role: 'search' }, input);
  const search = (words: string): void => {
    if (words.trim()) location.hash = `#search/${encodeURIComponent(words.trim())}`;
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    close();
    search(input.value);
  });
  if (!isOn('suggestions')) return form;

  const list = el('tbody', {});
  const place = el('td.gssb_e', {});
  const box = el('table.gstl_50.s-suggested', { hidden: true }, el('tbody', {}, el('tr', {}, place)));
  let at = -1;
  const rows = (): HTMLElement[] => Array.from(list.children) as HTMLElement[];
  const mark = (to: number): void => {
    at = to;
    for (const [index, row] of rows().entries())
      (index === at ? addClass : dropClass)(row, 'gssb_i', 's-chosen');
  };
  const close = (): void => {
    box.hidden = true;
    at = -1;
  };
  let asked = 0;
  const suggest = async (): Promise<void> => {
    const mine = ++asked;
    const found = input.value.trim() ? await ask(input.value) : [];
    if (mine !== asked) return;
    list.replaceChildren(
      ...found.map(([, term, html, below, , , , classes]) => {
        const name = el('div', {});
        // Gmail draws what its own search answered; here as there the answer is the page's own affair.
        name.innerHTML = html;
        const row = el(
          'tr',
          {},
          el('td.gssb_a', {}, el('div', { class: classes }, name, el('div.s-below', {}, below?.[1] ?? ''))),
        );
        row.addEventListener('mousedown', (event) => event.preventDefault());
        row.addEventListener('click', () => {
          input.value = term;
          close();
          search(term);
        });
        return row;
      }),
    );
    mark(-1);
    box.hidden = found.length === 0;
  };
  input.addEventListener('focus', () => {
    // It is made when the field is used first.
    if (!list.isConnected) place.append(el('table.gssb_m', {}, list));
  });
  input.addEventListener('input', () => void suggest());
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const count = rows().length;
    if (event.key === 'ArrowDown' && count > 0) mark((at + 1) % count);
    else if (event.key === 'ArrowUp' && count > 0) mark((at - 1 + count) % count);
    else if (event.key === 'Enter' && at >= 0) rows()[at]?.click();
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  });
  document.body.append(box);
  return form;
}

import { boardFigures } from './board/run.ts';
import { composeFigures } from './compose/run.ts';
import { duplicatesFigures } from './duplicates/run.ts';
import { engineFigures } from './engines/run.ts';
import { type Figure, keep, show } from './figure.ts';
import { fillFigures } from './fill/run.ts';
import { importFigures } from './import/run.ts';
import { listFigures } from './list/run.ts';
import { loadTool } from './load/run.ts';
import { clickFigures } from './log/click.ts';
import { logFigures } from './log/run.ts';
import { mailboxFigures } from './mailbox/run.ts';
import { mergeFigures } from './merge/run.ts';
import { offlineFigures } from './offline/run.ts';
import { pageFigures } from './page/run.ts';
import { paletteFigures } from './palette/run.ts';
import { phoneFigures } from './phone/run.ts';
import { recogniseFigures } from './recognise/run.ts';
import { rowsFigures } from './rows/run.ts';
import { seatFigures } from './seats/run.ts';
import { queryFigures } from './server/run.ts';
import { threadFigures } from './thread/run.ts';

/** Each measures ours and its floor in interleaved rounds of one run. */
const figures: Record<string, () => Promise<Figure[]>> = {
  thread: threadFigures,
  mailbox: mailboxFigures,
  server: queryFigures,
  page: pageFigures,
  log: logFigures,
  click: clickFigures,
  rows: rowsFigures,
  compose: composeFigures,
  seats: seatFigures,
  engines: engineFigures,
  fill: fillFigures,
  import: importFigures,
  list: listFigures,
  board: boardFigures,
  recognise: recogniseFigures,
  duplicates: duplicatesFigures,
  merge: mergeFigures,
  offline: offlineFigures,
  phone: phoneFigures,
  palette: paletteFigures,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in figures));
if (unknown.length > 0) {
  console.error(
    `Unknown figure ${unknown.join(', ')}: choose of ${Object.keys(figures).join(', ')}, or none for all.`,
  );
  process.exit(1);
}
console.log(`Load by ${loadTool()}; ratios count, absolute figures are this machine's.`);
for (const name of asked.length > 0 ? asked : Object.keys(figures)) {
  const started = performance.now();
  console.log(`\n${name}`);
  const measured = (await figures[name]?.()) ?? [];
  for (const each of measured) show(each);
  await keep(measured);
  console.log(`  in ${((performance.now() - started) / 1000).toFixed(0)} s`);
}

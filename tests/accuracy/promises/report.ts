import { alarmsIn } from './alarms.ts';
import { type Labelled, labelled } from './read-sentences.ts';
import { labelledPairs, scorePairs } from './score-pairs.ts';
import { precisionOf, recallOf, scoreSentences } from './score-sentences.ts';

// Prints how well promises are read. With a folder of real mails also how often something is found in them.
const [folder = ''] = process.argv.slice(2);
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const share = (part: number, of: number): string => (of === 0 ? '-' : (part / of).toFixed(3));

function report(what: string, cases: readonly Labelled[]): void {
  const score = scoreSentences(cases);
  const { sentences, right, wrong, missed, kinds, days } = score;
  say(
    `promises, ${what}: ${sentences} sentences, ` +
      `precision ${precisionOf(score).toFixed(3)} (${right} of ${right + wrong}), ` +
      `recall ${recallOf(score).toFixed(3)} (${right} of ${right + missed}), ` +
      `kind ${share(kinds, right)}, day ${share(days, right)}`,
  );
}

for (const half of ['b', 'a'] as const)
  for (const language of ['en', 'zh'] as const)
    report(
      `${language}, half ${half}${half === 'b' ? ' (kept aside)' : ''}`,
      labelled(language).filter((each) => each.half === half),
    );
for (const language of ['en', 'zh'] as const)
  report(`${language}, another author`, labelled(language, 'second'));
for (const set of ['pairs', 'second-pairs'] as const) {
  const closing = scorePairs(labelledPairs(set));
  const closed = closing.right + closing.wrong.length;
  say(
    `closing by itself${set === 'pairs' ? '' : ', another author'}: ${closing.pairs} pairs, ` +
      `precision ${share(closing.right, closed)} (${closing.right} of ${closed}), ` +
      `recall ${share(closing.right, closing.right + closing.missed.length)}, asked about: ${closing.asked}`,
  );
}
const alarms = folder ? alarmsIn(folder) : null;
if (alarms) {
  const { mails, right, wrong } = alarms;
  say(
    `real mails: ${mails}, found ${right.length + wrong.length}, judged right ${right.length}, ` +
      `false alarms ${wrong.length} (${((100 * wrong.length) / mails).toFixed(1)} per 100)`,
  );
}

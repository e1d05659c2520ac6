import { wholeNameTables } from '../../../shared/identity/name/whole.ts';
import { nameReader } from '../../../shared/identity/pairs/names.ts';
import { foundPairs, type Score, samePairs, scoreOf } from '../../fixtures/duplicates/found.ts';
import { factsOf, generate, truePairs } from '../../fixtures/duplicates/generate.ts';
import { customers, febrl3, febrlAll, type Shape } from '../../fixtures/duplicates/rates.ts';
import { type Figure, figure, median } from '../figure.ts';

const decoder = new TextDecoder('gb2312');
const names = nameReader(wholeNameTables((bytes) => decoder.decode(bytes)));
const seeds = ['one', 'two', 'three'];

const shapes: readonly [string, number, number, Shape][] = [
  ["5,000 records as Febrl's dataset 3", 2_000, 3_000, febrl3],
  ['5,000 records, all errors of generate2, families', 2_000, 3_000, febrlAll],
  ['5,000 records as customers are kept', 3_500, 1_500, customers],
];
const large: readonly [string, number, number, Shape][] = [
  ["50,000 records as Febrl's dataset 3", 20_000, 30_000, febrl3],
  ['50,000 records as customers are kept', 40_000, 10_000, customers],
];

function peopleOf(originals: number, duplicates: number, shape: Shape, seed: string) {
  const made = generate(originals, duplicates, shape, seed);
  return { people: made.map((each, at) => factsOf(each, String(at))), truth: truePairs(made) };
}

/** What work takes of the processor, whoever else is at it: seconds of one core. */
function onOneCore<T>(work: () => T): [T, number] {
  const before = process.cpuUsage();
  const made = work();
  const { user, system } = process.cpuUsage(before);
  return [made, (user + system) / 1e6];
}

const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
const say = (name: string, { precision, recall }: Score) =>
  console.log(`    ${name}: precision ${percent(precision)}, recall ${percent(recall)}`);

/** Doubles found among invented people, beside those whose name, telephone or address is the same letter by letter. */
export async function duplicatesFigures(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, originals, duplicates, shape] of shapes) {
    const scores = seeds.map((seed) => {
      const { people, truth } = peopleOf(originals, duplicates, shape, seed);
      const ours = scoreOf(foundPairs(people, names).pairs, truth);
      say(`${name}, seed ${seed}`, ours);
      return { ours: ours.f1, floor: scoreOf(samePairs(people), truth).f1 };
    });
    figures.push(
      figure(
        `${name}, F1`,
        median(scores.map(({ ours }) => ours)),
        median(scores.map(({ floor }) => floor)),
        'F1',
      ),
    );
  }
  for (const [name, originals, duplicates, shape] of large) {
    const { people, truth } = peopleOf(originals, duplicates, shape, 'large');
    const [{ pairs, longest }, took] = onOneCore(() => foundPairs(people, names));
    const [, floor] = onOneCore(() => samePairs(people));
    say(name, scoreOf(pairs, truth));
    figures.push(figure(`${name}, on one core`, took, floor, 's'));
    figures.push(figure(`${name}, longest step, beside a frame`, longest, 1_000 / 60, 'ms'));
  }
  return figures;
}

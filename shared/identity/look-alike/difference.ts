/**
 * How somebody unknown differs from somebody known for whom they can be taken, for a sentence that says so.
 * `characters`: others that look the same; `letters`: one more, less, other, or two swapped; `words`: some added or
 * left out; `signs`: a hyphen or dot; `ending`: another top-level domain; `inside`: the known one stands in front of
 * another; `form`: another legal form.
 */
export type Difference = {
  how: 'characters' | 'letters' | 'words' | 'signs' | 'ending' | 'inside' | 'form';
  /** What stands there, and what the known one has in its place; either can be empty. */
  seen: string;
  known: string;
  /** Where in `LookAlike.seen` it stands. */
  from: number;
  to: number;
};

export type LookAlike = {
  /** Both as people read them: no `xn--`. */
  seen: string;
  known: string;
  differences: Difference[];
  /** How much it looks like intent, 0 to 1: homographs most, another ending least. */
  risk: number;
};

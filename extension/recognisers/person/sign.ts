/** What speaks for or against a mention being a person; evidence.ts gives each its weight. */
export type Sign =
  | 'given'
  | 'givenOrdinary'
  | 'family'
  | 'familyOrdinary'
  | 'familyGiven'
  | 'initial'
  | 'initialsFirst'
  | 'initialLast'
  | 'three'
  | 'four'
  | 'capitals'
  | 'whole'
  | 'head'
  | 'tail'
  | 'prose'
  | 'attributed'
  | 'by'
  | 'label'
  | 'honorific'
  | 'suffix'
  | 'titleBeside'
  | 'longer'
  | 'organisation'
  | 'place'
  | 'number'
  | 'eastern'
  | 'short'
  | 'polite'
  | 'acts'
  | 'listed'
  | 'peers'
  | 'wordShape'
  | 'located';

/** A name in a line that may be somebody's. */
export type Mention = {
  /** As it is written, without degrees and polite forms: "Keith Harris, Jr." */
  name: string;
  /** Its first word and its last. */
  first: string;
  last: string;
  at: number;
  title: string | undefined;
  signs: Set<Sign>;
};

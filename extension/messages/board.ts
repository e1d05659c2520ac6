import type {
  Day,
  DealState,
  Instant,
  Member,
  OwnField,
  OwnValues,
  Pipeline,
  Stage,
} from '../../shared/domain/rows.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Named } from './state.ts';

/** What a card says of a deal. */
export type BoardCard = {
  id: Id;
  title: string;
  stageId: Id;
  state: DealState;
  amountMinor: number | null;
  currency: string | null;
  company: string | null;
  /** Names of its people. */
  people: string[];
  /** One of them is somebody we do not sell to, and why, as far as that was said. */
  blocked: { reason: string | null } | null;
  ownerId: Id | null;
  expectedClose: Day | null;
  stageSince: Instant;
  closedAt: Instant | null;
  lostReason: string | null;
  /** Its open task that falls due first. */
  next: { title: string; dueDay: Day | null } | null;
  /** Fields that some stage of the pipeline asks for and that it does not say. */
  missing: string[];
  /** Own fields whose place is the card. */
  own: OwnValues;
};

/** One pipeline with the deals that pass the query. */
export type BoardView = {
  pipelines: Pipeline[];
  /** The one shown; null: there is none. */
  pipelineId: Id | null;
  /** Of this pipeline, in their order. */
  stages: Stage[];
  /** In their order; of the closed ones those since the quarter began. */
  cards: BoardCard[];
  /** How many deals each of them holds, those that the query leaves out and all closed ones too. */
  inStage: Record<Id, number>;
  /** Stages of the other pipelines, with what these are called. */
  otherStages: { id: Id; name: string; pipeline: string }[];
  /** Deals of the pipeline that the query leaves out. */
  hidden: number;
  members: Member[];
  ownFields: OwnField[];
  /** Who the cards' own fields name. */
  named: Named;
  /** Whether one may change pipelines and stages. */
  mayArrange: boolean;
};

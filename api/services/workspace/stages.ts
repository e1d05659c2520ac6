import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';

export type StageStart = { id?: Id; name: string; probability: number; colour: string | null };
export type Locale = 'en' | 'zh-CN' | 'zh-TW';

/** What a new workspace starts with, in the words of whoever runs it; they are data from then on. */
export function stagesIn(locale: Locale, stages?: StageStart[]): { pipeline: string; stages: StageStart[] } {
  const say = { locale };
  return {
    pipeline: m.server_pipeline({}, say),
    stages: stages ?? [
      { name: m.server_stage_new({}, say), probability: 10, colour: '#6b7280' },
      { name: m.server_stage_qualified({}, say), probability: 25, colour: '#2563eb' },
      { name: m.server_stage_proposal({}, say), probability: 50, colour: '#7c3aed' },
      { name: m.server_stage_negotiation({}, say), probability: 75, colour: '#c2410c' },
      { name: m.server_stage_agreed({}, say), probability: 90, colour: '#15803d' },
    ],
  };
}

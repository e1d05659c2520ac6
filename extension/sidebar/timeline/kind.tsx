import { CalendarDays, Globe, type LucideIcon, Mail, MessageCircle, Phone, StickyNote } from 'lucide-preact';
import type { InteractionKind } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';

export const kindIcon: Record<InteractionKind, LucideIcon> = {
  email: Mail,
  note: StickyNote,
  call: Phone,
  meeting: CalendarDays,
  message: MessageCircle,
  visit: Globe,
};

const names: Record<InteractionKind, () => string> = {
  email: m.words_email,
  note: m.words_note,
  call: m.words_call,
  meeting: m.words_meeting,
  message: m.words_message,
  visit: m.words_visit,
};
export const kindText = (kind: InteractionKind): string => names[kind]();

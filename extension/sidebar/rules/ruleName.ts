import type { RuleScope } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { RuleSubject } from '../../messages/rules.ts';

const names: Record<RuleScope, (name: string) => string> = {
  thread: (name) => (name ? m.rules_thread_named({ name }) : m.rules_thread_unnamed()),
  contact: (name) => (name ? m.rules_contact({ name }) : m.rules_gone()),
  company: (name) => (name ? m.rules_company({ name }) : m.rules_gone()),
  everyone: m.rules_everyone,
};

/** What a rule is about, wherever it is read. */
export const ruleName = ({ scope, name }: RuleSubject): string => names[scope](name);

/** The same beside the mail that it is about. */
export const ruleNameHere = (subject: RuleSubject): string =>
  subject.scope === 'thread' ? m.rules_thread() : ruleName(subject);

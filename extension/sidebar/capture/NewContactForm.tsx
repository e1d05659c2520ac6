import type { PersonOnScreen } from '../../messages/state.ts';
import { CaptureCard } from './CaptureCard.tsx';

/** Somebody searched for and not found, typed in by hand. */
export function NewContactForm({ name }: { name: string }) {
  return <CaptureCard person={typedPerson(name)} company={null} page={null} />;
}

/** An address that was searched for is one; anything else is a name. */
const typedPerson = (text: string): PersonOnScreen => ({
  key: `typed ${text}`,
  name: text.includes('@') ? (text.split('@')[0] ?? text) : text,
  email: text.includes('@') ? text : null,
  sighting: { kind: 'person', keys: [], fields: {} },
  match: null,
  contact: null,
  internal: false,
  differences: [],
  maybe: null,
});

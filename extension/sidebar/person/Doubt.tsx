import * as m from '../../../shared/i18n/compiled/messages.js';
import type { NameDoubt } from '../../../shared/identity/mailbox/display-name.ts';
import { Chip } from '../../ui/Chip.tsx';

const texts: Record<NameDoubt, () => string> = {
  'other-address': m.sidebar_doubt_other_address,
  'hidden-characters': m.sidebar_doubt_hidden_characters,
};

/** Warns of a sender whose name must not be believed; who it is stands in the address alone. */
export const Doubt = ({ doubt }: { doubt: NameDoubt }) => <Chip tone="danger">{texts[doubt]()}</Chip>;

import { compileMessages } from './messages.ts';

const changed = await compileMessages();
console.log(changed ? 'Messages compiled into shared/i18n/compiled.' : 'Messages are up to date.');

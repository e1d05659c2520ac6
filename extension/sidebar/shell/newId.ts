import { type Id, idFrom } from '../../../shared/kit/id.ts';

export const newId = (): Id => idFrom(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

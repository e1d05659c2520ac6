import { compileMessages } from './messages.ts';

try {
  if (await compileMessages()) console.log('Messages compiled into shared/i18n/compiled.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

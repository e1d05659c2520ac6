import { describe, expect, it } from 'vitest';
import { readSettings } from './env.ts';

describe('settings', () => {
  it('have defaults for everything', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({ host: '127.0.0.1', port: 8787, locale: 'en', snapshotWritten: false });
    expect(settings.directory.url).toMatch(/^file:\/\/.*\/data\/directory\.db$/);
    expect(settings.workspace('a/b').url).toMatch(/\/data\/workspaces\/a%2Fb\.db$/);
  });

  it('put a workspace into a template and give remote engines their tokens', () => {
    const settings = readSettings({
      SIDEBOOK_WORKSPACE_URL: 'libsql://{workspace}.db.example',
      SIDEBOOK_WORKSPACE_TOKEN: 'secret',
      LANG: 'zh_HK.UTF-8',
    });
    expect(settings.workspace('w1')).toEqual({ url: 'libsql://w1.db.example', token: 'secret' });
    expect(settings.locale).toBe('zh-TW');
  });

  it.each([
    [{ PORT: 'eighty' }, 'PORT must be a number from 0 to 65535.'],
    [{ PORT: '99999' }, 'PORT must be a number from 0 to 65535.'],
    [{ SIDEBOOK_DIRECTORY_URL: 'postgres://x' }, 'SIDEBOOK_DIRECTORY_URL must begin with file:'],
    [{ SIDEBOOK_WORKSPACE_URL: 'file:/one.db' }, 'SIDEBOOK_WORKSPACE_URL must contain {workspace}'],
    [{ SIDEBOOK_PUBLIC_URL: 'http://crm.example' }, 'SIDEBOOK_PUBLIC_URL must be https'],
    [{ SIDEBOOK_PUBLIC_URL: 'https://crm.example/sub' }, 'SIDEBOOK_PUBLIC_URL must be https'],
    [{ SIDEBOOK_PUBLIC_URL: 'crm' }, 'SIDEBOOK_PUBLIC_URL must be an address'],
    [{ SIDEBOOK_PROXIES: 'one' }, 'SIDEBOOK_PROXIES must be a number from 0 to 5.'],
    [{ SIDEBOOK_SNAPSHOT_WRITTEN: 'maybe' }, 'SIDEBOOK_SNAPSHOT_WRITTEN must be yes or no.'],
  ])('%o is refused in a sentence', (env, sentence) => {
    expect(() => readSettings(env as Record<string, string>)).toThrow(sentence);
  });

  it('know by which address people come, and how many proxies stand between', () => {
    const settings = readSettings({ SIDEBOOK_PUBLIC_URL: 'https://CRM.example/', SIDEBOOK_PROXIES: '1' });
    expect(settings).toMatchObject({ publicOrigin: 'https://crm.example', proxies: 1 });
    expect(readSettings({})).toMatchObject({ publicOrigin: null, proxies: 0 });
  });

  it('an empty value counts as not given', () => {
    expect(readSettings({ PORT: '' }).port).toBe(8787);
  });
});

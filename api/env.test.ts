import { describe, expect, it } from 'vitest';
import { readSettings } from './env.ts';

describe('settings', () => {
  it('have defaults for everything', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({ host: '127.0.0.1', port: 8787, locale: 'en', snapshotWritten: false });
    expect(settings.directory.url).toMatch(/^file:\/\/.*\/data\/directory\.db$/);
    expect(settings.workspace('a/b').url).toMatch(/\/data\/workspaces\/a%2Fb\.db$/);
  });

  it('say when and where backups are made', () => {
    expect(readSettings({ SIDEBOOK_DATA: '/x' }).backups).toEqual({
      folder: '/x/backups',
      keep: 14,
      at: 180,
    });
    const settings = readSettings({
      SIDEBOOK_BACKUPS: '/y',
      SIDEBOOK_BACKUPS_KEEP: '3',
      SIDEBOOK_BACKUP_AT: 'off',
    });
    expect(settings.backups).toEqual({ folder: '/y', keep: 3, at: null });
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
    [{ SIDEBOOK_SECRET: 'short' }, 'SIDEBOOK_SECRET must have at least 32 characters.'],
    [{ SIDEBOOK_SMTP_URL: 'mail.example' }, 'SIDEBOOK_SMTP_URL must be such as smtps://'],
    [{ SIDEBOOK_SMTP_URL: 'smtp://mail.example' }, 'SIDEBOOK_MAIL_FROM must name the sender'],
    [{ SIDEBOOK_PROXIES: 'one' }, 'SIDEBOOK_PROXIES must be a number from 0 to 5.'],
    [{ SIDEBOOK_BACKUP_AT: '3 am' }, 'SIDEBOOK_BACKUP_AT must be a time such as 03:00, or off.'],
    [{ SIDEBOOK_BACKUPS_KEEP: '0' }, 'SIDEBOOK_BACKUPS_KEEP must be a number from 1 to 1000.'],
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

import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { Button } from '../../ui/Button.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import type { PageSession } from '../page.ts';
import css from './App.module.css';
import type { AppPage } from './pages.ts';

const loaded = new Map<string, ComponentType<{ page: PageSession }>>();

/** A page whose code is fetched at the first visit. Where it cannot be had, that is said, and it can be tried again. */
export function Lazy({ of, page }: { of: AppPage; page: PageSession }) {
  const [failed, setFailed] = useState(false);
  const [, draw] = useState(0);
  const [tries, setTries] = useState(0);
  const Page = loaded.get(of.path);
  useEffect(() => {
    if (loaded.has(of.path)) return;
    let current = true;
    setFailed(false);
    of.load().then(
      (component) => {
        loaded.set(of.path, component);
        if (current) draw((n) => n + 1);
      },
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [of, tries]);
  if (Page) return <Page page={page} />;
  if (!failed) return <Skeleton label={m.sidebar_loading()} />;
  return (
    <div class={css.failed} role="alert">
      <p>{m.app_page_failed()}</p>
      <Button onClick={() => setTries(tries + 1)}>{m.app_try_again()}</Button>
    </div>
  );
}

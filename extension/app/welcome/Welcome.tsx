import { useEffect } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { Button } from '../../ui/Button.tsx';
import { Card, Page } from '../Card.tsx';
import { ConnectForm } from '../connect/ConnectForm.tsx';
import { LinkLine } from '../connect/LinkLine.tsx';
import { Language } from '../language/Language.tsx';
import css from '../page.module.css';
import type { PageSession } from '../page.ts';
import { Shortcuts } from '../shortcuts/Shortcuts.tsx';

const gmail = 'https://mail.google.com/';

/** From installed to the first customer on the screen, in four steps; it can be left and come back to at any of them. */
export function Welcome({ page }: { page: PageSession }) {
  const link = page.link.value;
  const locale = page.locale.value;
  useEffect(() => {
    document.title = m.pages_welcome_title();
  }, [locale]);
  if (!link) return null;
  const paired = link.status !== 'unpaired';
  return (
    <Page key={locale} title={m.pages_welcome_title()} lead={m.pages_welcome_lead()}>
      <Card
        number={1}
        title={m.pages_connect_title()}
        done={paired && link.status !== 'refused'}
        {...(paired ? {} : { how: m.pages_connect_how() })}
      >
        <LinkLine link={link} />
        {(!paired || link.status === 'refused') && <ConnectForm page={page} again={paired} />}
      </Card>
      <Card number={2} title={m.pages_gmail_title()} how={m.pages_gmail_how()}>
        <Button
          look={paired ? 'primary' : 'outline'}
          class={css.big}
          onClick={() => window.open(gmail, '_blank')}
        >
          {m.pages_gmail_button()}
        </Button>
      </Card>
      <Card number={3} title={m.pages_keys_title()} how={m.pages_keys_how()}>
        <Shortcuts />
      </Card>
      <Card number={4} title={m.pages_language_title()}>
        <Language page={page} />
      </Card>
      <p class={css.promise}>{m.pages_promise()}</p>
    </Page>
  );
}

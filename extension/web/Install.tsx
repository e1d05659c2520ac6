import * as m from '../../shared/i18n/compiled/messages.js';
import { Card } from '../app/Card.tsx';
import { Button } from '../ui/Button.tsx';
import { installPrompt } from './install.ts';
import css from './web.module.css';

const isInstalled = (): boolean => matchMedia('(display-mode: standalone)').matches;

/** How the page becomes an app of the device. */
export function Install() {
  const prompt = installPrompt.value;
  if (isInstalled()) return null;
  return (
    <Card title={m.web_install_title()} how={prompt ? m.web_install_how() : m.web_install_menu()}>
      {prompt && (
        <Button
          class={css.big}
          onClick={() => {
            installPrompt.value = null;
            void prompt.prompt();
          }}
        >
          {m.web_install_do()}
        </Button>
      )}
    </Card>
  );
}

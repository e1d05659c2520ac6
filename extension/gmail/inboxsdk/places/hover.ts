import type { Probes } from '../../health.ts';
import type { Sdk } from '../load.ts';

/** Whoever passes over a name means nobody; who rests there wants to know who that is. */
const REST_MS = 700;

/** Shows in the panel whom the mouse rests on; not while somebody is busy in the panel. */
export function watchHover(
  sdk: Sdk,
  probes: Probes,
  pointed: (email: string) => void,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  probes.attempt('contact-hover', () =>
    sdk.Conversations.registerMessageViewHandler((view) => {
      view.on('contactHover', ({ contact }) => {
        clearTimeout(timer);
        const email = probes.attempt('contact-hovered', () => contact.emailAddress);
        if (!email || signal.aborted) return;
        timer = setTimeout(() => {
          if (document.activeElement?.tagName !== 'IFRAME') pointed(email);
        }, REST_MS);
      });
    }),
  );
  // Whoever goes on before that did not mean them.
  document.addEventListener(
    'mouseout',
    ({ target }) => {
      if (target instanceof Element && target.hasAttribute('email')) clearTimeout(timer);
    },
    { passive: true, signal },
  );
}

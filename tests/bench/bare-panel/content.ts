import * as InboxSDK from '@inboxsdk/core';

/**
 * The least that shows something beside a thread: a constant in InboxSDK's thread panel. It has a size in the
 * animation frame that draws it; the next animation frame is "painted", told as the product's own frame tells it.
 */
async function start(): Promise<void> {
  const sdk = await InboxSDK.load(2, 'sdk_sidebook-bench_5e17047e48', {
    eventTracking: false,
    globalErrorLogging: false,
  });
  sdk.Conversations.registerThreadViewHandler((thread) => {
    const el = document.createElement('div');
    el.textContent = 'Ada Lovelace, Analytical Engines';
    const watch = new ResizeObserver(() => {
      if (el.offsetHeight === 0) return;
      watch.disconnect();
      requestAnimationFrame(() => performance.mark('sidebook:painted'));
    });
    watch.observe(el);
    thread.addSidebarContentPanel({ title: 'Bare', el });
  });
}

void start();

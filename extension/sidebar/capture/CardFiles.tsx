import { Contact } from 'lucide-preact';
import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { Strip } from '../../ui/Strip.tsx';
import { errorText } from '../shell/errorText.ts';
import { asRefusal } from '../shell/outcome.ts';
import { useSession } from '../shell/session.ts';

/** vCards that the page links to: each is fetched from the page's own host when somebody asks, and not before. */
export function CardFiles({ files }: { files: string[] }) {
  const { client, toasts } = useSession();
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  const fetchCard = async (url: string) => {
    try {
      const { found } = await client.call('readCard', { url });
      if (found > 0) setRead(new Set(read).add(url));
      else toasts.show({ tone: 'plain', text: m.capture_card_nothing({ file: nameOf(url) }) });
    } catch (error) {
      toasts.show({ tone: 'danger', text: errorText(asRefusal(error).code) });
    }
  };
  return (
    <>
      {files
        .filter((url) => !read.has(url))
        .map((url) => (
          <Strip
            key={url}
            tone="plain"
            icon={<Contact size={14} aria-hidden="true" />}
            action={
              <button type="button" onClick={() => void fetchCard(url)}>
                {m.capture_card_read()}
              </button>
            }
          >
            {m.capture_card_on_page({ file: nameOf(url) })}
          </Strip>
        ))}
    </>
  );
}

/** The last part of an address, as people read it. */
function nameOf(url: string): string {
  const last = new URL(url).pathname.split('/').at(-1) ?? url;
  try {
    return decodeURIComponent(last);
  } catch (error) {
    if (error instanceof URIError) return last;
    throw error;
  }
}

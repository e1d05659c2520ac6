import { expect, inject, it } from 'vitest';
import { findings } from './findings.ts';
import { openGallery } from './page.ts';

it('the second half of all states is without a finding of axe in light, dark and forced colours, and fits its widths in three languages', async () => {
  const gallery = await openGallery(inject('gallery'));
  try {
    expect(await findings(gallery, 1)).toEqual([]);
  } finally {
    await gallery.close();
  }
}, 600_000);

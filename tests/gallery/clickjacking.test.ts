import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { inLanes } from './lanes.ts';
import { type Gallery, openGallery } from './page.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery(inject('gallery'));
}, 120_000);
afterAll(() => gallery?.close());

/** What asks, or puts a notice away, and changes nothing; every other call must not be made from a panel that cannot be seen. */
const reading = new Set(
  `hello select person company deal timeline ownFields exclusions happenings today tasks team joined search palette
  merging merges draft setDraft board losing pairs promises history recipes parked health ledger point otherWorkspaces
  threadFiles likely likelyCompany lookAlikes readCard teach stopTeaching syncNow rules rulePreview rhythm logPlace templateFor
  likelyEach pairsCount silentDeals newcomers missed readScheduled readSettled`.split(/\s+/),
);
const changed = async (frame: Frame): Promise<string[]> => {
  const asked = (await frame.locator('html').getAttribute('data-asked')) ?? '';
  return asked.split(' ').filter((name) => name && !reading.has(name));
};

/** A host page with the panel in a frame of 300 by 600 at its right, inside a box that the page can style. */
async function framed(state: string, trick = ''): Promise<{ page: Page; frame: Frame }> {
  const page = await gallery.browser.newPage({ viewport: { width: 800, height: 700 } });
  await page.setContent(
    `<style id="trick">${trick}</style><body style="margin:0"><div id="outer"><div id="box" style="position:fixed;top:0;right:0;width:300px;height:600px"><iframe style="border:0;width:300px;height:600px" src="${gallery.address({ state })}"></iframe></div></div><div id="over"></div></body>`,
  );
  const frame = page.frames()[1];
  if (!frame) throw new Error('the page has no frame');
  await frame.waitForSelector('main');
  return { page, frame };
}
const armed = (frame: Frame, yes: boolean) =>
  frame.waitForSelector(`[data-armed=${yes}]`, { timeout: 5_000, state: 'attached' });

const over = (css: string) => `#over{position:fixed;pointer-events:none;${css}}`;
/** How a page may hide, cover, shrink or crop the panel so that somebody clicks what they do not see. */
const tricks: Record<string, string> = {
  'a nearly transparent box': '#box{opacity:.01}',
  'a box a little transparent': '#box{opacity:.9}',
  'a transparent frame': 'iframe{opacity:0}',
  'a transparent ancestor': '#outer{opacity:.02}',
  'a transparent page': 'html{opacity:.03}',
  'an opacity filter': '#box{filter:opacity(.1)}',
  'a blurring filter': '#box{filter:blur(6px)}',
  'a darkening filter': '#box{filter:brightness(0)}',
  'a filter without contrast': '#box{filter:contrast(0)}',
  'inverted colours': '#box{filter:invert(1)}',
  'a blend with the page': '#box{mix-blend-mode:multiply}',
  'a clip of the upper half': '#box{clip-path:inset(0 0 50% 0)}',
  'a clip to a circle': '#box{clip-path:circle(60px at 150px 150px)}',
  'a clip of the frame': 'iframe{clip-path:polygon(0 0,100% 0,100% 30%,0 30%)}',
  'a box cut to a strip': '#box{height:60px!important;overflow:hidden}',
  'a box cut to one button':
    '#box{width:60px!important;height:40px!important;overflow:hidden}iframe{margin:-120px 0 0 -60px}',
  'a frame as small as a button':
    'iframe{width:40px!important;height:30px!important}#box{width:40px!important}',
  'half its size': '#box{transform:scale(.5)}',
  'four times its size': '#box{transform:scale(4)}',
  'a zoomed-out box': '#box{zoom:.3}',
  'a turned box': '#box{transform:rotate(20deg)}',
  'a mirrored box': '#box{transform:scaleX(-1)}',
  'a skewed box': '#box{transform:skew(30deg)}',
  'a box turned away': '#box{transform:perspective(400px) rotateY(70deg)}',
  'a sheet that lets clicks through': over('inset:0;background:#fff'),
  'a half transparent sheet': over('inset:0;background:rgb(255 255 255/.5)'),
  'a sheet over a part': over('top:80px;right:0;width:300px;height:60px;background:#fff'),
  'a sheet that blurs what is behind': over('inset:0;backdrop-filter:blur(8px)'),
  'a patch over one corner': over('bottom:100px;right:0;width:12px;height:12px;background:#000'),
  'the page’s own text before it': `body::before{content:"Win a prize";position:fixed;z-index:9;top:90px;right:20px;width:260px;background:#ff0;pointer-events:none}`,
  'a sheet above everything': `#over::after{content:"";position:fixed;inset:0;z-index:2147483647;background:#eee;pointer-events:none}`,
  'an outline drawn over it': over('top:100px;right:100px;width:20px;height:20px;outline:200px solid #fff'),
  'a hidden box': '#box{visibility:hidden}',
  'a box that is not drawn': '#box{display:none}',
  'a box that is not laid out': '#outer{content-visibility:hidden}',
  'a box out of the window': '#box{right:-280px!important}',
  'a box below the window': '#box{top:690px!important}',
  'a flickering sheet': `@keyframes g{0%,49%{visibility:visible}50%,100%{visibility:hidden}}${over('inset:0;background:#fff;animation:g .3s steps(1) infinite')}`,
};

describe('a page that hides what is clicked', () => {
  it(`gets no click through by any of ${Object.keys(tricks).length} tricks, and the panel works again when they end`, async () => {
    const failed: string[] = [];
    // Most of it is the time until a panel is armed again: several panels wait for it at once.
    await inLanes(Object.entries(tricks), 4, async (next) => {
      const { page, frame } = await framed('framed');
      await armed(frame, true);
      for (const [name, css] of next) {
        await page.evaluate((text) => {
          const style = document.getElementById('trick');
          if (style) style.textContent = text;
        }, css);
        try {
          await armed(frame, false);
          // A real key reaches the button wherever it is drawn, or whether.
          await frame.locator('[data-focus=log]').evaluate((button) => (button as HTMLElement).focus());
          await page.keyboard.press('Enter');
          await page.waitForTimeout(30);
          if ((await changed(frame)).length > 0) failed.push(`${name}: ${await changed(frame)}`);
        } catch {
          failed.push(`${name}: still armed`);
        }
        await page.evaluate(() => {
          const style = document.getElementById('trick');
          if (style) style.textContent = '';
        });
        await armed(frame, true);
      }
      await frame.locator('[data-focus=log]').click();
      await frame.waitForSelector('[data-log=logged]');
      await page.close();
    });
    expect(failed).toEqual([]);
  }, 180_000);
});

/** Everything that can be pressed or typed into and was not yet; what opens a menu or form brings more. */
const untouched =
  'button:not([data-touched]):not(:disabled), [role^=menuitem]:not([data-touched]), input:not([data-touched]):not(:disabled), textarea:not([data-touched])';
/** One state of each kind of card, evenly out of all of them. */
const swept = 14;
const mostRounds = 50;

describe('a panel that cannot be seen', () => {
  it('changes nothing whatever is pressed or typed in it', async () => {
    const panels = gallery.names.filter((name) => !name.startsWith('app-'));
    const every = Math.floor(panels.length / swept);
    const found: string[] = [];
    let touched = 0;
    const chosen = panels.filter((_, at) => at % every === 0);
    await inLanes(chosen, 3, async (states) => {
      for (const state of states) {
        const { page, frame } = await framed(state, '#box{opacity:.01}');
        await frame.evaluate(() => {
          location.hash = 'framed=yes';
        });
        for (let round = 0; round < mostRounds; round += 1) {
          const next = await frame.evaluate((selector) => {
            const element = document.querySelector<HTMLElement>(selector);
            element?.setAttribute('data-touched', '');
            element?.focus();
            return element && { writes: element.matches('textarea, input:not([type=checkbox])') };
          }, untouched);
          if (!next) break;
          touched += 1;
          if (!next.writes) await page.keyboard.press('Space');
          else {
            await page.keyboard.type('x');
            await page.keyboard.press('Enter');
            await page.keyboard.press('Control+Enter');
          }
        }
        const calls = await changed(frame);
        if (calls.length > 0) found.push(`${state}: ${calls}`);
        await page.close();
      }
    });
    expect(found).toEqual([]);
    expect(touched).toBeGreaterThan(150);
  }, 180_000);
});

import type { Hono } from 'hono';
import { accountPages } from './account.ts';
import { appPages } from './app.ts';
import { appPairPages } from './app-pair.ts';
import { dataPages } from './data.ts';
import { devicesPages } from './devices.ts';
import { extensionPages } from './extension.ts';
import { homePages } from './home.ts';
import { invitationsPages } from './invitations.ts';
import { joinPages } from './join.ts';
import { membersPages } from './members.ts';
import { pairPages } from './pair.ts';
import { resetPages } from './reset.ts';
import { routesOn } from './routes.ts';
import { serverPages } from './server.ts';
import { settingsPages } from './settings.ts';
import { setupPages } from './setup.ts';
import { signInPages } from './sign-in.ts';
import type { Site } from './visit.ts';

const pages = [
  homePages,
  setupPages,
  signInPages,
  joinPages,
  resetPages,
  pairPages,
  appPairPages,
  devicesPages,
  accountPages,
  membersPages,
  invitationsPages,
  settingsPages,
  dataPages,
  serverPages,
];

/** Every page for people without the extension at hand. */
export function servePages(app: Hono, site: Site): void {
  const routes = routesOn(app, site);
  for (const add of pages) add(routes, site);
  extensionPages(app, routes);
  appPages(app, routes);
}

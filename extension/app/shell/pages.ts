import {
  Building2,
  Combine,
  FileText,
  FileUp,
  Kanban,
  ListTodo,
  type LucideIcon,
  UsersRound,
} from 'lucide-preact';
import type { ComponentType } from 'preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { PageSession } from '../page.ts';

export type AppPage = {
  /** As wouter matches it; what stands at `:id` is read by `useParams`. */
  path: string;
  load(): Promise<ComponentType<{ page: PageSession }>>;
  /** In the navigation, where it has a place there. */
  nav?: {
    label: () => string;
    icon: LucideIcon;
    key: string;
    /** Not among the first: on a phone it stands in the menu alone. */
    seldom?: true;
    /** Only in a page of its own: what it does to many rows is never offered within somebody's page. */
    alone?: true;
  };
};

/** Every page of the app. The first one is where it opens. One more page is one more line, and is loaded when it is visited. */
export const pages: AppPage[] = [
  {
    path: '/contacts',
    load: () => import('../list/ListPage.tsx').then(({ ContactsPage }) => ContactsPage),
    nav: { label: m.app_contacts, icon: UsersRound, key: 'c' },
  },
  {
    path: '/companies',
    load: () => import('../list/ListPage.tsx').then(({ CompaniesPage }) => CompaniesPage),
    nav: { label: m.app_companies, icon: Building2, key: 'o' },
  },
  {
    path: '/board',
    load: () => import('../board/Board.tsx').then(({ Board }) => Board),
    nav: { label: m.app_board, icon: Kanban, key: 'b' },
  },
  { path: '/board/:id', load: () => import('../board/Board.tsx').then(({ Board }) => Board) },
  {
    path: '/tasks',
    load: () => import('../tasks/TasksPage.tsx').then(({ TasksPage }) => TasksPage),
    nav: { label: m.app_tasks, icon: ListTodo, key: 't' },
  },
  {
    path: '/import',
    load: () => import('../import/ImportPage.tsx').then(({ ImportPage }) => ImportPage),
    nav: { label: m.app_import, icon: FileUp, key: 'i', alone: true },
  },
  {
    path: '/contact/:id',
    load: () => import('../record/ContactPage.tsx').then(({ ContactPage }) => ContactPage),
  },
  {
    path: '/company/:id',
    load: () => import('../record/CompanyPage.tsx').then(({ CompanyPage }) => CompanyPage),
  },
  { path: '/deal/:id', load: () => import('../record/DealPage.tsx').then(({ DealPage }) => DealPage) },
  {
    path: '/duplicates',
    load: () => import('../pairs/PairsPage.tsx').then(({ PairsPage }) => PairsPage),
    nav: { label: m.pairs_title, icon: Combine, key: 'd', seldom: true },
  },
  {
    // In a mailbox alone: it is of the conversations that its list has shown.
    path: '/inbox',
    load: () => import('../../sidebar/inbox/Inbox.tsx').then(({ Inbox }) => Inbox),
  },
  {
    path: '/templates',
    load: () => import('../templates/TemplatesPage.tsx').then(({ TemplatesPage }) => TemplatesPage),
    nav: { label: m.compose_templates, icon: FileText, key: 'm', seldom: true },
  },
  {
    path: '/rules',
    load: () => import('../rules/RulesPage.tsx').then(({ RulesPage }) => RulesPage),
  },
  { path: '/fields', load: () => import('../fields/FieldsPage.tsx').then(({ FieldsPage }) => FieldsPage) },
];

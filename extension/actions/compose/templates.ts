import type { Template } from '../../../shared/domain/rows.ts';
import { placeholder } from '../../../shared/domain/template/fields.ts';
import { renderTemplate } from '../../../shared/domain/template/render.ts';
import type { Id } from '../../../shared/kit/id.ts';
import { mayArrange } from '../../../shared/sync/rights.ts';
import type { MailPerson } from '../../gmail/surface.ts';
import type { FilledTemplate, TemplateLine, TemplatesView } from '../../messages/compose.ts';
import { type Core, meOf } from '../core.ts';
import { contactsByEmail } from '../find-people.ts';
import { memberNames } from '../view/lookup.ts';
import { fieldValues } from './facts.ts';

const inOrder = (a: Template, b: Template): number =>
  a.position - b.position || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1);
/** More than fit into a list that somebody looks through. */
const listed = 300;
const lineLength = 120;

const all = async ({ mirror }: Core): Promise<Template[]> => (await mirror.all('template')).sort(inOrder);

/** What the list under a caret shows: one's own and the team's. */
export async function templateLines(core: Core): Promise<TemplateLine[]> {
  return (await all(core)).slice(0, listed).map(({ id, name, subject, body }) => ({
    id,
    name,
    line: [subject, body.trim().split('\n', 1)[0]]
      .filter(Boolean)
      .map((text) => renderTemplate(text ?? '', {}).text.replace(placeholder, '…'))
      .join(' · ')
      .slice(0, lineLength),
  }));
}

/** A template with the facts of one recipient; of nobody: what says something of somebody is left open. */
export async function fillTemplate(
  core: Core,
  { id, to, dealId }: { id: Id; to: MailPerson | null; dealId: Id | null | undefined },
): Promise<FilledTemplate | null> {
  const template = await core.mirror.get('template', id);
  if (!template) return null;
  const contact = to ? ((await contactsByEmail(core.mirror, [to.email])).get(to.email) ?? null) : null;
  const [values, ofNobody] = await Promise.all([
    fieldValues(core, to, contact, dealId),
    fieldValues(core, null, null, null),
  ]);
  const body = renderTemplate(template.body, values);
  const subject = template.subject ? renderTemplate(template.subject, values) : null;
  const bare = renderTemplate(`${template.subject ?? ''}\n${template.body}`, ofNobody);
  const used = [...body.used, ...(subject?.used ?? [])];
  return {
    subject: subject?.text.replace(/\s*[\r\n]+\s*/g, ' ') ?? null,
    text: body.text,
    missing: [...new Set([...body.missing, ...(subject?.missing ?? [])])],
    personal: bare.missing.length > 0 || used.some((field) => !bare.used.includes(field)),
  };
}

/** Every template that one may see, with who may change it. */
export async function templatesView(core: Core): Promise<TemplatesView> {
  const { mirror } = core;
  const me = meOf(core);
  const [templates, members, ownFields] = await Promise.all([
    all(core),
    memberNames(mirror),
    mirror.all('ownField'),
  ]);
  const arranges = mayArrange(members.get(me ?? '')?.role ?? 'read-only');
  return {
    templates: templates.map((template) => ({
      ...template,
      by: members.get(template.createdBy ?? '')?.name ?? '',
      mine: template.createdBy === me,
      mayChange: template.createdBy === me || (template.privateTo === null && arranges),
    })),
    ownFields: ownFields
      .filter(({ noun, kind }) => noun === 'contact' && kind !== 'person')
      .sort((a, b) => a.position - b.position)
      .map(({ key, label }) => ({ key, label })),
  };
}

export async function templateValues(core: Core, contactId: Id | null) {
  const contact = contactId ? ((await core.mirror.get('contact', contactId)) ?? null) : null;
  return { values: await fieldValues(core, null, contact) };
}

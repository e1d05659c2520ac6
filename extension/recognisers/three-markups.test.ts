import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { keyText } from '../../shared/identity/key.ts';
import type { Sighting } from '../../shared/identity/sighting.ts';
import { jsonLd } from './json-ld.ts';
import { microdata } from './microdata.ts';
import { rdfa } from './rdfa.ts';
import { type Recogniser, readAll } from './recogniser.ts';

/** The same facts, each written as sites write them. The first of the variants is what all others must give. */
type Facts = { shows: string; json: string[]; microdata: string[]; rdfa: string[] };

const told = ({ kind, keys, fields }: Sighting): string =>
  [
    kind,
    ...keys.map(({ value }) => keyText(value)).sort(),
    ...Object.entries(fields)
      .map(([name, seen]) => `${name}=${seen.value}`)
      .sort(),
  ].join(' | ');
const look = (recogniser: Recogniser, html: string): string[] => {
  const { document } = parseHTML(`<!doctype html><html><head></head><body>${html}</body></html>`);
  return readAll(recogniser.read({ document, url: 'https://www.acme.example/team' }))
    .map(told)
    .sort();
};
const script = (json: string): string => `<script type="application/ld+json">${json}</script>`;

const facts: Facts[] = [
  {
    shows: 'a person with mail, number, profile and employer',
    json: [
      '{"@context":"https://schema.org","@type":"Person","name":"Ada Byron","givenName":"Ada","familyName":"Byron","jobTitle":"CTO","email":"ada@acme.example","telephone":"+44 20 7946 0018","sameAs":["https://github.com/ada"],"worksFor":{"@type":"Organization","name":"Acme Tools","url":"https://acme.example/"}}',
      // A graph, with references and the employer first.
      '{"@context":"https://schema.org","@graph":[{"@type":"Organization","@id":"#acme","name":"Acme Tools","url":"https://acme.example/"},{"@type":["Person"],"name":"Ada Byron","givenName":"Ada","familyName":"Byron","jobTitle":["CTO"],"email":"mailto:ada@acme.example","telephone":"tel:+44 20 7946 0018","sameAs":"https://github.com/ada","worksFor":{"@id":"#acme"}}]}',
      // Words by their addresses and prefixes, values with types, a list.
      '[{"@context":{"s":"http://schema.org/","mail":"s:email","id":"@id","type":"@type"},"type":"s:Person","http://schema.org/name":{"@value":"Ada Byron"},"s:givenName":"Ada","s:familyName":"Byron","s:jobTitle":{"@list":["CTO"]},"mail":"ada@acme.example","s:telephone":"+44 20 7946 0018","s:sameAs":{"id":"https://github.com/ada"},"s:worksFor":{"type":"s:Organization","s:name":"Acme Tools","s:url":"https://acme.example/"}}]',
      // From the employer's side.
      '{"@context":"https://schema.org","@type":"Organization","name":"Acme Tools","url":"/../","@reverse":{"worksFor":{"@type":"Person","name":"Ada Byron","givenName":"Ada","familyName":"Byron","jobTitle":"CTO","email":"ada@acme.example","telephone":"+44 20 7946 0018","sameAs":"https://github.com/ada"}}}'.replace(
        '/../',
        'https://acme.example/',
      ),
      '{"@type":"Organization","name":"Acme Tools","url":"https://acme.example/","employee":[{"@type":"Person","name":"Ada Byron","givenName":"Ada","familyName":"Byron","jobTitle":"CTO","email":"ada@acme.example","telephone":"+44 20 7946 0018","sameAs":"https://github.com/ada"}]}',
      // A role between them.
      '{"@type":"Person","name":"Ada Byron","givenName":"Ada","familyName":"Byron","email":"ada@acme.example","telephone":"+44 20 7946 0018","sameAs":"https://github.com/ada","worksFor":{"@type":"EmployeeRole","roleName":"CTO","worksFor":{"@type":"Organization","name":"Acme Tools","url":"https://acme.example/"}}}',
      // In two scripts, and cut off.
      '{"@type":"Organization","@id":"#o","name":"Acme Tools","url":"https://acme.example/"}</script><script type="application/ld+json">{"@type":"Person","name":"Ada Byron","givenName":"Ada","familyName":"Byron","jobTitle":"CTO","email":"ada@acme.example","telephone":"+44 20 7946 0018","sameAs":"https://github.com/ada","worksFor":{"@id":"#o"},',
    ],
    microdata: [
      '<div itemscope itemtype="https://schema.org/Person"><b itemprop="name">Ada Byron</b><meta itemprop="givenName" content="Ada"><meta itemprop="familyName" content="Byron"><i itemprop="jobTitle">CTO</i><a itemprop="email" href="mailto:ada@acme.example">mail</a><a itemprop="telephone" href="tel:+44 20 7946 0018">call</a><link itemprop="sameAs" href="https://github.com/ada"><p itemprop="worksFor" itemscope itemtype="https://schema.org/Organization"><a itemprop="url" href="https://acme.example/"><span itemprop="name">Acme Tools</span></a></p></div>',
      // Split over the page.
      '<div itemscope itemtype="http://schema.org/Person" itemref="job mail"><a href="/ada" itemprop="name">Ada <b>Byron</b></a><span itemprop="givenName">Ada</span><span itemprop="familyName">Byron</span></div><p id="job"><i itemprop="jobTitle">CTO</i><span itemprop="worksFor" itemscope itemtype="http://schema.org/Organization"><em itemprop="name">Acme Tools</em><link itemprop="url" href="https://acme.example/"></span></p><p id="mail"><span itemprop="email">ada@acme.example</span><span itemprop="telephone">+44 20 7946 0018</span><a itemprop="sameAs" href="https://github.com/ada">code</a></p>',
      // From the employer's side, and on a form whose fields take the names of the DOM.
      '<form itemscope itemtype="https://schema.org/Organization"><input name="children"><input name="attributes"><input name="getAttribute"><a itemprop="name url" href="https://acme.example/">Acme Tools</a><div itemprop="employee" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Ada Byron</span><span itemprop="givenName">Ada</span><span itemprop="familyName">Byron</span><span itemprop="jobTitle">CTO</span><span itemprop="email">ada@acme.example</span><span itemprop="telephone">+44 20 7946 0018</span><a itemprop="sameAs" href="https://github.com/ada">x</a></div></form>',
    ],
    rdfa: [
      '<div vocab="https://schema.org/" typeof="Person"><b property="name">Ada Byron</b><span property="givenName">Ada</span><span property="familyName">Byron</span><i property="jobTitle">CTO</i><a property="email" href="mailto:ada@acme.example">mail</a><a property="telephone" href="tel:+44 20 7946 0018">call</a><a property="sameAs" href="https://github.com/ada">code</a><p property="worksFor" typeof="Organization"><a property="url" href="https://acme.example/"><span property="name">Acme Tools</span></a></p></div>',
      // With prefixes, pointing at the employer by its address.
      '<div prefix="s: https://schema.org/"><p typeof="s:Organization" resource="#acme"><b property="s:name">Acme Tools</b><link property="s:url" href="https://acme.example/"></p><p typeof="s:Person" about="#ada"><span property="s:name" content="Ada Byron">A. Byron</span><meta property="s:givenName" content="Ada"><meta property="s:familyName" content="Byron"><span property="s:jobTitle">CTO</span><span property="s:email">ada@acme.example</span><span property="s:telephone">+44 20 7946 0018</span><a rel="s:sameAs" href="https://github.com/ada">x</a><a rel="s:worksFor" resource="#acme">x</a></p></div>',
      // FOAF, told in two places, a relation with its object in it, and one the other way round.
      '<div xmlns:foaf="http://xmlns.com/foaf/0.1/"><p about="#ada" typeof="foaf:Person"><span property="foaf:name">Ada Byron</span> <a rel="foaf:mbox" href="mailto:ada@acme.example">mail</a><a rel="foaf:phone" href="tel:+44 20 7946 0018">call</a><a rel="foaf:account" href="https://github.com/ada">code</a></p><p about="#ada"><span property="foaf:firstName">Ada</span><span property="foaf:surname">Byron</span><span property="schema:jobTitle">CTO</span></p><div about="#ada" rel="schema:worksFor"><p typeof="foaf:Organization"><span property="foaf:name">Acme Tools</span><a rel="foaf:homepage" href="https://acme.example/">x</a></p></div></div>',
      '<div vocab="https://schema.org/" typeof="Organization"><b property="name">Acme Tools</b><a property="url" href="https://acme.example/">x</a><div rev="worksFor"><p typeof="Person"><b property="name">Ada Byron</b><span property="givenName">Ada</span><span property="familyName">Byron</span><i property="jobTitle">CTO</i><span property="email">ada@acme.example</span><span property="telephone">+44 20 7946 0018</span><a property="sameAs" href="https://github.com/ada">x</a></p></div></div>',
    ],
  },
  {
    shows: 'a company with an address, a contact point and its people',
    json: [
      '{"@type":"LocalBusiness","name":"株式会社青河","telephone":"+81 3 1234 5678","email":"info@qinghe.example","address":{"@type":"PostalAddress","streetAddress":"1 Main St","addressLocality":"Tokyo","addressCountry":"JP"},"description":"Tools","founder":{"@type":"Person","name":"山田太郎"}}',
      '{"@type":["Thing","ProfessionalService"],"legalName":"株式会社青河","contactPoint":[{"@type":"ContactPoint","telephone":"+81 3 1234 5678","email":"info@qinghe.example"}],"location":{"@type":"Place","address":{"@type":"PostalAddress","streetAddress":"1 Main St","addressLocality":"Tokyo","addressCountry":{"@type":"Country","name":"JP"}}},"description":"Tools","founder":{"@type":"Person","name":"山田太郎"}}',
    ],
    microdata: [
      '<div itemscope itemtype="https://schema.org/Store"><b itemprop="name">株式会社青河</b><span itemprop="telephone">+81 3 1234 5678</span><span itemprop="email">info@qinghe.example</span><div itemprop="address" itemscope itemtype="https://schema.org/PostalAddress"><i itemprop="streetAddress">1 Main St</i> <i itemprop="addressLocality">Tokyo</i> <meta itemprop="addressCountry" content="JP"></div><p itemprop="description">Tools</p><p itemprop="founder" itemscope itemtype="https://schema.org/Person"><span itemprop="name">山田太郎</span></p></div>',
    ],
    rdfa: [
      '<div vocab="http://schema.org/" typeof="Restaurant"><b property="name">株式会社青河</b><span property="telephone">+81 3 1234 5678</span><a property="email" href="mailto:info@qinghe.example?subject=Hi">x</a><div property="address" typeof="PostalAddress"><i property="streetAddress">1 Main St</i> <i property="addressLocality">Tokyo</i> <meta property="addressCountry" content="JP"></div><p property="description">Tools</p><p property="founder" typeof="Person"><span property="name">山田太郎</span></p></div>',
    ],
  },
  {
    shows: 'somebody who wrote a review, and nobody where there is no name',
    json: [
      '{"@type":"Product","name":"Saw","review":{"@type":"Review","author":{"@type":"Person","name":"Grace Hopper"}},"brand":{"@type":"Person"}}',
      '{"@type":"Review","author":"Grace Hopper","itemReviewed":{"@type":"Product","name":"Saw"}}',
    ],
    microdata: [
      '<div itemscope itemtype="https://schema.org/Review"><span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Grace Hopper</b></span></div>',
      '<div itemscope itemtype="https://schema.org/Review"><span itemprop="author">Grace Hopper</span></div>',
    ],
    rdfa: [
      '<div vocab="https://schema.org/" typeof="Review"><span property="author" typeof="Person"><b property="name">Grace Hopper</b></span></div>',
      '<div vocab="https://schema.org/" typeof="Review"><span property="author">Grace Hopper</span></div>',
    ],
  },
];

describe.each(facts)('the same facts give the same in every markup: $shows', ({ json, ...others }) => {
  const expected = look(jsonLd, script(json[0] ?? ''));
  test('there is something to agree on', () => expect(expected.length).toBeGreaterThan(0));
  test.each(json)('JSON-LD %#', (text) => expect(look(jsonLd, script(text))).toEqual(expected));
  test.each(others.microdata)('microdata %#', (html) => expect(look(microdata, html)).toEqual(expected));
  test.each(others.rdfa)('RDFa %#', (html) => expect(look(rdfa, html)).toEqual(expected));
});

test('who only wrote a review is not somebody to take in by default', () => {
  const { document } = parseHTML(`<html><body>${facts[2]?.microdata[0]}</body></html>`);
  const [author] = readAll(microdata.read({ document, url: '' }));
  expect(author?.fields.name?.confidence).toBeLessThan(0.5);
});

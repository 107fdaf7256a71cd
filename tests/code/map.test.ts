import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { endpoint, event } from '#contract/define.ts';
import { openApi } from '#kernel/http/openapi.ts';
import { reaction } from '#kernel/module.ts';
import { announcedEvents, composition } from '../../bin/reference/composition.ts';
import { eventsPage } from '../../bin/reference/events.ts';
import { referencePages } from '../../bin/reference/pages.ts';
import { permissionsPage } from '../../bin/reference/permissions.ts';
import { allSources, isTest, nodes, root, type Source, source } from './sources.ts';

const pages = await referencePages();
const events = await announcedEvents();
const modules = composition();

describe('the reference pages', () => {
  it.each(Object.keys(pages))('%s is fresh', (path) => {
    const recorded = readFileSync(join(root, path), 'utf8');
    expect(pages[path] === recorded || firstDifference(pages[path] ?? '', recorded)).toBe(true);
  });

  it('a new endpoint, permission or reaction shows in them', () => {
    const dispatch = endpoint({
      name: 'cases.dispatch',
      method: 'POST',
      path: '/api/cases/:caseId/dispatch',
      summary: 'Gives a case to a handler.',
      access: 'area.edit',
      output: z.object({}),
    });
    const dispatched = event('case.dispatched', z.object({ handlerId: z.string() }));
    const tell = reaction('notifications.tell_handler', dispatched, async () => {});
    expect(JSON.stringify(openApi([dispatch], '1'))).toContain('/api/cases/{caseId}/dispatch');
    expect(permissionsPage([dispatch])).toContain(
      '| `cases.dispatch` | POST `/api/cases/:caseId/dispatch` | `area.edit` |',
    );
    expect(eventsPage([dispatched], [{ name: 'notifications', reactions: [tell] }])).toContain(
      '| `case.dispatched` | handlerId | `notifications.tell_handler` |',
    );
  });
});

describe('events', () => {
  const announced = new Set(events.map(({ name }) => name));

  it('are announced in the contract before a module emits them', () => {
    const emitted = allSources()
      .filter(({ path }) => path.startsWith('server/') && !isTest(path))
      .flatMap(namesEmitted);
    expect(emitted.length).toBeGreaterThan(10);
    expect(emitted.filter(({ name }) => !announced.has(name))).toEqual([]);
  });

  it('one that nobody announced is caught', () => {
    const text = "export const f = (context) => context.emit({ name: 'case.gossiped', subject });";
    expect(namesEmitted(source('server/modules/cases/service.ts', text))).toEqual([
      { path: 'server/modules/cases/service.ts', name: 'case.gossiped' },
    ]);
  });

  it('are told in the past tense, noun first', () => {
    expect([...announced].filter((name) => !/^[a-z_]+\.[a-z_]+$/.test(name))).toEqual([]);
  });

  it('every reaction listens to an announced event and has a name of its own', () => {
    const reactions = modules.flatMap((module) => module.reactions ?? []);
    expect(reactions.filter(({ event: heard }) => !announced.has(heard)).map(({ name }) => name)).toEqual([]);
    expect(new Set(reactions.map(({ name }) => name)).size).toBe(reactions.length);
  });
});

describe('endpoints', () => {
  const endpoints = modules.flatMap((module) => module.routes ?? []).map((route) => route.endpoint);

  it('have a name and an address of their own', () => {
    const addresses = endpoints.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':')}`);
    expect(endpoints.length).toBeGreaterThan(40);
    expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
    const names = endpoints.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('bound every list of a query, and read nothing by POST without need', () => {
    const unbounded = endpoints.filter(({ query }) => 'cursor' in query.shape && !('limit' in query.shape));
    expect(unbounded.map(({ name }) => name)).toEqual([]);
  });
});

/** Names in `emit({ name: '…' })`, where they are written out. */
function namesEmitted(from: Source): { path: string; name: string }[] {
  return nodes(from).flatMap((node) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return [];
    if (node.callee.property.type !== 'Identifier' || node.callee.property.name !== 'emit') return [];
    const text = from.text.slice(node.start, node.end);
    const [, name] = /^\S*emit\(\s*\{\s*name:\s*'([^']+)'/.exec(text) ?? [];
    return name ? [{ path: from.path, name }] : [];
  });
}

function firstDifference(made: string, recorded: string): string {
  const lines = recorded.split('\n');
  const at = made.split('\n').findIndex((line, index) => line !== lines[index]);
  return `Run npm run map. Line ${at + 1} is now: ${made.split('\n')[at] ?? '(gone)'}`;
}

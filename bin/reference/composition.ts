// The platform as it is put together for a real street, without a database: what the reference pages tell of.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EventDefinition } from '#contract/define.ts';
import type { Module } from '#kernel/module.ts';
import { modules } from '../../server/modules.ts';
import { kernelModule } from '../../server/system.ts';

const contract = join(import.meta.dirname, '../../contract');

/** The kernel's own endpoints first, then every module; the demo's are not part of a real street. */
export function composition(): readonly Module[] {
  const facts = {
    version: '',
    database: { version: '', embedded: false },
    demo: false,
    worker: () => 'off' as const,
  };
  return [kernelModule(modules, facts), ...modules];
}

/** Every event that a contract/<module>/events.ts announces. */
export async function announcedEvents(): Promise<EventDefinition[]> {
  const found: EventDefinition[] = [];
  for (const folder of (await readdir(contract, { withFileTypes: true })).filter((entry) =>
    entry.isDirectory(),
  )) {
    if (!(await readdir(join(contract, folder.name))).includes('events.ts')) continue;
    const file = pathToFileURL(join(contract, folder.name, 'events.ts')).href;
    found.push(...Object.values((await import(file)) as Record<string, unknown>).filter(isEvent));
  }
  return found;
}

function isEvent(value: unknown): value is EventDefinition {
  return typeof value === 'object' && value !== null && 'name' in value && 'data' in value;
}

import { expect, test } from 'vitest';
import { eventSentences, personalDataEvents } from './sentences.ts';

const modules = import.meta.glob<Record<string, unknown>>('../*/events.ts', { eager: true });

const names = Object.values(modules).flatMap((module) =>
  Object.values(module).flatMap((one) =>
    typeof one === 'object' && one !== null && 'name' in one && 'data' in one ? [String(one.name)] : [],
  ),
);

test('the contract declares events', () => expect(names.length).toBeGreaterThan(40));

test.each(names)('%s has a sentence', (name) => expect(eventSentences).toHaveProperty([name]));

test.each([...personalDataEvents])('%s of the access log is an event', (name) =>
  expect(names).toContain(name),
);

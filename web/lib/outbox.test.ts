import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { endpoint } from '#contract/define.ts';
import { createOutbox, type OutboxShelf } from './outbox.ts';
import { ProblemError } from './problem.ts';
import type { Waiting } from './store.ts';

const note = endpoint({
  name: 'people.note',
  method: 'POST',
  path: '/api/notes',
  summary: 'Notes something.',
  access: 'person.edit',
  body: z.object({ text: z.string() }),
  output: z.object({}),
});

/** A device that remembers as long as the test lasts. */
function listShelf(): OutboxShelf & { rows: Waiting[] } {
  const rows: Waiting[] = [];
  return {
    rows,
    all: async (accountId) => rows.filter((row) => row.accountId === accountId),
    add: async (command) => {
      const sequence = rows.length + 1;
      rows.push({ ...command, sequence });
      return sequence;
    },
    change: async (command) => {
      const at = rows.findIndex((each) => each.sequence === command.sequence);
      if (at >= 0) rows[at] = command;
    },
    remove: async (sequence) => {
      rows.splice(
        rows.findIndex((each) => each.sequence === sequence),
        1,
      );
    },
  };
}

const offline = new ProblemError({ code: 'network.offline', status: 0 });
const stale = new ProblemError({ code: 'version.stale', status: 409, detail: '别人刚改过' });
const about = (subject: string) => ({ subject, label: subject });
const textOf = ([, , sending]: [string, string, { body: string }]) => JSON.parse(sending.body).text;

function setUp(send = vi.fn()) {
  const shelf = listShelf();
  return { shelf, send, outbox: createOutbox(shelf, 'zhou', { send }) };
}

test('without a network everything waits, in order, and goes out once it returns', async () => {
  const { outbox, send } = setUp(vi.fn().mockRejectedValue(offline));
  for (const text of ['一', '二', '三']) await outbox.give(note, { body: { text } }, about(text));
  expect(outbox.state().waiting.map((each) => each.label)).toEqual(['一', '二', '三']);

  send.mockReset().mockResolvedValue(undefined);
  await outbox.flush();
  expect(send.mock.calls.map((args) => textOf(args as never))).toEqual(['一', '二', '三']);
  expect(outbox.state().waiting).toEqual([]);
});

test('a second try carries the key of the first', async () => {
  const { outbox, send } = setUp(vi.fn().mockRejectedValueOnce(offline).mockResolvedValue(undefined));
  await outbox.give(note, { body: { text: '一' } }, about('一'));
  await outbox.flush();
  const keys = send.mock.calls.map((args) => args[2].idempotencyKey);
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
});

test('a refusal is kept with its reason and holds back only what follows about the same thing', async () => {
  const { outbox, send } = setUp(vi.fn().mockRejectedValue(offline));
  await outbox.give(note, { body: { text: '3-201 搬走' } }, about('3-201'));
  await outbox.give(note, { body: { text: '3-201 电话' } }, about('3-201'));
  await outbox.give(note, { body: { text: '3-301 电话' } }, about('3-301'));

  send.mockReset().mockRejectedValueOnce(stale).mockResolvedValue(undefined);
  await outbox.flush();
  expect(outbox.state().refused).toMatchObject([
    { label: '3-201', problem: { code: 'version.stale', detail: '别人刚改过' } },
  ]);
  expect(outbox.state().waiting.map((each) => JSON.parse(each.body).text)).toEqual(['3-201 电话']);

  const refused = outbox.state().refused[0];
  await outbox.drop(refused?.sequence ?? 0);
  await outbox.flush();
  expect(outbox.state()).toEqual({ waiting: [], refused: [] });
});

test.each([401, 429, 503])('%d is no refusal: the command stays and the run stops', async (status) => {
  const { outbox, send } = setUp(vi.fn().mockRejectedValue(new ProblemError({ code: 'x', status })));
  await outbox.give(note, { body: { text: '一' } }, about('一'));
  await outbox.give(note, { body: { text: '二' } }, about('二'));
  send.mockClear();
  await outbox.flush();
  expect(send).toHaveBeenCalledTimes(1);
  expect(outbox.state()).toMatchObject({ waiting: [{ label: '一' }, { label: '二' }], refused: [] });
});

test('two flushes at once send each command once', async () => {
  const { outbox, send } = setUp(vi.fn().mockRejectedValueOnce(offline).mockResolvedValue(undefined));
  await outbox.give(note, { body: { text: '一' } }, about('一'));
  send.mockClear();
  await Promise.all([outbox.flush(), outbox.flush()]);
  expect(send).toHaveBeenCalledTimes(1);
});

test('what another account left on this phone stays with it', async () => {
  const { shelf, outbox } = setUp(vi.fn().mockRejectedValue(offline));
  await outbox.give(note, { body: { text: '一' } }, about('一'));
  const send = vi.fn();
  const other = createOutbox(shelf, 'li', { send });
  await other.flush();
  expect(send).not.toHaveBeenCalled();
  expect(other.state().waiting).toEqual([]);
});

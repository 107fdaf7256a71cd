import type { InputOf, OutputOf } from '#contract/define.ts';
import type { getAsk, listAsks, listMyAsks } from '#contract/mutualhelp/endpoints.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage } from '#kernel/cursor.ts';
import { neighbourOf } from '../places.ts';
import { listBoard, listMine } from '../store/asks.ts';
import { openAsk, shownAsks } from './load.ts';

export async function readBoard(
  context: Context,
  input: InputOf<typeof listAsks>,
): Promise<OutputOf<typeof listAsks>> {
  const me = await neighbourOf(context);
  const found = await listBoard(context, me, input);
  const { rows, nextCursor } = cutPage(found, input.limit, (row) => [row.away, row.starts_at, row.id]);
  return { items: await shownAsks(context, rows, me), nextCursor, total: null };
}

export async function readMine(
  context: Context,
  input: InputOf<typeof listMyAsks>,
): Promise<OutputOf<typeof listMyAsks>> {
  const me = await neighbourOf(context);
  const found = await listMine(context, me.personId, input);
  const { rows, nextCursor } = cutPage(found, input.limit, (row) => [row.asked_at, row.id]);
  return { items: await shownAsks(context, rows, me), nextCursor, total: null };
}

export async function readAsk(
  context: Context,
  { askId }: InputOf<typeof getAsk>,
): Promise<OutputOf<typeof getAsk>> {
  const { me, ask } = await openAsk(context, askId, false);
  const [shown] = await shownAsks(context, [ask], me);
  return shown as OutputOf<typeof getAsk>;
}

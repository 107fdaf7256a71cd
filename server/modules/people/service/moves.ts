import type { InputOf } from '#contract/define.ts';
import type { moveHousehold } from '#contract/people/endpoints.ts';
import { householdMoved } from '#contract/people/events.ts';
import type { HouseholdRecord } from '#contract/people/records.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { covers } from '#kernel/scope.ts';
import { getDoor } from '../places.ts';
import { mayEditHousehold } from '../policy.ts';
import { roomOrder } from '../rules.ts';
import { addressColumns } from '../store/columns.ts';
import { getHousehold, type HouseholdRow, saveHousehold } from '../store/households.ts';
import { moveMembers } from '../store/persons.ts';
import { doorOf, viewHousehold } from './households.ts';
import { staleHousehold } from './stale.ts';

/** A whole household goes: to another door, or out of the street, whereupon the retention clock starts. */
export async function moveHouseholdTo(
  context: Context,
  input: InputOf<typeof moveHousehold>,
): Promise<HouseholdRecord> {
  const row = await getHousehold(context, input.householdId);
  const may = mayEditHousehold(context.actor, { areaPath: row.area_path, left: row.left_at !== null });
  if (may !== true) throw new Problem(may, may === 'household.left' ? 409 : 403);
  if (row.version !== input.version)
    throw await staleHousehold(context, await viewHousehold(context, row), input.version);

  const saved = input.to ? await moveTo(context, row, input.to) : await leave(context, row);
  if (!saved) {
    const current = await viewHousehold(context, await getHousehold(context, row.id));
    throw await staleHousehold(context, current, input.version);
  }
  const members = await moveMembers(
    context,
    row.id,
    input.to ? doorOf(saved) : { status: 'departed', ended_at: context.now },
  );
  await context.emit({
    name: householdMoved.name,
    subject: { module: 'people', id: row.id },
    data: { from: row.area_id, to: input.to ? saved.area_id : null, members: members.length },
    areaPath: saved.area_path,
  });
  return await viewHousehold(context, saved);
}

async function moveTo(context: Context, row: HouseholdRow, to: { areaId: string; room: string }) {
  const door = await getDoor(context, to.areaId);
  if (!covers(context.actor, 'person.edit', door.path)) throw new Problem('household.area_outside', 403);
  const room = to.room.normalize('NFKC');
  if (door.areaId === row.area_id && room === row.room) throw new Problem('household.same_door', 409);
  return await saveHousehold(context, row, {
    area_id: door.areaId,
    area_path: door.path,
    room,
    room_order: roomOrder(room),
    ...addressColumns(door.address + room),
  });
}

async function leave(context: Context, row: HouseholdRow) {
  return await saveHousehold(context, row, { left_at: context.now, tags: [], note: '' });
}

import type { InputOf } from '#contract/define.ts';
import type {
  changeHousehold,
  getHousehold as getHouseholdEndpoint,
  listHouseholds,
  listTrustedContacts,
  registerHousehold,
} from '#contract/people/endpoints.ts';
import { householdChanged, householdRegistered } from '#contract/people/events.ts';
import type { HouseholdRecord } from '#contract/people/records.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { covers } from '#kernel/scope.ts';
import { areaChain, getArea } from '#modules/territory/index.ts';
import { getDoor } from '../places.ts';
import { householdRights, mayEditHousehold, mayEditTags } from '../policy.ts';
import { changedFields, roomOrder } from '../rules.ts';
import { addressColumns } from '../store/columns.ts';
import {
  getHousehold,
  type HouseholdRow,
  insertHousehold,
  listHouseholdRows,
  saveHousehold,
} from '../store/households.ts';
import { membersOf, moveMembers, type PersonRow, setHead } from '../store/persons.ts';
import { viewHouseholdRow, viewPersonRow, viewTrustedContact } from '../view.ts';
import { staleHousehold } from './stale.ts';

export async function listHouseholdRecords(context: Context, input: InputOf<typeof listHouseholds>) {
  const areaPath = input.areaId ? (await getArea(context, input.areaId)).path : undefined;
  const { rows, nextCursor, total } = await listHouseholdRows(context, { ...input, areaPath }, input);
  return { items: await viewHouseholds(context, rows), nextCursor, total };
}

export async function listTrustedContactRecords(
  context: Context,
  input: InputOf<typeof listTrustedContacts>,
) {
  const areaPath = input.areaId ? (await getArea(context, input.areaId)).path : undefined;
  const page = await listHouseholdRows(context, { areaPath, tagged: true }, input);
  const lines = await viewHouseholds(context, page.rows);
  return { items: lines.map(viewTrustedContact), nextCursor: page.nextCursor, total: page.total };
}

export async function viewHouseholds(context: Context, rows: readonly HouseholdRow[]) {
  const members = await membersOf(
    context,
    rows.map((row) => row.id),
  );
  const byHousehold = Map.groupBy(members, (member) => member.household_id);
  return rows.map((row) => viewHouseholdRow(context, row, byHousehold.get(row.id) ?? []));
}

export async function getHouseholdRecord(
  context: Context,
  input: InputOf<typeof getHouseholdEndpoint>,
): Promise<HouseholdRecord> {
  const row = await getHousehold(context, input.householdId);
  if (!covers(context.actor, 'person.read', row.area_path))
    throw new Problem('household.outside_your_area', 403);
  return await viewHousehold(context, row);
}

export async function viewHousehold(
  context: Context,
  row: HouseholdRow,
  known?: readonly PersonRow[],
): Promise<HouseholdRecord> {
  const members = known ?? (await membersOf(context, [row.id]));
  const chain = await areaChain(context, row.area_id);
  return {
    ...viewHouseholdRow(context, row, members),
    places: chain
      .filter((area) => area.level !== 'street')
      .map((area) => ({ areaId: area.areaId, name: area.name, level: area.level })),
    note: row.note,
    members: members.map((member) => viewPersonRow(context, member)),
    changedAt: row.updated_at,
    changedBy: row.updated_by,
    version: row.version,
    can: householdRights(context.actor, { areaPath: row.area_path, left: row.left_at !== null }),
  };
}

export async function registerNewHousehold(
  context: Context,
  input: InputOf<typeof registerHousehold>,
): Promise<HouseholdRecord> {
  const door = await getDoor(context, input.areaId);
  if (!covers(context.actor, 'person.edit', door.path)) throw new Problem('household.area_outside', 403);
  if (input.tags.length > 0) refuseTags(context, { areaPath: door.path, left: false });

  const room = input.room.normalize('NFKC');
  const row = await insertHousehold(context, {
    id: context.newId(),
    area_id: door.areaId,
    area_path: door.path,
    room,
    room_order: roomOrder(room),
    house_use: input.houseUse,
    ...addressColumns(door.address + room),
    tags: input.tags,
    note: input.note,
    left_at: null,
    registered_at: context.now,
    updated_at: context.now,
    updated_by: context.actor.displayName,
    version: 1,
  });
  await context.emit({
    name: householdRegistered.name,
    subject: { module: 'people', id: row.id },
    data: { areaId: row.area_id, houseUse: row.house_use },
    areaPath: row.area_path,
  });
  return await viewHousehold(context, row, []);
}

export async function changeHouseholdRecord(
  context: Context,
  input: InputOf<typeof changeHousehold>,
): Promise<HouseholdRecord> {
  const row = await getHousehold(context, input.householdId);
  const facts = { areaPath: row.area_path, left: row.left_at !== null };
  const may = mayEditHousehold(context.actor, facts);
  if (may !== true) throw new Problem(may, may === 'household.left' ? 409 : 403);
  if (row.version !== input.version)
    throw await staleHousehold(context, await viewHousehold(context, row), input.version);

  const members = await membersOf(context, [row.id]);
  const before = valuesOf(row, members);
  const after = { ...before, ...given(input) };
  const fields = changedFields(before, after);
  if (fields.includes('tags')) refuseTags(context, facts);
  refuseUnfit(after, members);
  if (fields.length === 0) return await viewHousehold(context, row, members);

  const saved = await save(context, row, after);
  if (!saved) {
    const current = await viewHousehold(context, await getHousehold(context, row.id));
    throw await staleHousehold(context, current, input.version);
  }
  if (fields.includes('headId') && after.headId) await setHead(context, row.id, after.headId);
  if (fields.includes('room')) await moveMembers(context, row.id, doorOf(saved));
  await context.emit({
    name: householdChanged.name,
    subject: { module: 'people', id: row.id },
    data: { version: saved.version, changes: fields.map((field) => change(field, before, after)) },
    areaPath: row.area_path,
  });
  return await viewHousehold(context, saved);
}

interface HouseholdValues {
  room: string;
  houseUse: HouseholdRow['house_use'];
  tags: HouseholdRow['tags'];
  note: string;
  headId: string | null;
}

function valuesOf(row: HouseholdRow, members: readonly PersonRow[]): HouseholdValues {
  const head = members.find((member) => member.relation === 'head');
  return {
    room: row.room,
    houseUse: row.house_use,
    tags: row.tags,
    note: row.note,
    headId: head?.id ?? null,
  };
}

function given(input: InputOf<typeof changeHousehold>): Partial<HouseholdValues> {
  const { room, houseUse, tags, note, headId } = input;
  const values = { room: room?.normalize('NFKC'), houseUse, tags, note, headId };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function refuseTags(context: Context, facts: { areaPath: string; left: boolean }): void {
  const may = mayEditTags(context.actor, facts);
  if (may !== true) throw new Problem(may, 403);
}

function refuseUnfit(after: HouseholdValues, members: readonly PersonRow[]): void {
  if (after.houseUse === 'vacant' && members.length > 0)
    throw new Problem('household.occupied_vacant', 409, { count: members.length });
  if (after.headId !== null && !members.some((member) => member.id === after.headId))
    throw new Problem('household.head_not_member', 409);
}

async function save(context: Context, row: HouseholdRow, after: HouseholdValues) {
  const moved = after.room !== row.room;
  const door = moved ? await getDoor(context, row.area_id) : null;
  return await saveHousehold(context, row, {
    room: after.room,
    room_order: roomOrder(after.room),
    house_use: after.houseUse,
    tags: after.tags,
    note: after.note,
    ...(door ? addressColumns(door.address + after.room) : {}),
  });
}

export function doorOf(row: HouseholdRow) {
  const { area_id, area_path, address, address_grams } = row;
  return { area_id, area_path, address, address_grams };
}

// Codes and ids may stand in the trail; rooms and notes are words about somebody and may not.
const tracedFields: readonly string[] = ['houseUse', 'tags', 'headId'];

function change(field: string, before: HouseholdValues, after: HouseholdValues) {
  if (!tracedFields.includes(field)) return { field };
  const key = field as keyof HouseholdValues;
  return { field, before: before[key], after: after[key] };
}

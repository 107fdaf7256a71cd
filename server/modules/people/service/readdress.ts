import type { Context } from '#kernel/context.ts';
import { findArea } from '#modules/territory/index.ts';
import { doorsByIds } from '../places.ts';
import { addressColumns } from '../store/columns.ts';
import { householdsAt, inhabitedAreas, setHouseholdAddresses, setPlaceAddresses } from '../store/follow.ts';

const areasAtOnceMax = 100;

/** Writes the addresses below an area anew, some hundred doors at a time. */
export async function readdress(context: Context, areaId: string): Promise<void> {
  const area = await findArea(context, areaId);
  if (!area) return;
  const areaIds = await inhabitedAreas(context, area.path);
  for (let from = 0; from < areaIds.length; from += areasAtOnceMax) {
    const batch = areaIds.slice(from, from + areasAtOnceMax);
    const doors = await doorsByIds(context, batch);
    const households = await householdsAt(context, batch);
    await setHouseholdAddresses(
      context,
      households.map((row) => ({
        id: row.id,
        ...addressColumns((doors.get(row.area_id)?.address ?? '') + row.room),
      })),
    );
    await setPlaceAddresses(
      context,
      [...doors.values()].map((door) => ({ id: door.areaId, ...addressColumns(door.address) })),
    );
  }
}

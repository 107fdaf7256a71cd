// The families of the demo as they come to an activity: an adult with an account, and who comes along.
import { sql } from 'kysely';
import type { Holder, Stage } from '../replay/stage.ts';

export interface Party {
  holder: Holder;
  adultId: string;
  adultBornOn: string;
  /** Children with their birthdays, youngest last. */
  children: readonly { personId: string; bornOn: string }[];
  communityPath: string;
  /** What the family may spend now. */
  points: number;
}

interface Row {
  account_id: string;
  person_id: string;
  name: string;
  born_on: string;
  area_path: string;
  children: { id: string; born_on: string }[] | null;
  points: number;
}

/** Families founded before now, each by one adult of it; in an order that does not change. */
export async function partiesOf(stage: Stage): Promise<Party[]> {
  const { streetId } = stage.street;
  const { rows } = await sql<Row>`
    select distinct on (m.family_id) a.id as account_id, m.person_id, a.name, h.born_on, f.area_path,
      (select json_agg(json_build_object('id', p.id, 'born_on', p.born_on) order by p.born_on)
        from family_members c join persons p on p.street_id = ${streetId} and p.id = c.person_id
        where c.street_id = ${streetId} and c.family_id = f.id and c.part = 'child' and c.left_at is null
          and exists (select 1 from guardianships g where g.street_id = ${streetId} and g.minor_id = c.person_id
            and g.guardian_id = m.person_id and g.ended_at is null)) as children,
      coalesce((select l.balance - l.held from points_accounts l where l.street_id = ${streetId} and l.kind = 'family'
        and l.owner_id = f.id::text), 0)::int as points
    from families f
    join family_members m on m.street_id = ${streetId} and m.family_id = f.id and m.part = 'adult' and m.left_at is null
    join persons h on h.street_id = ${streetId} and h.id = m.person_id
    join accounts a on a.street_id = ${streetId} and a.person_id = m.person_id
    where f.street_id = ${streetId} and f.status = 'active' and f.founded_at < ${stage.clock.now().toISOString()}
    order by m.family_id, m.joined_at, m.id`.execute(stage.db);
  return rows.map((row) => ({
    holder: { accountId: row.account_id, personId: row.person_id, name: row.name, phone: '', posts: [] },
    adultId: row.person_id,
    adultBornOn: row.born_on,
    children: (row.children ?? []).map(({ id, born_on }) => ({ personId: id, bornOn: born_on })),
    communityPath: row.area_path.split('/').slice(0, 3).join('/'),
    points: row.points,
  }));
}

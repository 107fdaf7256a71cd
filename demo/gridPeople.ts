// Communities and grids: secretaries, clerks, grid leads, and grid workers of the three staffing kinds.
import type { PackArea } from '../packs/areas.ts';
import { fullySampledGrid } from './plan.ts';
import type { Bureau } from './staff.ts';
import { appoint, areaOf, hire } from './staff.ts';
import type { DemoOrganisation, DemoPerson } from './types.ts';

const householdsPerWorker = 150;
const gridsPerProfessional = 2;
const clerksOfCommunity = 4;
/** 帅府 has 15 staff in all: the secretary, one clerk and 13 grid workers, three of whom lead the big grids. */
const communityLedByWorkers = fullySampledGrid.slice(0, 12);

export function appointGridPeople(bureau: Bureau) {
  const households = householdsByGrid(bureau);
  for (const community of areaOf(bureau, 'community')) {
    const below = (area: PackArea) => area.code.startsWith(community.code);
    const grids = areaOf(bureau, 'grid').filter(below);
    const bigGrids = areaOf(bureau, 'big_grid').filter(below);
    hire(bureau, {
      role: 'community_secretary',
      areaCode: community.code,
      organisation: officeOf(bureau, community),
    });
    if (community.code === communityLedByWorkers) appointWorkersWhoLead(bureau, community, grids, bigGrids);
    else appointClerksWhoLead(bureau, community, grids, bigGrids);
    appointProfessionals(bureau, grids, households);
    appointPartTimers(bureau, community, grids);
  }
}

function appointWorkersWhoLead(
  bureau: Bureau,
  community: PackArea,
  grids: readonly PackArea[],
  bigGrids: readonly PackArea[],
) {
  hire(bureau, {
    role: 'community_clerk',
    areaCode: community.code,
    organisation: officeOf(bureau, community),
  });
  for (const bigGrid of bigGrids) {
    const own = grids.filter((grid) => grid.parentCode === bigGrid.code && grid.code !== fullySampledGrid);
    const lead = hire(bureau, { role: 'grid_lead', areaCode: bigGrid.code });
    const seat = own.at(-1);
    if (seat) appoint(bureau, lead, { role: 'grid_worker', areaCode: seat.code, staffing: 'full_time' });
  }
  const taken = new Set(
    bureau.staff.posts.filter((post) => post.role === 'grid_worker').map((post) => post.areaCode),
  );
  appointFullTimers(
    bureau,
    grids.filter((grid) => !taken.has(grid.code)),
  );
}

function appointClerksWhoLead(
  bureau: Bureau,
  community: PackArea,
  grids: readonly PackArea[],
  bigGrids: readonly PackArea[],
) {
  for (let index = 0; index < clerksOfCommunity; index++) {
    const clerk = hire(bureau, {
      role: 'community_clerk',
      areaCode: community.code,
      organisation: officeOf(bureau, community),
    });
    const bigGrid = bigGrids[index];
    if (bigGrid) appoint(bureau, clerk, { role: 'grid_lead', areaCode: bigGrid.code });
  }
  appointFullTimers(bureau, grids);
}

/** 专职一格一员: one full-time worker in each grid. */
function appointFullTimers(bureau: Bureau, grids: readonly PackArea[]) {
  for (const grid of grids) hire(bureau, { role: 'grid_worker', areaCode: grid.code, staffing: 'full_time' });
}

/** 专业一员多格: where homes exceed what one worker per grid can visit, professionals share the fullest grids. */
function appointProfessionals(
  bureau: Bureau,
  grids: readonly PackArea[],
  households: ReadonlyMap<string, number>,
) {
  const total = grids.reduce((sum, grid) => sum + (households.get(grid.code) ?? 0), 0);
  const count = Math.round(total / householdsPerWorker) - grids.length;
  const fullest = [...grids].sort(
    (one, other) => (households.get(other.code) ?? 0) - (households.get(one.code) ?? 0),
  );
  for (let index = 0; index < count; index++) {
    const first = (index * gridsPerProfessional) % fullest.length;
    const shared = [fullest[first], fullest[(first + 1) % fullest.length]].filter(
      (grid) => grid !== undefined,
    );
    shareGrids(bureau, shared);
  }
}

function shareGrids(bureau: Bureau, grids: readonly PackArea[]) {
  let worker: DemoPerson | undefined;
  for (const grid of grids) {
    const appointment = { role: 'grid_worker', areaCode: grid.code, staffing: 'professional' } as const;
    if (worker) appoint(bureau, worker, appointment);
    else worker = hire(bureau, appointment);
  }
}

/** 兼职一格多员: two or three residents in each grid, neighbours of that grid first. */
function appointPartTimers(bureau: Bureau, community: PackArea, grids: readonly PackArea[]) {
  const adults = bureau.residents.adultsOf.get(community.code) ?? [];
  const chosen = new Set<string>();
  for (const grid of grids) {
    const near = adults.filter((adult) => adult.gridCode === grid.code);
    const far = adults.filter((adult) => adult.gridCode !== grid.code);
    const candidates = [...bureau.chance.sample(near, near.length), ...bureau.chance.sample(far, 6)];
    const free = candidates.filter(({ person }) => !chosen.has(person.key));
    for (const { person } of free.slice(0, bureau.chance.between(2, 3))) {
      chosen.add(person.key);
      appoint(bureau, person, {
        role: 'part_time_grid_worker',
        areaCode: grid.code,
        staffing: 'part_time',
        startsOn: '2024-04-01',
      });
    }
  }
}

function officeOf(bureau: Bureau, { code }: PackArea): DemoOrganisation | undefined {
  return bureau.organisations.find((one) => one.kind === 'community_office' && one.areaCode === code);
}

function householdsByGrid({ places, households }: Bureau): Map<string, number> {
  const gridOf = new Map(places.entrances.map((entrance) => [entrance.code, entrance.gridCode]));
  const counts = new Map<string, number>();
  for (const home of households) {
    const grid = gridOf.get(home.entranceCode) ?? '';
    counts.set(grid, (counts.get(grid) ?? 0) + 1);
  }
  return counts;
}

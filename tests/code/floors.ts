/**
 * The floors of ARCHITECTURE.md. A module may enter modules of lower floors by their index.ts; on floor 1
 * also those written before it. Modules of one floor talk by events.
 */
export const floors: readonly (readonly string[])[] = [
  ['territory', 'people', 'organisations'],
  ['identity'],
  ['cases', 'mediation', 'visits', 'activities', 'mutualhelp', 'proposals', 'enterprise', 'projects'],
  ['points', 'honours', 'evaluation'],
  ['notifications', 'insight', 'coverage', 'audit', 'system', 'home'],
];

export function mayEnter(from: string, into: string): boolean {
  const fromFloor = floors.findIndex((floor) => floor.includes(from));
  const intoFloor = floors.findIndex((floor) => floor.includes(into));
  if (intoFloor < 0 || fromFloor < 0) return false;
  if (fromFloor !== intoFloor) return intoFloor < fromFloor;
  const [ground] = floors;
  return fromFloor === 0 && ground !== undefined && ground.indexOf(into) < ground.indexOf(from);
}

export const isPlaced = (module: string) => floors.some((floor) => floor.includes(module));

/** Files of a module in their order: a file imports its own kind and what stands to its left. */
const order: readonly string[] = [
  'tables',
  'rules',
  'policy',
  'places', // what the module asks of lower modules about places
  'store',
  'view',
  'service',
  'routes',
  'index',
];
/** Parts of the rules of a module that deserve a file of their own. */
const besideRules = ['place', 'retention'];
const besideRoutes = ['reactions', 'schedule', 'imports', 'exports'];

/** Rank of a file kind in the order; null for a name that no module may have. */
export function rank(kind: string): number | null {
  const standsFor = besideRoutes.includes(kind) ? 'routes' : besideRules.includes(kind) ? 'rules' : kind;
  const place = order.indexOf(standsFor);
  return place < 0 ? null : place;
}

/** Kinds that only think: no database, no disk, no network. */
export const pureKinds: readonly string[] = ['rules', 'policy', ...besideRules];

/**
 * The floors of ARCHITECTURE.md. A module may enter modules of lower floors by their index.ts; on floor 1
 * also those written before it. Modules of one floor talk by events.
 */
export const floors: readonly (readonly string[])[] = [
  ['territory', 'people', 'organisations', 'families'],
  ['identity'],
  ['cases', 'mediation', 'visits', 'activities', 'proposals', 'enterprise', 'projects'],
  ['attendance', 'evaluation', 'open311'],
  ['points'],
  ['redemption', 'mutualhelp', 'calls', 'honours'],
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
  'directory', // the places of one import, looked up once
  'store',
  'view',
  'service',
  'routes',
  'index',
];
const besideRoutes = ['reactions', 'schedule', 'imports', 'exports'];

/** Rank of a file kind in the order. A file with a name of its own is a part of the rules: it thinks and does nothing. */
export function rank(kind: string): number {
  const standsFor = besideRoutes.includes(kind) ? 'routes' : order.includes(kind) ? kind : 'rules';
  return order.indexOf(standsFor);
}

/** Kinds that only think: no database, no disk, no network. */
export function isPure(kind: string): boolean {
  return ['rules', 'policy'].includes(kind) || !(order.includes(kind) || besideRoutes.includes(kind));
}

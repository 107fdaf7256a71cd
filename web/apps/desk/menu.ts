import type { Permission } from '#contract/permissions.ts';
import type { PageEntry } from '#web/lib/router.ts';
import type { DeskMenuEntry } from '#web/ui/DeskFrame/DeskFrame.tsx';
import type { IconName } from '#web/ui/Icon/Icon.tsx';
import { deskWords as words } from './words.ts';

/** Places of the desk, in order; a place shows only while one of its pages may be opened. */
const places = [
  { group: 'cases', icon: 'chat' },
  { group: 'activities', icon: 'calendar' },
  { group: 'hours', icon: 'clock' },
  { group: 'points', icon: 'seed' },
  { group: 'data', icon: 'data' },
  { group: 'posts', icon: 'badge' },
  { group: 'exchange', icon: 'exchange' },
  { group: 'audit', icon: 'trail' },
  { group: 'system', icon: 'gear' },
  { group: 'account', icon: 'person' },
] as const satisfies readonly { group: keyof typeof words.groups; icon: IconName }[];

export type DeskGroup = (typeof places)[number]['group'];

export function deskMenu(
  pages: readonly PageEntry[],
  mayAnywhere: (permission: Permission | undefined) => boolean,
): DeskMenuEntry[] {
  return places.flatMap(({ group, icon }) => {
    const open = pages.flatMap(({ path, menu }) =>
      menu?.group === group && mayAnywhere(menu.permission) ? [{ path, word: menu.word }] : [],
    );
    const first = open[0];
    return first ? [{ path: first.path, word: words.groups[group], icon, pages: open }] : [];
  });
}

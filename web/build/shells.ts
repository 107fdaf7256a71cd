/** Where each product is served and which page it starts from. `worker` = it works offline. */
export const shells = [
  { name: 'entry', path: '/', html: 'index.html', worker: false },
  { name: 'resident', path: '/m', html: 'web/apps/resident/index.html', worker: true },
  { name: 'field', path: '/g', html: 'web/apps/field/index.html', worker: true },
  { name: 'merchant', path: '/s', html: 'web/apps/merchant/index.html', worker: true },
  { name: 'desk', path: '/a', html: 'web/apps/desk/index.html', worker: true },
] as const;

/** The page that answers a path: the shell whose prefix it has, else the entry page. */
export function htmlFor(pathname: string): string {
  const shell = shells.find(
    ({ path }) => path !== '/' && (pathname === path || pathname.startsWith(`${path}/`)),
  );
  return (shell ?? shells[0]).html;
}

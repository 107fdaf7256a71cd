import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Plugin, type Rolldown, transformWithOxc } from 'vite';
import { shells } from './shells.ts';

/**
 * Writes `/sw-<shell>.js` for every shell that works offline: the worker of web/sw/worker.ts with the list of
 * files of that shell alone, so that a resident's phone never fetches the desk.
 */
export function shellWorkers(): Plugin[] {
  const reachable = new Map<string, string[]>();
  return [
    {
      name: 'jia-shell-files',
      apply: 'build',
      generateBundle: {
        order: 'pre',
        handler(_options, bundle) {
          for (const shell of shells) reachable.set(shell.name, filesOf(bundle, shell.name));
        },
      },
    },
    {
      name: 'jia-shell-workers',
      apply: 'build',
      enforce: 'post',
      generateBundle: {
        order: 'post',
        async handler(_options, bundle) {
          const source = await readFile(new URL('../sw/worker.ts', import.meta.url), 'utf8');
          const { code } = await transformWithOxc(source, 'worker.ts', { target: 'es2020' });
          for (const shell of shells) {
            if (!shell.worker) continue;
            // Vite drops the scripts of style-only imports after the first of the two steps; their styles stay.
            const built = reachable.get(shell.name)?.filter((file) => file.slice(1) in bundle) ?? [];
            const files = [...built, ...publicFiles];
            const version = createHash('sha256').update(files.join()).update(code).digest('hex').slice(0, 12);
            const settings = JSON.stringify({ name: shell.name, path: shell.path, version, files });
            const fileName = `sw-${shell.name}.js`;
            this.emitFile({ type: 'asset', fileName, source: `const shell = ${settings};\n${code}` });
          }
        },
      },
    },
  ];
}

const publicFiles = ['/boot.js', '/icons/mark.svg'];

/** Every script and style that a shell can reach, also lazily; fonts are kept as they are met. */
export function filesOf(bundle: Rolldown.OutputBundle, entryName: string): string[] {
  const files = new Set<string>();
  const visit = (fileName: string) => {
    const chunk = bundle[fileName];
    if (chunk?.type !== 'chunk' || files.has(`/${fileName}`)) return;
    files.add(`/${fileName}`);
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(`/${style}`);
    for (const next of [...chunk.imports, ...chunk.dynamicImports]) visit(next);
  };
  for (const chunk of Object.values(bundle)) {
    if (chunk.type === 'chunk' && chunk.isEntry && chunk.name === entryName) visit(chunk.fileName);
  }
  return [...files].sort();
}

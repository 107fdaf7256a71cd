import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Plugin, type Rolldown, transformWithOxc } from 'vite';
import { shells } from './shells.ts';

/**
 * Writes `/sw-<shell>.js` for every shell that works offline: the worker of web/sw/worker.ts with the list of
 * files of that shell alone, so that a resident's phone never fetches the desk.
 */
export function shellWorkers(): Plugin {
  return {
    name: 'jia-shell-workers',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const source = await readFile(new URL('../sw/worker.ts', import.meta.url), 'utf8');
      const { code } = await transformWithOxc(source, 'worker.ts', { target: 'es2020' });
      for (const shell of shells) {
        if (!shell.worker) continue;
        const files = filesOf(bundle, shell.name);
        const version = createHash('sha256').update(files.join()).update(code).digest('hex').slice(0, 12);
        const settings = JSON.stringify({ name: shell.name, path: shell.path, version, files });
        this.emitFile({
          type: 'asset',
          fileName: `sw-${shell.name}.js`,
          source: `const shell = ${settings};\n${code}`,
        });
      }
    },
  };
}

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
  return [...files, '/boot.js', '/icons/mark.svg'].sort();
}

import source from './tokens.css?raw';

/** Values of `--jia-*` by their name without the prefix: `primary` is `#0050b3`. */
export type Tokens = Readonly<Record<string, string>>;

/** Reads one block of tokens.css, so that the kits and the tests use the very values that the screens use. */
export function readTokens(css: string, selector: string): Tokens {
  const block = css.split(`${selector} {`)[1]?.split('\n}')[0] ?? '';
  const pairs = [...block.matchAll(/--jia-([\w-]+):\s*([^;]+);/g)];
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value.trim()]));
}

export const lightTokens: Tokens = readTokens(source, ':root');
export const deskTokens: Tokens = { ...lightTokens, ...readTokens(source, ':root[data-kind="desk"]') };
export const elderTokens: Tokens = { ...lightTokens, ...readTokens(source, ':root[data-mode="elder"]') };

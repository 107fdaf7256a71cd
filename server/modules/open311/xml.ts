// The XML of GeoReport v2: no namespace, no attributes, one element for each field, lists with a name for their items.

export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

/** List → its item. */
const items: Readonly<Record<string, string>> = {
  services: 'service',
  service_requests: 'request',
  attributes: 'attribute',
  values: 'value',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
};

export const xmlDocument = (root: string, value: Value): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}\n`;

function element(name: string, value: Value): string {
  const inner = content(name, value);
  return inner === '' ? `<${name}/>` : `<${name}>${inner}</${name}>`;
}

function content(name: string, value: Value): string {
  if (value === null) return '';
  if (isList(value)) return value.map((item) => element(items[name] ?? 'item', item)).join('');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([field, inner]) => element(field, inner))
      .join('');
  return escaped(String(value));
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Characters that XML 1.0 cannot carry at all, escaped or not: controls and halves of pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to drop
const unspeakable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(unspeakable, '')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

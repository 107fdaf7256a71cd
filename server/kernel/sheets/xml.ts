import { Problem } from '#kernel/problem.ts';

/** Called for each tag and text. Names come without their namespace prefix; attributes come raw. */
export interface XmlHandler {
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** Text between tags, entities resolved; may come in several pieces. */
  text(value: string): void;
}

/** No tag of a workbook is longer; text is handed on as it comes and needs no bound here. */
const tagCharactersMax = 1_000_000;

/**
 * A small forward scanner for the XML inside workbooks: fed chunk by chunk, keeps nothing but the tag it
 * is in. Entities are the five of XML and character references; a document type is refused, so nothing
 * can be expanded.
 */
export function xmlScanner(handler: XmlHandler): (chunk: string) => void {
  let rest = '';
  return (chunk) => {
    const source = rest === '' ? chunk : rest + chunk;
    const used = scan(source, handler);
    rest = source.slice(used);
    if (rest.length > tagCharactersMax) throw new Problem('sheet.damaged', 422, { part: 'xml' });
  };
}

/** Returns how much of the source has been consumed; what is left is the beginning of a tag or an entity. */
function scan(source: string, handler: XmlHandler): number {
  let at = 0;
  while (at < source.length) {
    const tag = source.indexOf('<', at);
    if (tag !== at) {
      const end = tag < 0 ? beforeOpenEntity(source, at) : tag;
      if (end > at) handler.text(decodeEntities(source.slice(at, end)));
      if (tag < 0) return end;
    }
    const next = scanTag(source, tag, handler);
    if (next < 0) return tag;
    at = next;
  }
  return at;
}

function scanTag(source: string, start: number, handler: XmlHandler): number {
  const second = source.charCodeAt(start + 1);
  if (second === 33 /* ! */) return scanDeclaration(source, start, handler);
  if (second === 63 /* ? */) return after(source, '?>', start);

  const end = tagEnd(source, start);
  if (end < 0) return -1;
  if (second === 47 /* / */) {
    handler.close(localName(source.slice(start + 2, end).trim()));
    return end + 1;
  }
  const selfClosing = source.charCodeAt(end - 1) === 47;
  const inside = source.slice(start + 1, selfClosing ? end - 1 : end);
  const blank = inside.search(/\s/);
  const name = localName(blank < 0 ? inside : inside.slice(0, blank));
  handler.open(name, blank < 0 ? '' : inside.slice(blank));
  if (selfClosing) handler.close(name);
  return end + 1;
}

function scanDeclaration(source: string, start: number, handler: XmlHandler): number {
  if (source.length - start < 9) return -1;
  if (source.startsWith('<!--', start)) return after(source, '-->', start);
  if (source.startsWith('<![CDATA[', start)) {
    const end = source.indexOf(']]>', start);
    if (end < 0) return -1;
    handler.text(source.slice(start + 9, end));
    return end + 3;
  }
  throw new Problem('sheet.damaged', 422, { part: 'doctype' });
}

function after(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

/** The `>` that ends the tag; one inside a quoted attribute does not. */
function tagEnd(source: string, start: number): number {
  let end = source.indexOf('>', start);
  while (end >= 0 && insideQuotes(source, start, end)) end = source.indexOf('>', end + 1);
  return end;
}

function insideQuotes(source: string, start: number, end: number): boolean {
  let quote = 0;
  for (let at = start; at < end; at++) {
    const code = source.charCodeAt(at);
    if (quote === 0 ? code === 34 || code === 39 : code === quote) quote = quote === 0 ? code : 0;
  }
  return quote !== 0;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Text at the end of a chunk may stop in the middle of `&amp;`: leave that for the next one. */
function beforeOpenEntity(source: string, from: number): number {
  const ampersand = source.lastIndexOf('&');
  const open = ampersand >= from && source.length - ampersand < 12 && source.indexOf(';', ampersand) < 0;
  return open ? ampersand : source.length;
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|[a-z]+);/g, (whole, entity: string) => {
    if (!entity.startsWith('#')) return named[entity] ?? whole;
    const point = entity.startsWith('#x') ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}

const patterns = new Map<string, RegExp>();

/** Value of an attribute in a raw attribute text, or null. */
export function attribute(attributes: string, name: string): string | null {
  let pattern = patterns.get(name);
  if (!pattern) {
    pattern = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  const found = pattern.exec(attributes);
  return found ? decodeEntities(found[1] ?? found[2] ?? '') : null;
}

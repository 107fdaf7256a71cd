// What a caller asks and hands in, understood or named at fault. Pure.
import type { RequestType } from '#contract/cases/codes.ts';
import { phone } from '#contract/common.ts';
import { offeredTypes, serviceWords, sourceHeaders, yesNo } from '#contract/open311/words.ts';

export interface Fault {
  code: string;
  details?: Record<string, unknown>;
}

export type Fields = Readonly<Record<string, string>>;

/** An empty field is as one that was not sent (GeoReport v2, optional arguments). */
export const field = (fields: Fields, name: string): string | null => fields[name]?.trim() || null;

const listOf = (fields: Fields, name: string): string[] =>
  (field(fields, name) ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

const DAY_MS = 86_400_000;
const rangeDaysMax = 90;
export const rowsMax = 1_000;
const pagesMax = 10_000;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface Filter {
  ids: string[] | null;
  matterCodes: string[];
  isOpen: boolean | null;
  reportedFrom: string;
  reportedTo: string;
  updatedFrom: string | null;
  updatedTo: string | null;
  limit: number;
  offset: number;
}

/** Ids that are none of ours are dropped: they name nothing. */
export const idsOf = (ids: readonly string[]): string[] =>
  ids.filter((id) => uuid.test(id)).slice(0, rowsMax);

export function filterOf(query: Fields, now: Date): Filter | Fault[] {
  const faults: Fault[] = [];
  const instant = (name: string): number | null => {
    const given = field(query, name);
    const ms = given === null ? null : momentOf(given);
    if (ms !== null && Number.isNaN(ms))
      faults.push({ code: 'open311.date_wrong', details: { field: name } });
    return ms;
  };
  const range = rangeOf(instant('start_date'), instant('end_date'), now.getTime());
  if (!range) faults.push({ code: 'open311.range_wrong' });
  const statuses = listOf(query, 'status');
  for (const value of statuses.filter((one) => one !== 'open' && one !== 'closed'))
    faults.push({
      code: 'open311.value_unknown',
      details: { field: 'status', value, allowed: 'open, closed' },
    });
  const [updatedFrom, updatedTo] = [instant('updated_after'), instant('updated_before')];
  const limit = countOf(query, 'page_size', rowsMax, rowsMax, faults);
  const page = countOf(query, 'page', 1, pagesMax, faults);
  if (faults.length > 0 || !range) return faults;
  const ids = listOf(query, 'service_request_id');
  return {
    ids: ids.length > 0 ? idsOf(ids) : null,
    matterCodes: listOf(query, 'service_code'),
    isOpen: new Set(statuses).size === 1 ? statuses[0] === 'open' : null,
    reportedFrom: isoOf(range.from),
    reportedTo: isoOf(range.to),
    updatedFrom: updatedFrom === null ? null : isoOf(updatedFrom),
    updatedTo: updatedTo === null ? null : isoOf(updatedTo),
    limit,
    offset: (page - 1) * limit,
  };
}

const isoOf = (ms: number): string => new Date(ms).toISOString();

/** A whole day is Beijing's; a time says its zone. NaN for anything else. */
function momentOf(given: string): number {
  // A plus that was not encoded arrives as a blank.
  const text = given.replace(/(\d) (\d\d:?\d\d)$/, '$1+$2');
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return Date.parse(`${text}T00:00:00+08:00`);
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i.test(text)
    ? Date.parse(text)
    : Number.NaN;
}

function rangeOf(start: number | null, end: number | null, now: number): { from: number; to: number } | null {
  const span = rangeDaysMax * DAY_MS;
  const from = start ?? (end ?? now) - span;
  const to = end ?? (start === null ? now : start + span);
  if (Number.isNaN(from) || Number.isNaN(to)) return { from: 0, to: 0 };
  return from <= to && to - from <= span ? { from, to } : null;
}

function countOf(query: Fields, name: string, usual: number, max: number, faults: Fault[]): number {
  const given = field(query, name);
  if (given === null) return usual;
  const count = Number(given);
  if (Number.isInteger(count) && count >= 1 && count <= max) return count;
  faults.push({ code: 'open311.number_wrong', details: { field: name, max } });
  return usual;
}

export interface HandedIn {
  serviceCode: string;
  description: string | null;
  addressId: string | null;
  placeText: string;
  longitude: number | null;
  latitude: number | null;
  requestType: RequestType;
  requester: { name: string; phone: string | null; hidden: boolean } | null;
  cells: Record<string, string>;
}

const lengths = {
  description: 4_000,
  address_string: 150,
  first_name: 20,
  last_name: 20,
  email: 200,
  media_url: 500,
};

export function handedIn(form: Fields): HandedIn | Fault[] {
  const faults: Fault[] = [];
  if (!field(form, 'api_key')) faults.push(missing('api_key'));
  const serviceCode = field(form, 'service_code');
  if (!serviceCode) faults.push(missing('service_code'));
  for (const [name, max] of Object.entries(lengths))
    if ([...(field(form, name) ?? '')].length > max)
      faults.push({ code: 'open311.field_long', details: { field: name, max } });
  const position = positionOf(form, faults);
  const placeText = [field(form, 'address_string'), attribute(form, 'place')?.slice(0, 49)]
    .filter(Boolean)
    .join(' ');
  const addressId = field(form, 'address_id');
  const hasPosition = field(form, 'lat') !== null || field(form, 'long') !== null;
  if (!hasPosition && !addressId && placeText === '') faults.push({ code: 'open311.place_missing' });
  const requestType = chosen(form, 'request_type', offeredTypes, faults) ?? 'help';
  const requester = requesterOf(form, faults);
  if (faults.length > 0 || !serviceCode) return faults;
  return {
    serviceCode,
    description: field(form, 'description'),
    addressId,
    placeText,
    ...position,
    requestType,
    requester,
    cells: cellsOf(form, requester),
  };
}

const missing = (name: string): Fault => ({ code: 'open311.field_missing', details: { field: name } });

const attribute = (form: Fields, code: string): string | null =>
  field(form, `attribute[${code}]`) ?? field(form, `attribute[${code}][]`);

function chosen<T extends string>(
  form: Fields,
  code: string,
  values: readonly T[],
  faults: Fault[],
): T | null {
  const value = attribute(form, code);
  const known = values.find((one) => one === value);
  if (value !== null && !known)
    faults.push({
      code: 'open311.value_unknown',
      details: { field: `attribute[${code}]`, value, allowed: values.join(', ') },
    });
  return known ?? null;
}

/** WGS84 and CGCS2000 are the same to a hand's breadth. */
function positionOf(form: Fields, faults: Fault[]): { longitude: number | null; latitude: number | null } {
  const [lat, long] = [field(form, 'lat'), field(form, 'long')];
  if (lat === null && long === null) return { longitude: null, latitude: null };
  const [latitude, longitude] = [Number(lat ?? Number.NaN), Number(long ?? Number.NaN)];
  if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return { longitude, latitude };
  faults.push({ code: 'open311.position_wrong' });
  return { longitude: null, latitude: null };
}

function requesterOf(form: Fields, faults: Fault[]): HandedIn['requester'] {
  const [first, last] = [field(form, 'first_name'), field(form, 'last_name')];
  const given =
    field(form, 'phone')
      ?.replace(/[\s()-]/g, '')
      .replace(/^(\+|00)86/, '') ?? null;
  const hidden = chosen(form, 'hidden', ['yes', 'no'], faults) === 'yes';
  if (given !== null && !phone.safeParse(given).success) faults.push({ code: 'open311.phone_wrong' });
  const name = nameOf(first, last);
  if (name === null && given === null) return null;
  return { name: name ?? serviceWords.unnamed, phone: given, hidden };
}

/** 王 + 小明 as 王小明; Jane + Doe as Jane Doe. */
function nameOf(first: string | null, last: string | null): string | null {
  if (first === null || last === null) return first ?? last;
  return /\p{Script=Han}/u.test(last) ? `${last}${first}` : `${first} ${last}`;
}

function cellsOf(form: Fields, requester: HandedIn['requester']): Record<string, string> {
  const cells: Record<string, string> = {};
  if (requester) cells.callerName = requester.name;
  if (requester?.phone) cells.callerPhone = requester.phone;
  for (const [name, header] of Object.entries(sourceHeaders)) {
    const value = field(form, name);
    if (value !== null) cells[`other:${header}`] = value.slice(0, lengths.media_url);
  }
  return cells;
}

export const hiddenValues = Object.entries(yesNo).map(([key, name]) => ({ key, name }));

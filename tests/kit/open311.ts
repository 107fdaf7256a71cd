// A program at the Open311 door: it knows its key, its street and the standard, and nothing else of us.
import { makeKey } from '#contract/open311/endpoints.ts';
import { streetId } from './people.ts';
import type { ReportStage } from './reports.ts';
import type { TestStreet } from './street.ts';

export interface Program {
  get(path: string, query?: Record<string, string>): Promise<Reply>;
  post(path: string, form: Record<string, string>, headers?: Record<string, string>): Promise<Reply>;
}

/** A service, a request or an error: a client reads what it looks for. */
export interface Row extends Record<string, unknown> {
  service_code: string;
  service_request_id: string;
  code: number;
  description: string;
}

export interface Reply {
  status: number;
  type: string;
  text: string;
  /** Of a JSON answer that is a list; empty for any other. */
  json: Row[];
  /** Of a JSON answer that is one thing. */
  whole: Record<string, unknown>;
}

const jurisdiction = String(streetId);

/** @param apiKey sent with each report, where the form names none */
export function program({ app }: TestStreet, apiKey: string, street = jurisdiction): Program {
  const place: Record<string, string> = street === '' ? {} : { jurisdiction_id: street };
  const send = async (options: object): Promise<Reply> => {
    const answer = await app.inject(options as never);
    const type = String(answer.headers['content-type']);
    const parsed = type.startsWith('application/json')
      ? (answer.json() as Row[] | Record<string, unknown>)
      : [];
    return {
      status: answer.statusCode,
      type,
      text: answer.payload,
      json: Array.isArray(parsed) ? parsed : [],
      whole: Array.isArray(parsed) ? {} : parsed,
    };
  };
  return {
    get: (path, query = {}) =>
      send({ method: 'GET', url: `/open311/v2/${path}?${new URLSearchParams({ ...place, ...query })}` }),
    post: (path, form, headers = {}) =>
      send({
        method: 'POST',
        url: `/open311/v2/${path}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8', ...headers },
        payload: String(new URLSearchParams({ ...place, api_key: apiKey, ...form })),
      }),
  };
}

export async function newKey(stage: Pick<ReportStage, 'as'>, name = '区图书馆自助机') {
  const { key, secret } = await (await stage.as('系统员')).call(makeKey, { body: { name } });
  return { keyId: key.keyId, secret };
}

/** A report that holds what nobody else may learn. */
export const leak = {
  service_code: '0601',
  address_string: '梧桐家园1号楼1单元',
  description: '我叫王小明，3单元502，电话13912345678：水管漏了 <b>&"急"</b>',
  first_name: '小明',
  last_name: '王',
  phone: '+86 139 1234 5678',
  email: 'wang@example.cn',
};
let counter = 0;
/** A report like no other. */
export const fresh = (more: Record<string, string> = {}) => ({
  ...leak,
  media_url: `https://x.cn/${++counter}`,
  ...more,
});

/** Hands a new report in; answers the id it may be asked by. */
export async function reported(client: Program, more: Record<string, string> = {}): Promise<string> {
  const { status, json, text } = await client.post('requests.json', fresh(more));
  if (status !== 200) throw new Error(text);
  return json[0]?.service_request_id ?? '';
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** Texts of every element of a name, in order, unescaped. */
export const texts = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text = '']) =>
    text.replace(/&(\w+);/g, (_, entity: string) => entities[entity] ?? ''),
  );

/** Every element that opens closes in its turn: what any reader of XML asks first. */
export function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  const rest = xml.replace(/^<\?xml version="1\.0" encoding="utf-8"\?>\n/, '');
  if (rest === xml) return false;
  for (const [, end, name, single] of rest.matchAll(/<(\/?)([\w_]+)(\/?)>/g)) {
    if (single) continue;
    if (end) {
      if (open.pop() !== name) return false;
    } else open.push(name ?? '');
  }
  return (
    open.length === 0 &&
    !/[<>&]/.test(rest.replace(/<\/?[\w_]+\/?>/g, '').replace(/&(lt|gt|quot|apos|amp);/g, ''))
  );
}

// What a caller would send to each endpoint, aimed at rows of the first community of the test street.
import type { AnyEndpoint } from '#contract/define.ts';
import type { World } from './world.ts';

export interface ExampleRequest {
  params?: Record<string, string>;
  query?: Record<string, string | number>;
  body?: Record<string, unknown>;
  /** For endpoints of kind `upload`. */
  file?: { name: string; content: string | Buffer };
}

export interface Example {
  /**
   * What a caller without the right to this place meets. `record`: a refusal. `list`: an answer without the
   * rows of others. `self`: nothing of others can be named, and the call leaves no trace with them.
   */
  aim: 'record' | 'list' | 'self';
  request(world: World): Promise<ExampleRequest>;
  /** For lists: what the holder must find in the answer, and nobody else. */
  shows?(world: World): Promise<string>;
  /** Who holds the right at the place; by default who usually does. */
  holder?: string;
  /** Who holds the same right in another community; null where only the whole street has it. */
  outsider?: string | null;
  /** Who holds the same right in another street. */
  foreigner?: string;
  /** A refusal that others meet for who they are, before the record is looked at. */
  elsewhere?: string;
  /** What the holder meets instead of success: a code from inside the service, beyond who and where. */
  reaches?: string;
}

type Options = Partial<Omit<Example, 'aim' | 'request'>>;
type Make = (world: World) => Promise<ExampleRequest> | ExampleRequest;

const nothing: Make = () => ({});
const later =
  (make: Make): Example['request'] =>
  async (world) =>
    await make(world);

/** One record of the first community is named: others are refused. */
export function record(make: Make, options: Options = {}): Example {
  return { aim: 'record', request: later(make), ...options };
}

/** A list: `shows` is in the holder's answer and in nobody else's. */
export function list(
  shows: (world: World) => Promise<string> | string,
  options: Options = {},
  make = nothing,
): Example {
  return { aim: 'list', shows: async (world) => await shows(world), request: later(make), ...options };
}

/** The caller's own data, own street, or something new: no row of others can be named. */
export function self(make: Make = nothing, options: Options = {}): Example {
  return { aim: 'self', request: later(make), ...options };
}

interface People {
  holder: string;
  outsider: string | null;
  foreigner: string;
}

const local: People = { holder: '李书记', outsider: '马书记', foreigner: '文社区' };
const security: People = { holder: '安全员', outsider: null, foreigner: '文安全' };
const system: People = { holder: '系统员', outsider: null, foreigner: '文系统' };
const audit: People = { holder: '审计员', outsider: null, foreigner: '文审计' };

const usual: Record<string, People> = {
  'post.assign': security,
  'account.manage': system,
  'calendar.edit': system,
  'system.read': system,
  'open311.manage': system,
  'audit.read': audit,
};

/** Who walks an endpoint: the holder at the place, the same right elsewhere, the same right in another street. */
export function walkers(endpoint: AnyEndpoint, example: Example): People {
  const people = usual[endpoint.access] ?? local;
  const { holder = people.holder, outsider = people.outsider, foreigner = people.foreigner } = example;
  return { holder, outsider, foreigner };
}

// Ten times what can be sustained, for some seconds: how soon is it as before, and is everything answered still there?
import { type Client, client, type Shot } from '../client.ts';
import { type Figures, percentile } from '../run.ts';
import { type Arrival, pour } from './drive.ts';

const burstFactor = 10;
const burstSeconds = 5;
const steadyShare = 0.5;
const steadySeconds = 5;
const windowSeconds = 0.5;
const recoverySecondsMax = 60;
/** Latency is as before at one and a half times of what it was. */
const normalFactor = 1.5;

export interface Burst {
  url: string;
  /** Creations a second that the server sustained. */
  sustained: number;
  create(): Shot;
  look(caseId: string): Shot;
  progress(line: string): void;
}

export async function burst({ url, sustained, create, look, progress }: Burst): Promise<Figures> {
  const load = client(url, Number.POSITIVE_INFINITY);
  try {
    const steady = { perSecond: sustained * steadyShare, seconds: steadySeconds };
    const before = await pour(load, create, steady);
    const normal = percentile(times(before), 0.95) * normalFactor;
    progress(`burst of ${Math.round(sustained * burstFactor)} a second, normal is ${normal.toFixed(0)} ms`);
    const peak = pour(load, create, { perSecond: sustained * burstFactor, seconds: burstSeconds });
    await new Promise((resolve) => setTimeout(resolve, burstSeconds * 1000));

    const after: Arrival[] = [];
    let recovery = 0;
    for (; recovery < recoverySecondsMax; recovery += windowSeconds) {
      const window = await pour(load, create, { ...steady, seconds: windowSeconds });
      after.push(...window);
      if (window.every(({ status }) => status === 200) && percentile(times(window), 0.95) <= normal) break;
    }
    const poured = await peak;
    const arrivals = [...before, ...poured, ...after];
    return {
      'burst.per_s': sustained * burstFactor,
      'burst.recovery_s': recovery,
      'burst.answered.count': poured.filter(({ status }) => status === 200).length,
      'burst.refused.count': poured.filter(({ status }) => status === 503).length,
      'burst.failed.count': poured.filter(({ status }) => status !== 200 && status !== 503).length,
      'burst.answered.p95_ms': percentile(times(poured), 0.95),
      'burst.lost_count': await lost(load, arrivals, look, progress),
    };
  } finally {
    load.close();
  }
}

const times = (arrivals: readonly Arrival[]) =>
  arrivals.filter(({ status }) => status === 200).map(({ ms }) => ms);

/** Everything that was acknowledged is looked up. */
async function lost(
  load: Client,
  arrivals: readonly Arrival[],
  look: Burst['look'],
  progress: Burst['progress'],
): Promise<number> {
  const ids = arrivals
    .filter(({ status }) => status === 200)
    .map(({ text }) => (JSON.parse(text) as { caseId: string }).caseId);
  progress(`looking up ${ids.length} acknowledged cases`);
  let missing = 0;
  for (let start = 0; start < ids.length; start += 8) {
    const answers = await Promise.all(ids.slice(start, start + 8).map((caseId) => load.send(look(caseId))));
    missing += answers.filter(({ status }) => status !== 200).length;
  }
  return missing;
}

// A server of the benchmark's own: a process apart, on data of its own, removed afterwards.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const readySecondsMax = 180;

export interface BenchServer {
  url: string;
  /** From the start of the process to the first 200 of /api/health. */
  startedInSeconds: number;
  postgres: string;
  /** CPU seconds the server process has used so far. */
  cpuSeconds(): Promise<number>;
  /** Resident memory of the server process, MB. */
  residentMb(): Promise<number>;
  stop(): Promise<void>;
  /** Kill -9: no goodbye; resolves when the process is gone. */
  kill(): Promise<void>;
}

export interface BenchPlace {
  dataDir: string;
  remove(): Promise<void>;
}

export async function benchPlace(): Promise<BenchPlace> {
  const dataDir = await mkdtemp(join(tmpdir(), 'jia-bench-'));
  return { dataDir, remove: () => rm(dataDir, { recursive: true, force: true }) };
}

export async function startServer(
  place: BenchPlace,
  environment: Record<string, string> = {},
): Promise<BenchServer> {
  const started = performance.now();
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: root,
    env: {
      ...process.env,
      DATA_DIR: place.dataDir,
      PORT: '0',
      LOG_LEVEL: 'error',
      RATE_LIMIT: '100000000',
      // What is measured is not the demo filling itself.
      JIA_DEMO_CASES: 'off',
      DATABASE_URL: '',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await addressOf(child);
  const postgres = await untilReady(url, started);
  const startedInSeconds = (performance.now() - started) / 1000;
  return {
    url,
    startedInSeconds,
    postgres,
    cpuSeconds: () => metric(url, 'process_cpu_seconds_total'),
    residentMb: async () => (await metric(url, 'process_resident_memory_bytes')) / 1e6,
    stop: () => ended(child, 'SIGTERM'),
    kill: () => ended(child, 'SIGKILL'),
  };
}

/** The address stands in the lines that the start prints. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /(http:\/\/[\d.]+:\d+)\/m\b/.exec(printed);
      if (address?.[1]) resolve(address[1]);
    });
    child.once('exit', (code) =>
      reject(new Error(`The server ended with ${code} before it was ready:\n${printed}`)),
    );
  });
}

async function untilReady(url: string, started: number): Promise<string> {
  while (performance.now() - started < readySecondsMax * 1000) {
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    if (answer?.ok) return ((await answer.json()) as { database: { version: string } }).database.version;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The server was not ready after ${readySecondsMax} s.`);
}

async function metric(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${name} `));
  if (!line) throw new Error(`/metrics has no ${name}.`);
  return Number(line.slice(name.length + 1));
}

function ended(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

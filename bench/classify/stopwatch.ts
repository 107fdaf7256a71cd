/** What a piece of work took, in seconds by the wall and in milliseconds of this process. */
export function timed<T>(work: () => T): { result: T; seconds: number; cpuMs: number } {
  const wall = performance.now();
  const cpu = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(cpu);
  return { result, seconds: (performance.now() - wall) / 1000, cpuMs: (user + system) / 1000 };
}

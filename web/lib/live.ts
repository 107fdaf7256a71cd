import type { QueryClient } from '@tanstack/react-query';
import { listen } from '#contract/kernel/endpoints.ts';
import { refresh } from './query.ts';

const pollMs = 30_000;
const gatherMs = 400;

/**
 * Keeps the reads on screen fresh: a hint of the server names a module, and its reads are asked again.
 * While the stream is broken everything on screen is asked every 30 seconds. Returns how to stop.
 */
export function startLive(client: QueryClient): () => void {
  const changed = new Set<string>();
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let polling: ReturnType<typeof setInterval> | undefined;

  const source = new EventSource(listen.path);
  source.onopen = () => {
    clearInterval(polling);
    polling = undefined;
  };
  source.onerror = () => {
    polling ??= setInterval(() => {
      if (document.visibilityState === 'visible') void client.invalidateQueries({ refetchType: 'active' });
    }, pollMs);
  };
  source.addEventListener('change', (event) => {
    const hint = listen.output.safeParse(JSON.parse(String(event.data)));
    if (!hint.success) return;
    changed.add(hint.data.module);
    // A busy minute brings many hints: they are gathered into one round of reads.
    gathering ??= setTimeout(() => {
      gathering = undefined;
      const modules = [...changed];
      changed.clear();
      void refresh(client, modules);
    }, gatherMs);
  });

  return () => {
    source.close();
    clearInterval(polling);
    clearTimeout(gathering);
  };
}

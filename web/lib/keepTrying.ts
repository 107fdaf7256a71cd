// Sends what waits on this device whenever there is a chance that it arrives.
const pauseMs = { first: 2_000, most: 60_000 };

/**
 * Sends on opening, when the network returns and when the page is shown again; what still waits then is tried again
 * after a pause that doubles while nothing gets through, since a connection that comes back often breaks once more.
 * @param send sends all it can and answers how many still wait; a failure counts as if something did
 * @returns how to stop
 */
export function keepTrying(send: () => Promise<number>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = pauseMs.first;
  let left = Number.POSITIVE_INFINITY;
  let stopped = false;
  const run = async () => {
    clearTimeout(timer);
    const waiting = await send().catch(() => left);
    pause = waiting < left ? pauseMs.first : Math.min(pause * 2, pauseMs.most);
    left = waiting;
    clearTimeout(timer);
    // Where nothing waits, a look a minute finds what was given since and did not get through.
    if (!stopped) timer = setTimeout(whenReachable, waiting > 0 ? pause : pauseMs.most);
  };
  const whenOnline = () => void run();
  // Without a network the moment it returns is the one to wait for.
  const whenReachable = () => void (navigator.onLine && run());
  const whenShown = () => void (document.visibilityState === 'visible' && run());
  whenOnline();
  window.addEventListener('online', whenOnline);
  document.addEventListener('visibilitychange', whenShown);
  return () => {
    stopped = true;
    clearTimeout(timer);
    window.removeEventListener('online', whenOnline);
    document.removeEventListener('visibilitychange', whenShown);
  };
}

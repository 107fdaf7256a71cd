// The phone says that it is here, and hears whether it has to forget.
import { deviceContact, type PinPolicy } from '#contract/identity/devices.ts';
import { call } from './call.ts';
import { forgetEverything } from './store.ts';

const idKey = 'jia.device';
const policyKey = 'jia.pin';

function deviceId(): string {
  const known = localStorage.getItem(idKey);
  if (known) return known;
  const made = crypto.randomUUID();
  localStorage.setItem(idKey, made);
  return made;
}

/** What the street wants, as the phone last heard it. */
export const pinPolicy = (): PinPolicy => (localStorage.getItem(policyKey) as PinPolicy | null) ?? 'offered';

/**
 * Answers the key that opens this account's unsent work; null without a session. A phone that was lost forgets
 * everything first, also what was not sent, and says so.
 * @throws ProblemError `network.offline`
 */
export async function contactServer(): Promise<string | null> {
  const body = { deviceId: deviceId() };
  const heard = await call(deviceContact, { body });
  localStorage.setItem(policyKey, heard.pin);
  if (!heard.wipe) return heard.key;
  await forgetEverything();
  localStorage.removeItem('jia.me');
  await call(deviceContact, { body: { ...body, wiped: true } });
  window.location.reload();
  return null;
}

/** On opening and whenever the network returns. Returns how to stop. */
export function keepContact(): () => void {
  const contact = () => void contactServer().catch(() => {});
  contact();
  window.addEventListener('online', contact);
  return () => window.removeEventListener('online', contact);
}

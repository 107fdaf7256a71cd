const storageKey = 'jia.attendance.device';

/** A random name of this browser: it tells one phone from the next and nothing else. */
export function deviceId(): string {
  const known = localStorage.getItem(storageKey);
  if (known) return known;
  const made = crypto.randomUUID();
  localStorage.setItem(storageKey, made);
  return made;
}

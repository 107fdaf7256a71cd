// What is typed about duty, as the plan that is sent.

/** Lines of a post and how many; null when one of them has no number from 1 to 50. */
export function postsOf(typed: string): { name: string; places: number }[] | null {
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const posts = lines.map((line) => {
    const [, name = '', places = ''] = /^(.*?)[\s×xX*]*(\d{1,2})\D?$/.exec(line) ?? [];
    return { name: name.trim(), places: Number(places) };
  });
  const fits = posts.every(({ name, places }) => name && places >= 1 && places <= 50);
  return fits && posts.length > 0 ? posts : null;
}

/** Shifts of the same length, one after the other. */
export function shiftsFrom(startsAt: string, hours: number, count: number) {
  const length = hours * 3_600_000;
  const first = Date.parse(startsAt);
  return Array.from({ length: count }, (_, index) => ({
    startsAt: new Date(first + index * length).toISOString(),
    endsAt: new Date(first + (index + 1) * length).toISOString(),
  }));
}

import { replyTextOf } from '#modules/cases/classify/replyText.ts';

/** Characters, beside greetings, that two replies of one template share at their beginning. */
const templateCharacters = 30;

/** One name for all replies that hang together by resident or by template, directly or through others. */
export function replyGroups(replies: readonly { reply: string; user: string }[]): string[] {
  const parent = replies.map((_, place) => place);
  const rootOf = (place: number): number => {
    let root = place;
    while (parent[root] !== root) root = parent[root] as number;
    return root;
  };
  const firstWith = new Map<string, number>();
  replies.forEach(({ reply, user }, place) => {
    const template = replyTextOf(reply).core.slice(0, templateCharacters);
    for (const key of [`template ${template}`, `user ${user || place}`]) {
      const first = firstWith.get(key);
      if (first === undefined) firstWith.set(key, place);
      else parent[rootOf(place)] = rootOf(first);
    }
  });
  return replies.map((_, place) => `group ${rootOf(place)}`);
}

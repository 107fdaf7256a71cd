/** The keys of one form: the same request keeps its key until it succeeds, another request gets another. */
export interface Attempt {
  keyFor(request: unknown): string;
  succeeded(): void;
}

export function createAttempt(newKey: () => string = () => crypto.randomUUID()): Attempt {
  let current = { request: '', key: '' };
  return {
    keyFor: (request) => {
      const wanted = JSON.stringify(request);
      if (current.request !== wanted) current = { request: wanted, key: newKey() };
      return current.key;
    },
    succeeded: () => {
      current = { request: '', key: '' };
    },
  };
}

// Codes become sentences here, for every caller that has no words of its own (programs, sheets, messages).

/** `{name}` in a sentence is filled from the details of the refusal. */
export type Sentences = Record<string, string>;

export function fill(sentence: string, details: Readonly<Record<string, unknown>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''));
}

export function phrasebook(...parts: Sentences[]) {
  const sentences: Sentences = Object.assign({}, ...parts);
  return (code: string, details: Readonly<Record<string, unknown>> = {}): string =>
    fill(sentences[code] ?? code, details);
}

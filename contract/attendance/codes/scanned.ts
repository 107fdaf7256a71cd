// What a camera has read: the code itself, or an address of ours that carries it.

/** The part of an address under which the venue's code travels: any camera then opens the page. */
export const codeParameter = 'c';

export function venueAddress(origin: string, code: string): string {
  return `${origin}/m/check-in?${codeParameter}=${encodeURIComponent(code)}`;
}

export function codeIn(scanned: string): string {
  const text = scanned.replace(/[\r\n\t]/g, '');
  if (!/^https?:\/\//i.test(text)) return text;
  try {
    return new URL(text).searchParams.get(codeParameter) ?? text;
  } catch {
    return text;
  }
}

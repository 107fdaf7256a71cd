import type { Receipt } from '#contract/redemption/records.ts';

/** What the counter shows after a code: large, in colour, in words and as a sound. */
export type Outcome =
  | { kind: 'taken'; receipt: Receipt }
  | { kind: 'kept'; points: number }
  | { kind: 'refused'; sentence: string };

/** Two short notes upwards for yes, one low for no; silent where the phone gives no sound. */
export function sound(isGood: boolean): void {
  try {
    const audio = new AudioContext();
    const notes = isGood ? [880, 1320] : [220];
    for (const [index, pitch] of notes.entries()) {
      const tone = audio.createOscillator();
      tone.frequency.value = pitch;
      tone.connect(audio.destination);
      tone.start(audio.currentTime + index * 0.14);
      tone.stop(audio.currentTime + index * 0.14 + 0.12);
    }
    setTimeout(() => void audio.close(), 800);
  } catch {
    // A phone without sound shows the same in colour and words.
  }
}

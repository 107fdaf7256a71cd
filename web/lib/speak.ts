import { useEffect, useState } from 'react';

/** Whether this device can read aloud; where it cannot, the page shows the text instead. */
export const canSpeak = (): boolean =>
  typeof speechSynthesis !== 'undefined' && 'SpeechSynthesisUtterance' in window;

/** Reads a text aloud, slowly. `ended` is called at the end, or at once with false where it cannot. */
export function speak(text: string, ended: (spoken: boolean) => void): void {
  if (!canSpeak()) {
    ended(false);
    return;
  }
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = 'zh-CN';
  utterance.rate = 0.85;
  utterance.onend = () => ended(true);
  utterance.onerror = () => ended(false);
  speechSynthesis.cancel();
  speechSynthesis.speak(utterance);
  // Some phones offer the interface but own no voice: they neither speak nor report it.
  if (speechSynthesis.getVoices().length === 0)
    setTimeout(() => speechSynthesis.speaking || ended(false), 1500);
}

export function useSpeech(): { state: 'idle' | 'speaking' | 'text'; toggle(text: string): void } {
  const [state, setState] = useState<'idle' | 'speaking' | 'text'>('idle');
  useEffect(() => () => void (canSpeak() && speechSynthesis.cancel()), []);
  const toggle = (text: string) => {
    if (state !== 'idle') {
      if (canSpeak()) speechSynthesis.cancel();
      return setState('idle');
    }
    setState('speaking');
    speak(text, (spoken) => setState(spoken ? 'idle' : 'text'));
  };
  return { state, toggle };
}

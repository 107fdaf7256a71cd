import { useEffect, useState } from 'react';
import { similarQuestions } from '#contract/cases/publish/endpoints.ts';
import { useRead } from '#web/lib/query.ts';

const typingPauseMs = 500;
const enough = 4;

/** What the street has answered that sounds like it, asked when the typing pauses. */
export function useAlike(text: string) {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim().slice(0, 200)), typingPauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  const isEnough = asked.length >= enough;
  const { data } = useRead(similarQuestions, { query: { text: asked } }, { enabled: isEnough });
  return isEnough ? (data?.items ?? []) : [];
}

import type { Examples } from '../examples.ts';
import { ReadAloud } from './ReadAloud.tsx';

export const readAloudExamples: Examples = {
  page: <ReadAloud text="明天 9 点到 12 点停水，今晚请先接好水" />,
};

import { type Example, self } from './example.ts';

export const homeExamples: Record<string, Example> = {
  'home.read': self(),
  // Everybody of the street may choose any of its communities: nobody else of it is an outsider.
  'home.choose_community': self((world) => ({ body: { areaId: world.id('community') } }), {
    holder: '安物业',
    outsider: null,
  }),
};

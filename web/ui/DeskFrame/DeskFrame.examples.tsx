import type { Examples } from '../examples.ts';
import { Figure } from '../Figure/Figure.tsx';
import { Sheet } from '../Section/Section.tsx';
import { DeskPage } from './DeskFrame.tsx';

export const deskFrameExamples: Examples = {
  page: (
    <DeskPage title="居民" figures={<Figure value="75,000" word="人" />}>
      <Sheet>名册</Sheet>
    </DeskPage>
  ),
};

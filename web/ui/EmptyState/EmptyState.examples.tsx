import { Button } from '../Button/Button.tsx';
import type { Examples } from '../examples.ts';
import { EmptyState } from './EmptyState.tsx';

export const emptyStateExamples: Examples = {
  invitation: (
    <EmptyState icon="chat" action={<Button>去反映</Button>}>
      您还没有反映过问题。比如“楼道灯不亮”
    </EmptyState>
  ),
};

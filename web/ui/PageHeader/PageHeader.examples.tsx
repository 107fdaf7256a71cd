import { Button } from '../Button/Button.tsx';
import type { Examples } from '../examples.ts';
import { PageHeader } from './PageHeader.tsx';

export const pageHeaderExamples: Examples = {
  place: <PageHeader title="7号网格" note="帅府社区 · 152户" />,
  inner: (
    <PageHeader
      title="家庭积分"
      onBack={() => {}}
      action={
        <Button kind="quiet" small>
          规则
        </Button>
      }
    />
  ),
};

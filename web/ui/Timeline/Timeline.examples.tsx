import type { Examples } from '../examples.ts';
import { Timeline } from './Timeline.tsx';

export const timelineExamples: Examples = {
  'a repair': (
    <Timeline
      entries={[
        { id: '3', time: '11:50', who: '何师傅', what: '换了灯头和感应器，灯亮了' },
        { id: '2', time: '10:40', who: '帅府社区', what: '您反映的灯，物业今天修好', isReply: true },
        { id: '1', time: '10:22', who: '您', what: '三单元二层楼道灯不亮' },
      ]}
    />
  ),
};

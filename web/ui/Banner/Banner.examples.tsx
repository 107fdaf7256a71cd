import type { Examples } from '../examples.ts';
import { Banner } from './Banner.tsx';

export const bannerExamples: Examples = {
  offline: <Banner kind="offline">当前离线，显示 8:12 的内容</Banner>,
  queue: <Banner kind="queue">2 件待发送，联网后自动发出</Banner>,
  error: (
    <Banner kind="error" action={{ word: '再试一次', onPress: () => {} }}>
      没读出来。点一下再试，您填的内容还在
    </Banner>
  ),
  notice: <Banner kind="notice">明天 9:00–12:00，3号楼停水检修</Banner>,
};

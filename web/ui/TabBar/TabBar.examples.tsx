import type { Examples } from '../examples.ts';
import { TabBar } from './TabBar.tsx';

export const tabBarExamples: Examples = {
  'five places': (
    <div className="jia-example-phone">
      <TabBar
        current="/"
        entries={[
          { path: '/', word: '首页', icon: 'home' },
          { path: '/activities', word: '活动', icon: 'calendar', count: 120 },
          { path: '/report', word: '随手报', icon: 'plus', isCentre: true },
          { path: '/community', word: '社区', icon: 'community' },
          { path: '/mine', word: '我的', icon: 'person' },
        ]}
        link={(entry, content, className, isCurrent) => (
          <a
            key={entry.path}
            href={`#${entry.path}`}
            className={className}
            aria-current={isCurrent ? 'page' : undefined}
          >
            {content}
          </a>
        )}
      />
    </div>
  ),
};

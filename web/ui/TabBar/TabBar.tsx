import './TabBar.css';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../Icon/Icon.tsx';
import { uiWords } from '../words.ts';

export interface TabEntry {
  path: string;
  /** Two to four characters. */
  word: string;
  icon: IconName;
  /** The raised round one in the middle. */
  isCentre?: boolean;
  /** Unread or due; shown as at most 99+. */
  count?: number;
}

interface TabBarProps {
  entries: readonly TabEntry[];
  /** Path of the entry in view. */
  current: string;
  /** Draws the link, so that the router of the shell decides how to go there. */
  link: (entry: TabEntry, content: ReactNode, className: string, isCurrent: boolean) => ReactNode;
}

/** Three to five places at the bottom of the phone. */
export function TabBar({ entries, current, link }: TabBarProps) {
  return (
    <nav className="jia-tabs" aria-label={uiWords.menu}>
      {entries.map((entry) => {
        const isCurrent = entry.path === current;
        const content = (
          <>
            <span className="jia-tab-icon">
              <Icon name={entry.icon} selected={isCurrent && !entry.isCentre} />
              {Boolean(entry.count) && (
                <span className="jia-tab-count">{(entry.count ?? 0) > 99 ? '99+' : entry.count}</span>
              )}
            </span>
            <span>{entry.word}</span>
          </>
        );
        const className = `jia-tab${isCurrent ? ' jia-tab-on' : ''}${entry.isCentre ? ' jia-tab-centre' : ''}`;
        return link(entry, content, className, isCurrent);
      })}
    </nav>
  );
}

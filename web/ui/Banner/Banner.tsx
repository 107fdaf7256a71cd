import './Banner.css';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../Icon/Icon.tsx';

export type BannerKind = 'offline' | 'queue' | 'error' | 'notice';

const icons: Record<BannerKind, IconName> = {
  offline: 'offline',
  queue: 'ring',
  error: 'square',
  notice: 'bell',
};

interface BannerProps {
  kind: BannerKind;
  children: ReactNode;
  action?: { word: string; onPress: () => void };
}

/** One line under the top bar, one at a time, never hiding by itself. */
export function Banner({ kind, children, action }: BannerProps) {
  return (
    <div className={`jia-banner jia-banner-${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      <Icon name={icons[kind]} size={20} />
      <span className="jia-banner-text">{children}</span>
      {action && (
        <button type="button" className="jia-banner-action" onClick={action.onPress}>
          {action.word}
        </button>
      )}
    </div>
  );
}

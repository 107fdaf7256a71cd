import './EmptyState.css';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../Icon/Icon.tsx';

interface EmptyStateProps {
  /** One sentence of what will be here, with an example in quotation marks. */
  children: ReactNode;
  icon?: IconName;
  action?: ReactNode;
}

/** An invitation, not an apology: left-aligned, no illustration. */
export function EmptyState({ children, icon, action }: EmptyStateProps) {
  return (
    <div className="jia-empty">
      {icon && <Icon name={icon} size={40} />}
      <p>{children}</p>
      {action}
    </div>
  );
}

import './PageHeader.css';
import type { ReactNode } from 'react';
import { Icon } from '../Icon/Icon.tsx';
import { uiWords } from '../words.ts';

interface PageHeaderProps {
  title: string;
  /** Shown on inner pages; the default goes back in history. */
  onBack?: (() => void) | true;
  /** At the right: one word or icon button. */
  action?: ReactNode;
  note?: string;
}

/** Top of a phone page. */
export function PageHeader({ title, onBack, action, note }: PageHeaderProps) {
  return (
    <header className="jia-pagehead">
      {onBack && (
        <button
          type="button"
          className="jia-pagehead-back"
          aria-label={uiWords.back}
          onClick={onBack === true ? () => history.back() : onBack}
        >
          <Icon name="left" />
        </button>
      )}
      <h1>
        {title}
        {note && <span className="jia-pagehead-note">{note}</span>}
      </h1>
      {action}
    </header>
  );
}

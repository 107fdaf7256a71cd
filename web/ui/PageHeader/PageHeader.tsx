import './PageHeader.css';
import { createContext, type ReactNode, useContext } from 'react';
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

const Tools = createContext<ReactNode>(null);

/** What a shell puts at the right of the head of each of its places; inner pages lead back instead. */
export const HeadTools = Tools.Provider;

/** Top of a phone page. */
export function PageHeader({ title, onBack, action, note }: PageHeaderProps) {
  const tools = useContext(Tools);
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
      {!onBack && tools}
    </header>
  );
}

import './ListRow.css';
import type { ReactNode } from 'react';
import { Icon } from '../Icon/Icon.tsx';

interface ListRowProps {
  title: ReactNode;
  /** Second line: place · due. */
  note?: ReactNode;
  /** A lamp or icon before the text. */
  leading?: ReactNode;
  /** A chip or button after it; a row that opens something ends in a chevron. */
  trailing?: ReactNode;
  onPress?: () => void;
  href?: string;
}

/** One line of a list on a sheet; the divider starts at the text. */
export function ListRow({ title, note, leading, trailing, onPress, href }: ListRowProps) {
  const content = (
    <>
      {leading && <span className="jia-row-leading">{leading}</span>}
      <span className="jia-row-body">
        <span className="jia-row-main">
          <span className="jia-row-text">
            <span className="jia-row-title">{title}</span>
            {note && <span className="jia-row-note">{note}</span>}
          </span>
          {trailing}
        </span>
        {(onPress || href) && <Icon name="right" size={16} />}
      </span>
    </>
  );
  if (href) {
    return (
      <a className="jia-row" href={href}>
        {content}
      </a>
    );
  }
  if (onPress) {
    return (
      <button type="button" className="jia-row" onClick={onPress}>
        {content}
      </button>
    );
  }
  return <div className="jia-row">{content}</div>;
}

/** The white sheet around rows. */
export function RowSheet({ children }: { children: ReactNode }) {
  return <div className="jia-rows">{children}</div>;
}

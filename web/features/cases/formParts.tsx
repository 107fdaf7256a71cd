import './cases.css';
import type { ReactNode } from 'react';
import { Icon } from '#web/ui/Icon/Icon.tsx';

interface BlockProps {
  number: number;
  title: string;
  /** Says that the answer was filled in for the person. */
  chosen?: string;
  children: ReactNode;
}

/** One numbered block of a phone form. */
export function Block({ number, title, chosen, children }: BlockProps) {
  return (
    <section className="jia-block">
      <div className="jia-block-head">
        <span className="jia-block-number" aria-hidden="true">
          {number}
        </span>
        <h2>{title}</h2>
        {chosen && (
          <span className="jia-chosen-for-you">
            <Icon name="check" size={16} />
            {chosen}
          </span>
        )}
      </div>
      {children}
    </section>
  );
}

/** The verbs at the foot of a phone page; they stay in view. */
export function Foot({ children }: { children: ReactNode }) {
  return (
    <>
      <div className="jia-foot-room" />
      <div className="jia-foot">{children}</div>
    </>
  );
}

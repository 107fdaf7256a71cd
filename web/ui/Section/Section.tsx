import './Section.css';
import type { ReactNode } from 'react';

interface SectionProps {
  title: string;
  /** At the right of the title: a link such as 全部, or a short fact. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A heading on the paper and what belongs to it. */
export function Section({ title, aside, children }: SectionProps) {
  return (
    <section className="jia-section">
      <div className="jia-section-head">
        <h2>{title}</h2>
        {aside && <div className="jia-section-aside">{aside}</div>}
      </div>
      {children}
    </section>
  );
}

/** A white sheet: one matter. */
export function Sheet({ children }: { children: ReactNode }) {
  return <div className="jia-sheet">{children}</div>;
}

/** Labels and values of one record. */
export function Facts({ facts }: { facts: readonly { label: string; value: ReactNode }[] }) {
  return (
    <dl className="jia-facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

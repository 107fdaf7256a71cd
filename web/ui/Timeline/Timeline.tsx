import './Timeline.css';
import type { ReactNode } from 'react';

export interface TimelineEntry {
  id: string;
  /** `10:22` or `11-21`; the day belongs to it when it is another one. */
  time: string;
  who: string;
  /** One sentence. */
  what: ReactNode;
  /** Words to the public stand on a sheet with a blue edge. */
  isReply?: boolean;
}

/** What happened, newest first. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="jia-timeline">
      {entries.map((entry) => (
        <li key={entry.id} className="jia-timeline-entry">
          <span className="jia-timeline-time">{entry.time}</span>
          <div className={entry.isReply ? 'jia-timeline-text jia-timeline-reply' : 'jia-timeline-text'}>
            <strong>{entry.who}</strong> {entry.what}
          </div>
        </li>
      ))}
    </ol>
  );
}

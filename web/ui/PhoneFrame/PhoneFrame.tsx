import './PhoneFrame.css';
import type { ReactNode } from 'react';
import { clock } from '#web/lib/formats.ts';
import { useShownAsOf } from '#web/lib/keep.ts';
import { useOnline } from '#web/lib/online.ts';
import { Banner } from '../Banner/Banner.tsx';
import { HeadTools } from '../PageHeader/PageHeader.tsx';
import { TabBar, type TabEntry } from '../TabBar/TabBar.tsx';
import { uiWords } from '../words.ts';

interface PhoneFrameProps {
  tabs: readonly TabEntry[];
  current: string;
  link: (entry: TabEntry, content: ReactNode, className: string, isCurrent: boolean) => ReactNode;
  /** Inner pages and the elder version have no tabs. */
  hasTabs: boolean;
  /** Commands that wait to be sent. */
  waiting?: number;
  /** At the right of the heads of the places: the bell. */
  tools?: ReactNode;
  children: ReactNode;
}

/** A phone shell: one banner at most, the page, the places at the bottom. */
export function PhoneFrame({ tabs, current, link, hasTabs, waiting = 0, tools, children }: PhoneFrameProps) {
  const asOf = useShownAsOf();
  // The device may believe in a network that does not reach us: an earlier reading on screen says the same.
  const isOffline = !useOnline() || asOf !== null;
  const shown = hasTabs && tabs.length > 1;
  return (
    <div className={shown ? 'jia-phone jia-phone-tabs' : 'jia-phone'}>
      {isOffline && (
        <Banner kind="offline">
          {asOf === null ? uiWords.offlineNow : uiWords.offlineAsOf(clock(new Date(asOf)))}
        </Banner>
      )}
      {!isOffline && waiting > 0 && <Banner kind="queue">{uiWords.waitingToSend(waiting)}</Banner>}
      <HeadTools value={tools}>
        <main className="jia-phone-page">{children}</main>
      </HeadTools>
      {shown && <TabBar entries={tabs} current={current} link={link} />}
    </div>
  );
}

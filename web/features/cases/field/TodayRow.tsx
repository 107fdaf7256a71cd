import { useState } from 'react';
import { revealRequester } from '#contract/cases/endpoints.ts';
import type { CaseRecord } from '#contract/cases/records.ts';
import { call } from '#web/lib/call.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { Icon } from '#web/ui/Icon/Icon.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { say } from '#web/ui/say.ts';
import { Lamp } from '../lamp.tsx';
import { labels } from '../words.ts';
import { ContactForm } from './Caller.tsx';
import { arrivedDeeds } from './Steps.tsx';
import { useGive } from './useGive.ts';
import { fieldWords, todayWords as words } from './words.ts';

/** One case of the day: open, call, arrived. */
export function TodayRow({ record, onOpen }: { record: CaseRecord; onOpen: () => void }) {
  const [isContacting, setContacting] = useState(false);
  const give = useGive(record);
  const press = async () => {
    try {
      const { requesters } = await call(revealRequester, {
        params: { caseId: record.caseId },
        body: { purpose: fieldWords.callPurpose },
      });
      const phone = requesters[0]?.phone;
      if (phone) window.location.href = `tel:${phone}`;
      setContacting(true);
    } catch (error) {
      await say(sentenceOf(error));
    }
  };
  const canCall = record.can.reveal === true && record.requesters.some(({ phone }) => phone !== null);
  const canArrive = record.can.add_progress === true;
  return (
    <article className="jia-today">
      <div className="jia-case-title">
        <h2>
          <button type="button" className="jia-plain" onClick={onOpen}>
            {record.title}
          </button>
        </h2>
        {record.round > 1 && <StatusChip status="repeat">{words.again(record.round)}</StatusChip>}
        <Lamp of={record} />
      </div>
      <div className="jia-today-foot">
        <span className="jia-text2">
          {[record.placeText || record.area?.name, labels.status[record.status]].filter(Boolean).join(' · ')}
        </span>
        <span className="jia-today-verbs">
          {canCall && (
            <button
              type="button"
              className="jia-icon-button"
              aria-label={words.call(record.title)}
              onClick={() => void press()}
            >
              <Icon name="phone" />
            </button>
          )}
          {canArrive ? (
            <Button onPress={() => void give(...arrivedDeeds(record))}>{words.arrived}</Button>
          ) : (
            <Button onPress={onOpen}>{words.open}</Button>
          )}
        </span>
      </div>
      {isContacting && <ContactForm record={record} way="phone" onClose={() => setContacting(false)} />}
    </article>
  );
}

import './calls.css';
import { Drawer } from 'antd';
import { useState } from 'react';
import { closeCall, getCall, listComing, standDown } from '#contract/calls/endpoints.ts';
import type { CallRecord } from '#contract/calls/records.ts';
import { callGroupLabels } from '#contract/calls/words.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { Figure } from '#web/ui/Figure/Figure.tsx';
import { Facts, Section } from '#web/ui/Section/Section.tsx';
import { whenOf } from './parts.tsx';
import { callWords, deskCallWords } from './words.ts';

const words = deskCallWords.drawer;

/** One call as it stands: figures, who comes, and how it ends. */
export function CallDrawer({ callId, onClose }: { callId: string; onClose: () => void }) {
  const { data } = useRead(getCall, { params: { callId } });
  return (
    <Drawer open title={data?.title} size={520} onClose={onClose} destroyOnHidden>
      {data && <Shown call={data} />}
    </Drawer>
  );
}

function Shown({ call }: { call: CallRecord }) {
  return (
    <div className="jia-stack">
      <div className="jia-call-figures">
        <Figure size="display" value={call.comingCount} word={words.coming} />
        <Figure size="display" value={call.peopleWanted} word={words.wanted} />
        <Figure size="display" value={call.reachedCount} word={words.reached} />
      </div>
      <Facts facts={factsOf(call)} />
      {call.can.see_people === true && <Coming callId={call.callId} />}
      {call.can.close === true && <Ending call={call} />}
    </div>
  );
}

const factsOf = (call: CallRecord) => [
  { label: callWords.gather, value: `${whenOf(call)}，${call.area.name}${call.gatherPoint}` },
  ...(call.why ? [{ label: words.why, value: <span className="jia-call-why">{call.why}</span> }] : []),
  { label: words.areas, value: call.areas.map(({ name }) => name).join('、') },
  { label: words.groups, value: call.groups.map((group) => callGroupLabels[group]).join('、') },
  ...(call.endReason ? [{ label: words.end, value: call.endReason }] : []),
  ...(call.result ? [{ label: words.result, value: call.result }] : []),
  ...(call.cameCount === null ? [] : [{ label: words.came, value: String(call.cameCount) }]),
];

function Coming({ callId }: { callId: string }) {
  const { data } = useRead(listComing, { params: { callId } });
  return (
    <Section title={words.names}>
      {data?.items.length === 0 && <p className="jia-hint">{words.namesEmpty}</p>}
      <p>
        {data?.items
          .map(({ name, isStandby }) => (isStandby ? `${name}（${words.standby}）` : name))
          .join('、')}
      </p>
    </Section>
  );
}

function Ending({ call }: { call: CallRecord }) {
  const [result, setResult] = useState('');
  const [came, setCame] = useState(String(call.comingCount));
  const [reason, setReason] = useState('');
  const close = useCommand(closeCall);
  const end = useCommand(standDown);
  const params = { callId: call.callId };
  const { version } = call;
  const error = close.error ?? end.error;
  return (
    <div className="jia-stack">
      {error && <Banner kind="error">{sentenceOf(error)}</Banner>}
      <TextField label={words.result} rows={2} maxLength={300} value={result} onChange={setResult} />
      <TextField label={words.came} inputMode="numeric" maxLength={5} value={came} onChange={setCame} />
      <Button
        kind="primary"
        busy={close.isPending && words.close}
        reason={result.trim() ? undefined : words.resultMissing}
        onPress={() =>
          close.mutate({ params, body: { result: result.trim(), cameCount: Number(came) || 0, version } })
        }
      >
        {words.close}
      </Button>
      <TextField label={words.reason} maxLength={100} value={reason} onChange={setReason} />
      <Button
        busy={end.isPending && words.standDown}
        reason={reason.trim() ? undefined : words.reasonMissing}
        onPress={() => end.mutate({ params, body: { reason: reason.trim(), version } })}
      >
        {words.standDown}
      </Button>
    </div>
  );
}

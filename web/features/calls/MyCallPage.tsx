import './calls.css';
import { getMyCall } from '#contract/calls/endpoints.ts';
import type { MyCall } from '#contract/calls/records.ts';
import { useKeptRead } from '#web/lib/keep.ts';
import { useParam } from '#web/lib/router.ts';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Facts, Section, Sheet } from '#web/ui/Section/Section.tsx';
import { Answers, CallChip, whenOf } from './parts.tsx';
import { callWords as words } from './words.ts';

/** A call addressed to me: why, where, when, and my answer. */
export function MyCallPage() {
  const callId = useParam('callId');
  const { data, error, retry } = useKeptRead(getMyCall, { params: { callId } });
  return (
    <>
      <PageHeader title={words.title} onBack />
      {error && !data && <Failed error={error} onRetry={retry} />}
      {!data && !error && <Loading rows={5} />}
      {data && <Shown call={data} />}
    </>
  );
}

function Shown({ call }: { call: MyCall }) {
  return (
    <>
      <div className="jia-stack">
        <h2>{call.title}</h2>
        <div>
          <CallChip status={call.status} />
        </div>
        {call.why && <p className="jia-call-why">{call.why}</p>}
        {call.status === 'stood_down' && <p>{words.stoodDown}</p>}
        {call.status === 'ended' && <p>{words.over}</p>}
      </div>
      <Sheet>
        <Facts
          facts={[
            { label: words.gather, value: `${whenOf(call)}，${call.area.name}${call.gatherPoint}` },
            { label: words.people, value: words.need(call.comingCount, call.peopleWanted) },
            { label: words.by, value: call.issuedBy },
          ]}
        />
      </Sheet>
      <Answers call={call} />
      {call.can.answer === true && (
        <>
          <p className="jia-caption">{words.free}</p>
          {call.answer === 'coming' && <p className="jia-caption">{words.signIn}</p>}
        </>
      )}
      {call.result && (
        <Section title={words.result}>
          <Sheet>
            <p>{call.result}</p>
          </Sheet>
        </Section>
      )}
    </>
  );
}

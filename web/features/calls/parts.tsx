import './calls.css';
import type { CallStatus } from '#contract/calls/codes.ts';
import { answerCall } from '#contract/calls/endpoints.ts';
import type { MyCall } from '#contract/calls/records.ts';
import { callStatusLabels } from '#contract/calls/words.ts';
import { clock, dayName } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { type Status, StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { callWords as words } from './words.ts';

const chips: Record<CallStatus, Status> = { open: 'progress', stood_down: 'paused', ended: 'done' };

export const CallChip = ({ status }: { status: CallStatus }) => (
  <StatusChip status={chips[status]}>{callStatusLabels[status]}</StatusChip>
);

export const whenOf = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) =>
  words.when(dayName(startsAt), clock(startsAt), clock(endsAt));

/** One tap, changed as often as wanted. */
export function Answers({ call }: { call: MyCall }) {
  const answer = useCommand(answerCall, { touches: ['calls'] });
  const say = (said: 'coming' | 'not_coming') =>
    answer.mutate({ params: { callId: call.callId }, body: { answer: said } });
  if (call.can.answer !== true) return null;
  return (
    <div className="jia-stack">
      {answer.error && <Banner kind="error">{sentenceOf(answer.error)}</Banner>}
      {call.answer && <p role="status">{answered(call)}</p>}
      <div className="jia-call-answers">
        {call.answer !== 'coming' && (
          <Button kind="primary" wide busy={answer.isPending && words.yes} onPress={() => say('coming')}>
            {words.yes}
          </Button>
        )}
        {call.answer !== 'not_coming' && (
          <Button wide onPress={() => say('not_coming')}>
            {words.no}
          </Button>
        )}
      </div>
    </div>
  );
}

export function answered({ answer, isStandby }: Pick<MyCall, 'answer' | 'isStandby'>): string {
  if (answer === 'not_coming') return words.youDoNot;
  return isStandby ? words.standby : words.youCome;
}

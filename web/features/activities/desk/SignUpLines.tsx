import { listSignUps, markMissed } from '#contract/activities/endpoints.ts';
import type { SessionRecord, SignUpLine } from '#contract/activities/records.ts';
import { useMayAnywhere } from '#web/lib/me.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { Loading } from '#web/ui/Loading/Loading.tsx';
import { activityPageWords as words } from './words.ts';

/** Who has a place and who waits; how often somebody stayed away is for the organiser's eyes. */
export function SignUpLines({ session }: { session: SessionRecord }) {
  const { sessionId } = session;
  const { data, error } = useRead(listSignUps, { params: { sessionId } });
  const mayEdit = useMayAnywhere()('activity.edit');
  const isOver = session.state === 'ended';
  if (error) return <Banner kind="error">{sentenceOf(error)}</Banner>;
  if (!data) return <Loading rows={3} />;
  if (data.items.length === 0) return <p className="jia-hint">{words.noSignUps}</p>;
  const { lines } = words;
  return (
    <table className="jia-activity-draw">
      <thead>
        <tr>
          {[lines.number, lines.name, lines.age, lines.state, lines.post, lines.consent, lines.photo].map(
            (head) => (
              <th key={head}>{head}</th>
            ),
          )}
          <th>{lines.missed}</th>
        </tr>
      </thead>
      <tbody>
        {data.items.map((line) => (
          <Line key={line.signUpId} line={line} sessionId={sessionId} mayMark={mayEdit && isOver} />
        ))}
      </tbody>
    </table>
  );
}

interface LineProps {
  line: SignUpLine;
  sessionId: string;
  mayMark: boolean;
}

function Line({ line, sessionId, mayMark }: LineProps) {
  const mark = useCommand(markMissed);
  return (
    <tr>
      <td>{line.number}</td>
      <td>{line.name}</td>
      <td>{line.age}</td>
      <td>
        {words.signUpStates[line.state]}
        {line.accompanies && ` · ${words.accompanies}`}
      </td>
      <td>{line.postName}</td>
      <td>{line.consented && words.consented}</td>
      <td>{line.photo === 'open' && words.photoOpen}</td>
      <td>
        {line.missedBefore > 0 && words.times(line.missedBefore)}
        {mayMark && line.state === 'confirmed' && (
          <Button
            small
            busy={mark.isPending && words.busy}
            onPress={() => mark.mutate({ params: { sessionId }, body: { signUpIds: [line.signUpId] } })}
          >
            {words.markMissed}
          </Button>
        )}
      </td>
    </tr>
  );
}

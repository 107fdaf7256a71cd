import './calls.css';
import { listMyCalls } from '#contract/calls/endpoints.ts';
import { useRead } from '#web/lib/query.ts';
import { useNavigate } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { callPaths as paths } from './pages.ts';
import { Answers, whenOf } from './parts.tsx';
import { callWords as words } from './words.ts';

/** At home: a call in one's area that waits for a word, or that one comes to. Nothing while there is none. */
export function OpenCallCard() {
  const navigate = useNavigate();
  const { data } = useRead(listMyCalls);
  const call = data?.items.find(({ can, answer }) => can.answer === true && answer !== 'not_coming');
  if (!call) return null;
  const { callId } = call;
  return (
    <section className="jia-sheet jia-call-open">
      <div>
        <h2>{`${words.title} · ${call.title}`}</h2>
        <p className="jia-text2">{`${whenOf(call)} · ${call.area.name}${call.gatherPoint}`}</p>
      </div>
      <Answers call={call} />
      <Button
        kind="quiet"
        onPress={() => void navigate({ to: paths.one as never, params: { callId } as never })}
      >
        {words.open}
      </Button>
    </section>
  );
}

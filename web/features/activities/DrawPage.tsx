import './activities.css';
import { useState } from 'react';
import { showDraw } from '#contract/activities/mine.ts';
import type { DrawRecord } from '#contract/activities/records.ts';
import { moment } from '#web/lib/formats.ts';
import { useRead } from '#web/lib/query.ts';
import { useParam } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Facts, Section, Sheet } from '#web/ui/Section/Section.tsx';
import { Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { drawsAgain } from './redraw.ts';
import { drawWords as words } from './words.ts';

/** How the lottery was drawn, with everything needed to do it once more. */
export function DrawPage() {
  const sessionId = useParam('sessionId');
  const { data, error, refetch } = useRead(showDraw, { params: { sessionId } });
  return (
    <>
      <PageHeader title={words.title} onBack />
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={4} />}
      {data && <Shown draw={data} />}
    </>
  );
}

function Shown({ draw }: { draw: DrawRecord }) {
  const steps = draw.priority === 'none' ? words.steps : [...words.steps, words.first];
  return (
    <>
      <Sheet>
        <h2>{draw.title}</h2>
        <p className="jia-text2">{draw.drawnAt ? words.after(moment(draw.drawnAt)) : words.before}</p>
        <Facts
          facts={[
            { label: words.hash, value: <span className="jia-activity-hash">{draw.seedHash}</span> },
            {
              label: words.seed,
              value: draw.seed ? <span className="jia-activity-hash">{draw.seed}</span> : words.sealed,
            },
          ]}
        />
      </Sheet>
      <Section title={words.how}>
        <Sheet>
          <ol className="jia-activity-steps">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <p className="jia-text2">{words.redo}</p>
        </Sheet>
      </Section>
      {draw.seed && (
        <Section title={words.order} aside={<Recheck draw={draw} seed={draw.seed} />}>
          <Sheet>{draw.order.length === 0 ? words.empty : <Order draw={draw} />}</Sheet>
        </Section>
      )}
    </>
  );
}

function Order({ draw }: { draw: DrawRecord }) {
  return (
    <table className="jia-activity-draw">
      <thead>
        <tr>
          <th>{words.number}</th>
          <th>{words.people}</th>
          <th>{words.lot}</th>
          <th>{words.result}</th>
        </tr>
      </thead>
      <tbody>
        {draw.order.map((line) => (
          <tr key={line.number}>
            <td>
              {line.number} {draw.myNumbers.includes(line.number) && <Tag>{words.own}</Tag>}
            </td>
            <td>{line.people}</td>
            <td className="jia-activity-hash">{line.hash.slice(0, 12)}</td>
            <td>
              {line.placed ? words.placed : words.waits} {line.first && <Tag>{words.firstTag}</Tag>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Recheck({ draw, seed }: { draw: DrawRecord; seed: string }) {
  const [isRight, setRight] = useState<boolean | null>(null);
  if (isRight !== null)
    return <Banner kind={isRight ? 'notice' : 'error'}>{isRight ? words.checked : words.wrong}</Banner>;
  return (
    <Button small onPress={() => void drawsAgain(draw, seed).then(setRight)}>
      {words.check}
    </Button>
  );
}

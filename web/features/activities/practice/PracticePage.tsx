import '../activities.css';
import { useState } from 'react';
import { listPractice, publishPractice } from '#contract/activities/practice.ts';
import type { PracticeList } from '#contract/activities/records.ts';
import { moment } from '#web/lib/formats.ts';
import { useMayAnywhere } from '#web/lib/me.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { useNavigate } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { PracticeForm } from './PracticeForm.tsx';
import { practiceWords as words } from './words.ts';

/** Practice lists of school terms, and what schools gave back. */
export function PracticePage() {
  const { data, error, refetch } = useRead(listPractice);
  const [editing, setEditing] = useState<PracticeList | 'new' | null>(null);
  const mayEdit = useMayAnywhere()('activity.edit');
  return (
    <DeskPage
      title={words.title}
      actions={
        mayEdit && (
          <Button kind="primary" icon="plus" onPress={() => setEditing('new')}>
            {words.make}
          </Button>
        )
      }
    >
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={6} />}
      {data?.items.length === 0 && <EmptyState icon="calendar">{words.none}</EmptyState>}
      <div className="jia-activity-file">
        {data?.items.map((list) => (
          <ListPart key={list.listId} list={list} onEdit={() => setEditing(list)} />
        ))}
      </div>
      {editing && (
        <PracticeForm {...(editing === 'new' ? {} : { record: editing })} onClose={() => setEditing(null)} />
      )}
    </DeskPage>
  );
}

function ListPart({ list, onEdit }: { list: PracticeList; onEdit: () => void }) {
  const publish = useCommand(publishPractice);
  const navigate = useNavigate();
  const { listId, version } = list;
  return (
    <Section
      title={`${list.term} ${list.title}`}
      aside={`${list.areaName} · ${list.publishedAt ? words.published(moment(list.publishedAt)) : words.draft}`}
    >
      <Sheet>
        <div className="jia-stack">
          {list.foreword && <p>{list.foreword}</p>}
          <ol className="jia-activity-steps">
            {list.items.map(({ title, hoursText }) => (
              <li key={title}>
                {title} {hoursText}
              </li>
            ))}
          </ol>
          <Given list={list} />
          {publish.error && <Banner kind="error">{sentenceOf(publish.error)}</Banner>}
          <div className="jia-activity-verbs">
            {list.can.change === true && <Button onPress={onEdit}>{words.edit}</Button>}
            <Button
              icon="printer"
              onPress={() =>
                void navigate({ to: '/practice-lists/$listId/sheet', params: { listId } as never })
              }
            >
              {words.print}
            </Button>
            {list.can.publish === true && (
              <Button
                kind="primary"
                busy={publish.isPending && words.busy}
                onPress={() => publish.mutate({ params: { listId }, body: { version } })}
              >
                {words.publish}
              </Button>
            )}
          </div>
        </div>
      </Sheet>
    </Section>
  );
}

/** What schools gave back, in sums; the lines below are for who wants to see them. */
function Given({ list: { classes, confirmations } }: { list: PracticeList }) {
  if (classes.length === 0) return <p className="jia-text2">{words.noClasses}</p>;
  const pupils = classes.reduce((sum, one) => sum + one.pupils, 0);
  const hours = confirmations.reduce((sum, one) => sum + one.hours, 0);
  const byClass = Map.groupBy(confirmations, ({ className }) => className);
  return (
    <>
      <details>
        <summary>{words.classSum(classes.length, pupils)}</summary>
        <ul className="jia-activity-given">
          {classes.map(({ areaName, className, pupils: count }) => (
            <li key={`${areaName} ${className}`}>{words.classLine(areaName, className, count)}</li>
          ))}
        </ul>
      </details>
      {confirmations.length > 0 && (
        <details>
          <summary>{words.confirmationSum(confirmations.length, hours)}</summary>
          <ul className="jia-activity-given">
            {[...byClass].map(([className, lines]) => (
              <li key={className}>
                {words.confirmationsOf(
                  className,
                  lines.map((one) => words.confirmationLine(one.nickname, one.hours)),
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

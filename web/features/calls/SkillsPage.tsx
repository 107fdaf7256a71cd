import { useState } from 'react';
import type { CallSkill } from '#contract/calls/codes.ts';
import { readSkills, setSkills } from '#contract/calls/endpoints.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ManyChips } from '#web/ui/Field/ManyChips.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Sheet } from '#web/ui/Section/Section.tsx';
import { skillChoices } from './skillChoices.ts';
import { skillWords as words } from './words.ts';

/** What I can do when the street calls. */
export function SkillsPage() {
  const { data, error, refetch } = useRead(readSkills);
  return (
    <>
      <PageHeader title={words.title} onBack />
      <p className="jia-text2">{words.why}</p>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={3} />}
      {data && <SkillsForm skills={data.skills} />}
    </>
  );
}

function SkillsForm({ skills }: { skills: CallSkill[] }) {
  const [chosen, setChosen] = useState<CallSkill[]>(skills);
  const save = useCommand(setSkills);
  return (
    <Sheet>
      <div className="jia-stack">
        <ManyChips label={words.label} choices={skillChoices} value={chosen} onChange={setChosen} />
        {save.error && <Banner kind="error">{sentenceOf(save.error)}</Banner>}
        {save.isSuccess && <Banner kind="notice">{words.saved}</Banner>}
        <Button
          kind="primary"
          wide
          busy={save.isPending && words.save}
          onPress={() => save.mutate({ body: { skills: chosen } })}
        >
          {words.save}
        </Button>
      </div>
    </Sheet>
  );
}

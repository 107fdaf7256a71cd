import { useState } from 'react';
import { pledgeHelp, withdrawPledge } from '#contract/mutualhelp/endpoints.ts';
import type { HelpAsk } from '#contract/mutualhelp/records.ts';
import { helpProblems } from '#contract/mutualhelp/words.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { useNavigate } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { Contact } from './Contact.tsx';
import { helpPaths as paths } from './pages.ts';
import { onePageWords as words } from './words.ts';

const sentence = (code: string): string => (helpProblems as Record<string, string>)[code] ?? '';

/** I would do it; I cannot come after all. */
export function HelperVerbs({ ask }: { ask: HelpAsk }) {
  const navigate = useNavigate();
  const [isAsking, setIsAsking] = useState(false);
  const params = { askId: ask.askId };
  const pledge = useCommand(pledgeHelp);
  const withdraw = useCommand(withdrawPledge, { onDone: () => setIsAsking(false) });
  const { can } = ask;
  const own = ask.pledges.find(({ isMine }) => isMine);
  return (
    <div className="jia-stack">
      {pledge.error && <Banner kind="error">{sentenceOf(pledge.error)}</Banner>}
      {own?.state === 'offered' && <Banner kind="notice">{words.pledgeDone}</Banner>}
      {can.contact === true && <Contact askId={ask.askId} />}
      {can.pledge === 'help.agreement_needed' ? (
        <>
          <p>{sentence('help.agreement_needed')}</p>
          <Button kind="primary" wide onPress={() => void navigate({ to: paths.offer as never })}>
            {words.agreement}
          </Button>
        </>
      ) : (
        ask.mine === 'none' && (
          <Button
            kind="primary"
            wide
            busy={pledge.isPending && words.pledge}
            reason={can.pledge === true ? undefined : sentence(String(can.pledge))}
            onPress={() => pledge.mutate({ params })}
          >
            {words.pledge}
          </Button>
        )
      )}
      {ask.mine === 'helper' && can.pledge === true && (
        <Button kind="primary" wide onPress={() => pledge.mutate({ params })}>
          {words.pledge}
        </Button>
      )}
      {can.withdraw === true && (
        <Button wide onPress={() => setIsAsking(true)}>
          {words.withdraw}
        </Button>
      )}
      <ConfirmQuestion
        isOpen={isAsking}
        question={words.withdrawQuestion}
        yes={words.withdraw}
        no={words.later}
        onYes={() => withdraw.mutate({ params })}
        onNo={() => setIsAsking(false)}
      >
        {withdraw.error && <Banner kind="error">{sentenceOf(withdraw.error)}</Banner>}
      </ConfirmQuestion>
    </div>
  );
}

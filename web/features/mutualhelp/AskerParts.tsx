import { useState } from 'react';
import { agreePledge, cancelAsk, finishAsk } from '#contract/mutualhelp/endpoints.ts';
import type { HelpAsk } from '#contract/mutualhelp/records.ts';
import { nearnessLabels, pledgeStateLabels } from '#contract/mutualhelp/words.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { ManyChips } from '#web/ui/Field/ManyChips.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { Contact } from './Contact.tsx';
import { onePageWords as words } from './words.ts';

/** Who would do it, and the choice. */
export function PledgeList({ ask }: { ask: HelpAsk }) {
  const agree = useCommand(agreePledge);
  const missing = ask.helpersWanted - ask.helpersAgreed;
  return (
    <Section
      title={words.pledges}
      aside={
        ask.status === 'open' &&
        ask.pledges.length > 0 && <span className="jia-caption">{words.stillNeeded(missing)}</span>
      }
    >
      {agree.error && <Banner kind="error">{sentenceOf(agree.error)}</Banner>}
      {ask.pledges.length === 0 && <EmptyState icon="hands">{words.pledgesEmpty}</EmptyState>}
      {ask.pledges.length > 0 && (
        <RowSheet>
          {ask.pledges.map(({ pledgeId, helper, state }) => (
            <ListRow
              key={pledgeId}
              title={helper.name}
              note={[
                helper.nearness && nearnessLabels[helper.nearness],
                words.helped(helper.helpedCount),
                helper.agreementSigned && words.signed,
              ]
                .filter(Boolean)
                .join(' · ')}
              trailing={
                ask.can.agree === true && state === 'offered' ? (
                  <Button
                    small
                    onPress={() =>
                      agree.mutate({
                        params: { askId: ask.askId },
                        body: { pledgeId, version: ask.version },
                      })
                    }
                  >
                    {words.choose}
                  </Button>
                ) : (
                  <Tag>{pledgeStateLabels[state]}</Tag>
                )
              }
            />
          ))}
        </RowSheet>
      )}
    </Section>
  );
}

/** Thanks, or no longer needed. */
export function AskerVerbs({ ask }: { ask: HelpAsk }) {
  const [isThanking, setIsThanking] = useState(false);
  const [isCancelling, setIsCancelling] = useState(false);
  const cancel = useCommand(cancelAsk, { onDone: () => setIsCancelling(false) });
  return (
    <div className="jia-stack">
      {ask.can.contact === true && <Contact askId={ask.askId} />}
      {ask.can.done === true && (
        <Button kind="primary" wide onPress={() => setIsThanking(true)}>
          {words.done}
        </Button>
      )}
      {ask.can.cancel === true && (
        <Button wide onPress={() => setIsCancelling(true)}>
          {words.cancel}
        </Button>
      )}
      {isThanking && <ThanksQuestion ask={ask} onClose={() => setIsThanking(false)} />}
      <ConfirmQuestion
        isOpen={isCancelling}
        question={words.cancelQuestion}
        yes={words.cancelYes}
        no={words.later}
        onYes={() => cancel.mutate({ params: { askId: ask.askId } })}
        onNo={() => setIsCancelling(false)}
      >
        {cancel.error && <Banner kind="error">{sentenceOf(cancel.error)}</Banner>}
      </ConfirmQuestion>
    </div>
  );
}

function ThanksQuestion({ ask, onClose }: { ask: HelpAsk; onClose: () => void }) {
  const [thanks, setThanks] = useState('');
  const [missed, setMissed] = useState<string[]>([]);
  const finish = useCommand(finishAsk, { onDone: onClose });
  const agreed = ask.pledges.filter(({ state }) => state === 'agreed');
  return (
    <ConfirmQuestion
      isOpen
      question={words.thanksTitle}
      yes={words.thank}
      no={words.later}
      busy={finish.isPending && words.thank}
      onYes={() =>
        finish.mutate({
          params: { askId: ask.askId },
          body: { thanks: thanks.trim(), missedPledgeIds: missed, version: ask.version },
        })
      }
      onNo={onClose}
    >
      <TextField
        label={words.thanksText}
        placeholder={words.thanksExample}
        maxLength={100}
        value={thanks}
        onChange={setThanks}
      />
      {agreed.length > 1 && (
        <ManyChips
          label=""
          choices={agreed.map(({ pledgeId, helper }) => ({
            value: pledgeId,
            word: words.missed(helper.name),
          }))}
          value={missed}
          onChange={setMissed}
        />
      )}
      {finish.error && <Banner kind="error">{sentenceOf(finish.error)}</Banner>}
    </ConfirmQuestion>
  );
}

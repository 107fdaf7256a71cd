import { useState } from 'react';
import { type ConsentPurpose, consentPurposes } from '#contract/people/codes.ts';
import { giveMyConsent, withdrawMyConsent } from '#contract/people/mine.ts';
import type { ConsentRecord } from '#contract/people/records.ts';
import { moment } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { labels, myDataWords as words } from './words.ts';

interface MyConsentsProps {
  personId: string;
  consents: readonly ConsentRecord[];
  /** Set for a child in the viewer's care. */
  child?: { name: string };
}

/** What was allowed and what not; giving and taking back cost one tap and one question. */
export function MyConsents({ personId, consents, child }: MyConsentsProps) {
  const [asked, setAsked] = useState<ConsentRecord | null>(null);
  const give = useCommand(giveMyConsent);
  const purposes = consentPurposes.filter((purpose) => child || purpose !== 'child_record');
  const standing = (purpose: ConsentPurpose) =>
    consents.find((one) => one.purpose === purpose && one.withdrawnAt === null);
  return (
    <Section title={child?.name ?? words.consents} aside={words.consentsHelp}>
      {give.error && <Banner kind="error">{sentenceOf(give.error)}</Banner>}
      <RowSheet>
        {purposes.map((purpose) => {
          const given = standing(purpose);
          return (
            <ListRow
              key={purpose}
              title={labels.consentPurpose[purpose]}
              note={given ? words.given(moment(given.givenAt)) : words.notGiven}
              trailing={
                given ? (
                  <Button small onPress={() => setAsked(given)}>
                    {words.withdraw}
                  </Button>
                ) : (
                  <Button
                    small
                    onPress={() =>
                      give.mutate({ body: { purpose, ...(child ? { childId: personId } : {}) } })
                    }
                  >
                    {words.give}
                  </Button>
                )
              }
            />
          );
        })}
      </RowSheet>
      {asked && <WithdrawQuestion consent={asked} onClose={() => setAsked(null)} />}
    </Section>
  );
}

function WithdrawQuestion({ consent, onClose }: { consent: ConsentRecord; onClose: () => void }) {
  const withdraw = useCommand(withdrawMyConsent, { onDone: onClose });
  return (
    <ConfirmQuestion
      isOpen
      question={words.withdrawQuestion(labels.consentPurpose[consent.purpose])}
      yes={words.withdraw}
      no={words.keep}
      busy={withdraw.isPending && words.withdraw}
      onYes={() => withdraw.mutate({ params: { consentId: consent.consentId } })}
      onNo={onClose}
    >
      <p>{consent.purpose === 'child_record' ? words.withdrawChildHelp : words.withdrawHelp}</p>
      {withdraw.error && <Banner kind="error">{sentenceOf(withdraw.error)}</Banner>}
    </ConfirmQuestion>
  );
}

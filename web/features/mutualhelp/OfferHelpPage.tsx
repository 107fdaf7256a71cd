import './help.css';
import { useState } from 'react';
import { agreementEdition, type HelpKind, type OfferTime } from '#contract/mutualhelp/codes.ts';
import { readOffer, setOffer, signAgreement } from '#contract/mutualhelp/endpoints.ts';
import type { HelpOffer } from '#contract/mutualhelp/records.ts';
import { helpKindLabels, offerTimeLabels } from '#contract/mutualhelp/words.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ManyChips } from '#web/ui/Field/ManyChips.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { choicesOf } from './parts.tsx';
import { offerWords as words } from './words.ts';

/** What I can do for my neighbours, and the agreement that delicate help needs. */
export function OfferHelpPage() {
  const { data, error, refetch } = useRead(readOffer);
  return (
    <>
      <PageHeader title={words.title} onBack />
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={5} />}
      {data && <OfferForm offer={data} />}
      {data && <Agreement isSigned={data.agreementSigned} />}
    </>
  );
}

function OfferForm({ offer }: { offer: HelpOffer }) {
  const [kinds, setKinds] = useState<HelpKind[]>(offer.kinds);
  const [times, setTimes] = useState<OfferTime[]>(offer.times);
  const [paused, setPaused] = useState(offer.paused);
  const save = useCommand(setOffer);
  return (
    <Sheet>
      <div className="jia-stack">
        <ManyChips
          label={words.kinds}
          choices={choicesOf(helpKindLabels)}
          value={kinds}
          onChange={setKinds}
        />
        <ManyChips
          label={words.times}
          choices={choicesOf(offerTimeLabels)}
          value={times}
          onChange={setTimes}
        />
        <ManyChips
          label=""
          choices={[{ value: 'paused', word: words.pause }]}
          value={paused ? ['paused'] : []}
          onChange={(chosen) => setPaused(chosen.length > 0)}
        />
        {save.error && <Banner kind="error">{sentenceOf(save.error)}</Banner>}
        {save.isSuccess && <Banner kind="notice">{words.saved}</Banner>}
        <Button
          kind="primary"
          wide
          busy={save.isPending && words.save}
          onPress={() => save.mutate({ body: { kinds, times, paused } })}
        >
          {words.save}
        </Button>
      </div>
    </Sheet>
  );
}

function Agreement({ isSigned }: { isSigned: boolean }) {
  const sign = useCommand(signAgreement);
  return (
    <Section title={words.agreementTitle}>
      <Sheet>
        <div className="jia-stack">
          <ol className="jia-help-agreement">
            {words.agreement.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
          {sign.error && <Banner kind="error">{sentenceOf(sign.error)}</Banner>}
          {isSigned ? (
            <div>
              <StatusChip status="done">{words.signed}</StatusChip>
            </div>
          ) : (
            <>
              <p className="jia-caption">{words.signWhy}</p>
              <Button
                wide
                busy={sign.isPending && words.sign}
                onPress={() => sign.mutate({ body: { edition: agreementEdition } })}
              >
                {words.sign}
              </Button>
            </>
          )}
        </div>
      </Sheet>
    </Section>
  );
}

import './help.css';
import { getAsk } from '#contract/mutualhelp/endpoints.ts';
import type { HelpAsk } from '#contract/mutualhelp/records.ts';
import { companyLabels, helpKindLabels, safeguardLabels } from '#contract/mutualhelp/words.ts';
import { useRead } from '#web/lib/query.ts';
import { useParam } from '#web/lib/router.ts';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Facts, Sheet } from '#web/ui/Section/Section.tsx';
import { AskerVerbs, PledgeList } from './AskerParts.tsx';
import { HelperVerbs } from './HelperVerbs.tsx';
import { AskChip, whenOf, whereOf } from './parts.tsx';
import { ReportAsk } from './ReportAsk.tsx';
import { helpWords, onePageWords as words } from './words.ts';

/** One ask, as the asker, a helper or a neighbour. */
export function HelpAskPage() {
  const askId = useParam('askId');
  const { data, error, refetch } = useRead(getAsk, { params: { askId } });
  return (
    <>
      <PageHeader title={words.title} onBack />
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={5} />}
      {data && <Shown ask={data} />}
    </>
  );
}

function Shown({ ask }: { ask: HelpAsk }) {
  return (
    <>
      <div className="jia-stack">
        <h2>{`${helpKindLabels[ask.kind]} · ${ask.text}`}</h2>
        <div>
          <AskChip status={ask.status} />
        </div>
      </div>
      <Sheet>
        <Facts facts={factsOf(ask)} />
      </Sheet>
      {ask.mine === 'asker' ? (
        <>
          <PledgeList ask={ask} />
          <AskerVerbs ask={ask} />
        </>
      ) : (
        <HelperVerbs ask={ask} />
      )}
      {ask.can.report === true && <ReportAsk askId={ask.askId} />}
    </>
  );
}

function factsOf(ask: HelpAsk) {
  const careful = ask.safeguards.map((one) => safeguardLabels[one]).join('、');
  return [
    { label: words.asker, value: ask.asker },
    { label: words.when, value: whenOf(ask) },
    { label: words.where, value: whereOf(ask) },
    { label: words.company, value: companyLabels[ask.company] },
    ...(careful
      ? [
          {
            label: words.safety,
            value: ask.needsAgreement ? `${careful}；${words.agreementNeeded}` : careful,
          },
        ]
      : []),
    {
      label: words.thanks,
      value: ask.points > 0 ? helpWords.thanksPoints(ask.points) : helpWords.noPoints,
    },
    ...(ask.thanks ? [{ label: '', value: words.said(ask.thanks) }] : []),
  ];
}

import { useState } from 'react';
import { decideRequest, listRequests, listRules, requestGrant } from '#contract/points/endpoints.ts';
import type { GrantRequest } from '#contract/points/records.ts';
import { type DeskSource, deskSources } from '#contract/points/sources.ts';
import { figure, moment } from '#web/lib/formats.ts';
import { useMayAnywhere } from '#web/lib/me.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, usePages, useRead } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { type Option, SearchField, SelectField } from '#web/ui/SelectField/SelectField.tsx';
import { StatusChip, Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { deskWords, labels } from '../words.ts';
import { DecideQuestion } from './DecideQuestion.tsx';
import { searchHolders } from './holders.ts';
import { whole } from './rows.ts';

const words = deskWords.requests;

/** Contributions recorded by hand; above the limit of the rule a second person decides. */
export function RequestsPage() {
  const may = useMayAnywhere();
  const rows = usePages(listRequests);
  const [isMaking, setMaking] = useState(false);
  const [asked, setAsked] = useState<GrantRequest | null>(null);
  const decide = useCommand(decideRequest, { onDone: () => setAsked(null) });
  const act: RegisterColumn<GrantRequest> = {
    key: 'act',
    title: words.columns.act,
    render: (request) =>
      request.can.decide === true && (
        <Button kind="quiet" small onPress={() => setAsked(request)}>
          {words.decide}
        </Button>
      ),
  };
  return (
    <DeskPage
      title={words.title}
      actions={
        may('points.edit') && (
          <Button kind="primary" icon="plus" onPress={() => setMaking(true)}>
            {words.make}
          </Button>
        )
      }
    >
      <RegisterTable
        name="points-requests"
        rows={rows}
        rowKey={({ requestId }) => requestId}
        columns={[...columns, act]}
        empty={<EmptyState icon="seed">{words.none}</EmptyState>}
      />
      {isMaking && <RequestForm onClose={() => setMaking(false)} />}
      {asked && (
        <DecideQuestion
          question={words.question(asked.who, asked.amount)}
          yes={words.grant}
          other={words.decline}
          no={words.cancel}
          label={words.decision}
          missing={words.decisionMissing}
          error={decide.error}
          onDecide={(grant, reason) =>
            decide.mutate({
              params: { requestId: asked.requestId },
              body: { grant, reason, version: asked.version },
            })
          }
          onClose={() => setAsked(null)}
        />
      )}
    </DeskPage>
  );
}

const statuses = { waiting: 'waiting', granted: 'done' } as const;

const columns: readonly RegisterColumn<GrantRequest>[] = [
  { key: 'who', title: words.columns.who, render: ({ who }) => who },
  { key: 'source', title: words.columns.source, render: ({ source }) => labels.source[source] },
  { key: 'amount', title: words.columns.amount, align: 'end', render: ({ amount }) => figure(amount) },
  { key: 'evidence', title: words.columns.evidence, render: ({ evidence }) => evidence },
  { key: 'reason', title: words.columns.reason, render: ({ reason }) => reason },
  { key: 'madeAt', title: words.columns.madeAt, render: ({ madeAt }) => moment(madeAt) },
  { key: 'madeBy', title: words.columns.madeBy, render: ({ madeBy }) => madeBy },
  {
    key: 'state',
    title: words.columns.state,
    render: ({ state }) =>
      state === 'declined' ? (
        <Tag>{words.states.declined}</Tag>
      ) : (
        <StatusChip status={statuses[state]}>{words.states[state]}</StatusChip>
      ),
  },
];

function RequestForm({ onClose }: { onClose: () => void }) {
  const rules = useRead(listRules);
  const [draft, setDraft] = useState({
    to: '',
    ruleId: '',
    source: '',
    quantity: '1',
    evidence: '',
    reason: '',
  });
  const request = useCommand(requestGrant, { onDone: onClose });
  const set = (key: keyof typeof draft) => (value: string | null) =>
    setDraft((known) => ({ ...known, [key]: value ?? '' }));
  const quantity = whole(draft.quantity);
  const isReady = quantity !== null && Object.values(draft).every((value) => value.trim());
  return (
    <FormDrawer
      isOpen
      title={words.make}
      onSubmit={() =>
        request.mutate({
          body: { ...draft, source: draft.source as DeskSource, quantity: quantity ?? 0 },
        })
      }
      onClose={onClose}
      busy={request.isPending}
      problem={request.error && sentenceOf(request.error)}
      reason={isReady ? undefined : words.missing}
    >
      <HolderField onChoose={set('to')} />
      <SelectField
        label={words.source}
        options={deskSources.map((value) => ({ value, word: labels.source[value] }))}
        value={draft.source || null}
        onChange={set('source')}
      />
      <SelectField
        label={words.rule}
        options={(rules.data?.items ?? [])
          .filter(({ isNewest }) => isNewest)
          .map(({ ruleId, title, programme }) => ({ value: ruleId, word: `${title} · ${programme}` }))}
        value={draft.ruleId || null}
        onChange={set('ruleId')}
      />
      <TextField
        label={words.quantity}
        value={draft.quantity}
        maxLength={6}
        inputMode="numeric"
        onChange={set('quantity')}
      />
      <TextField
        label={words.evidence}
        help={words.evidenceHelp}
        value={draft.evidence}
        maxLength={120}
        onChange={set('evidence')}
      />
      <TextField label={words.reason} value={draft.reason} maxLength={200} onChange={set('reason')} />
    </FormDrawer>
  );
}

/** A resident or an organisation by name; the id is what goes on. */
function HolderField({ onChoose }: { onChoose: (id: string | null) => void }) {
  const [holder, setHolder] = useState<Option | null>(null);
  return (
    <SearchField
      label={words.to}
      help={words.toHelp}
      value={holder ? [holder] : []}
      search={searchHolders}
      onChange={(chosen) => {
        const next = chosen.at(-1) ?? null;
        setHolder(next);
        onChoose(next?.value ?? null);
      }}
    />
  );
}

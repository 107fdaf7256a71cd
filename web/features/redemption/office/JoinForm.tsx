import { useState } from 'react';
import { listOrganisations } from '#contract/organisations/endpoints.ts';
import { joinMerchant } from '#contract/redemption/office.ts';
import { call } from '#web/lib/call.ts';
import { ProblemError, sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { type Option, SearchField } from '#web/ui/SelectField/SelectField.tsx';
import { merchantDeskWords as words } from './words.ts';

/** Merchants and enterprises of the register by what is typed. */
async function search(typed: string): Promise<readonly Option[]> {
  const asked = typed ? { search: typed } : {};
  const found = await Promise.all(
    (['merchant', 'enterprise'] as const).map((kind) =>
      call(listOrganisations, { query: { ...asked, kind, limit: 20 } }),
    ),
  );
  return found.flatMap(({ items }) =>
    items.map(({ organisationId, name, area }) => ({
      value: organisationId,
      word: `${name} · ${area.name}`,
    })),
  );
}

/** Takes a merchant into the scheme; the owner can sign in at once. */
export function JoinForm({
  onClose,
  onJoined,
}: {
  onClose: () => void;
  onJoined: (merchantId: string) => void;
}) {
  const [chosen, setChosen] = useState<Option[]>([]);
  const [agreement, setAgreement] = useState('');
  const [price, setPrice] = useState('10');
  const [ownerName, setOwnerName] = useState('');
  const [ownerPhone, setOwnerPhone] = useState('');
  const join = useCommand(joinMerchant, { onDone: ({ merchantId }) => onJoined(merchantId) });
  const faults = join.error instanceof ProblemError ? join.error.fields : {};
  const organisationId = chosen[0]?.value;
  const isWhole = organisationId && agreement.trim() && ownerName.trim() && ownerPhone.trim();
  return (
    <FormDrawer
      isOpen
      title={words.join}
      busy={join.isPending}
      problem={join.error && sentenceOf(join.error)}
      reason={isWhole ? undefined : words.missing}
      onSubmit={() =>
        organisationId &&
        join.mutate({
          body: {
            organisationId,
            agreement: agreement.trim(),
            fenPerPoint: Number(price) || 0,
            ownerName: ownerName.trim(),
            ownerPhone: ownerPhone.trim(),
          },
        })
      }
      onClose={onClose}
    >
      <SearchField
        label={words.organisation}
        help={words.organisationHelp}
        value={chosen}
        onChange={setChosen}
        search={search}
      />
      <TextField label={words.agreement} maxLength={60} value={agreement} onChange={setAgreement} />
      <TextField
        label={words.price}
        help={words.priceHelp}
        error={faults.fenPerPoint}
        inputMode="numeric"
        maxLength={5}
        value={price}
        onChange={setPrice}
      />
      <TextField label={words.ownerName} maxLength={40} value={ownerName} onChange={setOwnerName} />
      <TextField
        label={words.ownerPhone}
        help={words.ownerHelp}
        error={faults.ownerPhone}
        type="tel"
        maxLength={11}
        value={ownerPhone}
        onChange={setOwnerPhone}
      />
    </FormDrawer>
  );
}

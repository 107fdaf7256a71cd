import '../redemption.css';
import { useState } from 'react';
import { addShopStaff, readShop, removeShopStaff } from '#contract/redemption/counter.ts';
import type { OwnShop, StaffMember } from '#contract/redemption/records.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { Facts, Section, Sheet } from '#web/ui/Section/Section.tsx';
import { StatusChip, Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { say } from '#web/ui/say.ts';
import { redemptionPaths } from '../pages.ts';
import { QrCode } from '../QrCode.tsx';
import { shopWords as words } from './words.ts';

/** The own shop: badge and score, the QR code for the door, who stands at the counter. */
export function ShopCard() {
  const { data, error, refetch } = useRead(readShop);
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={3} />;
  const { shop } = data;
  return (
    <>
      <RowSheet>
        <ListRow
          title={shop.name}
          note={shop.address ?? shop.areaName}
          trailing={
            data.status === 'suspended' ? (
              <StatusChip status="paused">{words.suspended}</StatusChip>
            ) : (
              shop.badge && <Tag>{words.badge}</Tag>
            )
          }
        />
        <ListRow
          title={words.score}
          note={shop.stars === null ? undefined : words.stars(shop.stars)}
          trailing={<strong>{shop.score ?? words.scoreNone}</strong>}
        />
      </RowSheet>
      <Section title={words.qr}>
        <Sheet>
          <div className="jia-shop-qr">
            <QrCode
              text={`${location.origin}/m${redemptionPaths.offers}?merchant=${shop.merchantId}`}
              word={words.qr}
            />
            <p className="jia-caption">{words.qrNote}</p>
          </div>
        </Sheet>
      </Section>
      <Staff shop={data} />
      <ShopLimits shop={data} />
    </>
  );
}

/** What the street says about every counter. */
function ShopLimits({ shop: { limits } }: { shop: OwnShop }) {
  const facts = [
    { label: words.undo, value: words.undoSaid(limits.undoMinutes) },
    { label: words.perDay, value: words.perDaySaid(limits.pairPerDayMax) },
    { label: words.voucher, value: words.voucherSaid(limits.voucherPointsMax, limits.voucherHours) },
    { label: words.silence, value: words.silenceSaid(limits.silenceDays) },
  ];
  return (
    <Section title={words.limits}>
      <Sheet>
        <Facts facts={facts} />
      </Sheet>
    </Section>
  );
}

function Staff({ shop }: { shop: OwnShop }) {
  const [isAdding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<StaffMember | null>(null);
  return (
    <Section title={words.staff}>
      <RowSheet>
        {shop.staff.map((member) => (
          <ListRow
            key={member.postId}
            title={member.name}
            note={[member.isOwner && words.owner, member.isSelf && words.self].filter(Boolean).join(' · ')}
            trailing={
              shop.isOwner &&
              !member.isOwner && (
                <Button small onPress={() => setLeaving(member)}>
                  {words.remove}
                </Button>
              )
            }
          />
        ))}
      </RowSheet>
      {shop.isOwner && (
        <Button wide icon="plus" onPress={() => setAdding(true)}>
          {words.add}
        </Button>
      )}
      {isAdding && <AddQuestion onClose={() => setAdding(false)} />}
      {leaving && <RemoveQuestion member={leaving} onClose={() => setLeaving(null)} />}
    </Section>
  );
}

function AddQuestion({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const add = useCommand(addShopStaff, {
    onDone: () => {
      void say(words.added);
      onClose();
    },
  });
  const isWhole = name.trim().length > 0 && /^1[3-9]\d{9}$/.test(phone);
  return (
    <ConfirmQuestion
      isOpen
      question={words.add}
      yes={words.save}
      no={words.cancel}
      yesReason={isWhole ? undefined : words.missing}
      busy={add.isPending && words.saving}
      onYes={() => add.mutate({ body: { name: name.trim(), phone } })}
      onNo={onClose}
    >
      {add.error && <Banner kind="error">{sentenceOf(add.error)}</Banner>}
      <TextField label={words.name} maxLength={40} value={name} onChange={setName} />
      <TextField
        label={words.phone}
        help={words.phoneHelp}
        type="tel"
        inputMode="numeric"
        maxLength={11}
        value={phone}
        onChange={setPhone}
      />
    </ConfirmQuestion>
  );
}

function RemoveQuestion({ member, onClose }: { member: StaffMember; onClose: () => void }) {
  const remove = useCommand(removeShopStaff, { onDone: onClose });
  return (
    <ConfirmQuestion
      isOpen
      question={words.removeQuestion(member.name)}
      yes={words.remove}
      no={words.keep}
      onYes={() => remove.mutate({ params: { postId: member.postId } })}
      onNo={onClose}
    >
      {remove.error && <Banner kind="error">{sentenceOf(remove.error)}</Banner>}
    </ConfirmQuestion>
  );
}

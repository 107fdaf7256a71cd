// Rows as records: who they are for is decided before.
import type { NoticeLine, Objection, StatementLine } from '#contract/points/records.ts';
import type { Owner } from './owners.ts';
import type { NoticeRow, ObjectionRow } from './store/notice.ts';
import type { LineRow } from './store/statement.ts';

/** The names of merchants by their organisation. */
export function viewLine(row: LineRow, merchants: ReadonlyMap<string, string>): StatementLine {
  return {
    lineId: row.id,
    at: row.at,
    kind: row.kind as StatementLine['kind'],
    amount: row.amount,
    balance: row.balance,
    source: row.source as StatementLine['source'],
    title: row.title,
    quantity: row.quantity,
    outcome: row.outcome as StatementLine['outcome'],
    happenedAt: row.happened_at,
    counterpart: row.counterpart ? (merchants.get(row.counterpart) ?? null) : null,
    reversed: row.reversed,
  };
}

export function viewNotice(
  row: NoticeRow,
  owner: Owner | undefined,
  mine: { accounts: readonly string[]; objections: ReadonlySet<string> },
): NoticeLine {
  return {
    holdId: row.id,
    who: owner?.who ?? '',
    isMine: mine.accounts.includes(row.payee),
    source: row.source as NoticeLine['source'],
    title: row.title,
    amount: row.amount,
    madeAt: row.made_at,
    releaseAt: row.due_at,
    hasMyObjection: mine.objections.has(row.id),
  };
}

export function viewObjection(
  row: ObjectionRow,
  owner: Owner | undefined,
  mayDecide: true | string,
): Objection {
  return {
    objectionId: row.id,
    state: row.state as Objection['state'],
    text: row.text,
    madeAt: row.made_at,
    who: owner?.who ?? '',
    source: row.source as Objection['source'],
    title: row.title,
    amount: row.amount,
    releaseAt: row.due_at,
    decidedBy: row.decided_by_name,
    decision: row.decision,
    can: { decide: row.state === 'open' ? mayDecide : 'points.already_decided' },
  };
}

import { useState } from 'react';
import type { Me, MyPost, PostRecord } from '#contract/identity/records.ts';
import { roleWords } from '#contract/identity/words.ts';
import { moment } from '#web/lib/formats.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { DelegatePostForm } from './DelegatePostForm.tsx';
import { postWords as words } from './words.ts';

/** The own posts, each of which its holder may hand to a deputy for a while. */
export function OwnDelegations({ me }: { me: Me }) {
  const [open, setOpen] = useState<MyPost | null>(null);
  const [known, setKnown] = useState<ReadonlyMap<string, PostRecord>>(new Map());
  const own = me.posts.filter((post) => post.onBehalfOf === null);
  if (own.length === 0) return null;
  return (
    <RowSheet>
      {own.map((post) => {
        const delegation = known.get(post.postId)?.delegation;
        return (
          <ListRow
            key={post.postId}
            title={roleWords[post.role]}
            note={
              delegation ? words.delegated(delegation.deputyName, moment(delegation.endsAt)) : post.areaName
            }
            trailing={
              <Button kind="quiet" small onPress={() => setOpen(post)}>
                {words.delegate}
              </Button>
            }
          />
        );
      })}
      {open && (
        <DelegatePostForm
          post={known.get(open.postId) ?? open}
          onDone={(saved) => setKnown(new Map([...known, [saved.postId, saved]]))}
          onClose={() => setOpen(null)}
        />
      )}
    </RowSheet>
  );
}

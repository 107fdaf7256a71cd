import type { Me } from '#contract/identity/records.ts';
import { roleWords } from '#contract/identity/words.ts';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { accountWords as words } from './words.ts';

/** The offices a person holds, and where. */
export function MyPosts({ me }: { me: Me }) {
  if (me.posts.length === 0) return null;
  return (
    <RowSheet>
      {me.posts.map((post) => (
        <ListRow
          key={post.postId}
          title={roleWords[post.role]}
          note={post.areaName}
          trailing={post.onBehalfOf && <Tag>{words.onBehalf(post.onBehalfOf)}</Tag>}
        />
      ))}
    </RowSheet>
  );
}

/** `网格员 · 7号网格`: the first office in one line. */
export function postLine(me: Me): string {
  const post = me.posts[0];
  return post ? `${roleWords[post.role]} · ${post.areaName}` : words.noPost;
}

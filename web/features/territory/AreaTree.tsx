import { Tree, type TreeDataNode } from 'antd';
import { useMemo, useState } from 'react';
import { listAreas } from '#contract/territory/endpoints.ts';
import { useMe } from '#web/lib/me.ts';
import { queryClient, reading } from '#web/lib/query.ts';
import { areasWords as words } from './words.ts';

interface AreaTreeProps {
  selectedId: string | undefined;
  onSelect: (areaId: string | undefined) => void;
}

interface Node extends TreeDataNode {
  key: string;
  children?: Node[];
}

/** The tree of places, from the viewer's own ones down; a level is read when it is opened. */
export function AreaTree({ selectedId, onSelect }: AreaTreeProps) {
  const { data: me } = useMe();
  const [children, setChildren] = useState<Readonly<Record<string, readonly Node[]>>>({});
  const roots = useMemo(() => ownAreas(me?.posts ?? []), [me]);

  const load = async (node: Node) => {
    const page = await queryClient.ensureQueryData(
      reading(listAreas, { query: { parentId: node.key, limit: 200 } }),
    );
    const found = page.items.map((area) => ({
      key: area.areaId,
      title: area.name,
      isLeaf: area.childrenCount === 0,
    }));
    setChildren((known) => ({ ...known, [node.key]: found }));
  };
  const grown = (nodes: readonly Node[]): Node[] =>
    nodes.map((node) => {
      const below = children[node.key];
      return below ? { ...node, children: grown(below) } : node;
    });
  return (
    <nav className="jia-areas-tree" aria-label={words.tree}>
      <Tree<Node>
        blockNode
        treeData={grown(roots)}
        loadData={load}
        defaultExpandedKeys={roots.map((root) => root.key)}
        selectedKeys={selectedId ? [selectedId] : []}
        onSelect={([key]) => onSelect(key === undefined ? undefined : String(key))}
      />
    </nav>
  );
}

interface OwnPost {
  areaId: string;
  areaName: string;
  areaPath: string;
}

/** Posts inside one another are one root. */
function ownAreas(posts: readonly OwnPost[]): Node[] {
  const widest = posts.filter(
    (post) =>
      !posts.some((other) => other.areaPath !== post.areaPath && post.areaPath.startsWith(other.areaPath)),
  );
  const unique = new Map(widest.map((post) => [post.areaId, post]));
  return [...unique.values()].map((post) => ({ key: post.areaId, title: post.areaName, isLeaf: false }));
}

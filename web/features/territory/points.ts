import type { AreaResource } from '#contract/territory/records.ts';
import { resourceKindWords } from '#contract/territory/words.ts';
import type { MapPoint } from '#web/ui/AreaMap/props.ts';

/** Marks with a position as dots; each carries the first character of its kind, risks are triangles. */
export function pointsOf(resources: readonly AreaResource[]): MapPoint[] {
  return resources.flatMap((resource) => {
    if (!resource.position) return [];
    const kind = resourceKindWords[resource.kind];
    return {
      id: resource.resourceId,
      ...resource.position,
      word: `${kind} ${resource.name}`,
      sign: [...kind][0] ?? '',
      isWarning: resource.kind === 'risk',
    };
  });
}

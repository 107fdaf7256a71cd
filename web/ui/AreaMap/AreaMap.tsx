import './AreaMap.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import { uiWords } from '../words.ts';
import { AreaDrawing } from './AreaDrawing.tsx';
import { AreaTable } from './AreaTable.tsx';
import { MapLegend } from './MapLegend.tsx';
import { projectionOf } from './projection.ts';
import type { AreaMapProps } from './props.ts';

const words = uiWords.map;

/** Polygons are the map: no tiles, no network. A table with the same rows is one tap away. */
export function AreaMap(props: AreaMapProps) {
  const { areas, outline, frames = [], heightMax = 560, plain = false } = props;
  const [box, width] = useWidth();
  const [asTable, setAsTable] = useState(false);
  const shapes = useMemo(() => (outline ? [outline] : areas).map((area) => area.shape), [outline, areas]);
  // Neighbours need a rim to show in.
  const margin = props.neighbours?.length ? Math.round(width * 0.1) : 12;
  const projection = useMemo(
    () => (shapes.length > 0 ? projectionOf(shapes, width, { heightMin: 220, heightMax, margin }) : null),
    [shapes, width, heightMax, margin],
  );
  const isSchematic = [...areas, ...frames, ...(outline ? [outline] : [])].some((area) => area.schematic);
  if (!projection) return <p className="jia-map-none">{words.none}</p>;
  return (
    <figure className="jia-map" ref={box}>
      {asTable ? <AreaTable {...props} /> : <AreaDrawing {...props} projection={projection} />}
      <figcaption className="jia-map-foot">
        <MapLegend {...props} />
        <span className="jia-map-notes">
          {isSchematic && <span className="jia-map-schematic">{words.schematic}</span>}
          {!plain && (
            <button type="button" className="jia-map-switch" onClick={() => setAsTable(!asTable)}>
              {asTable ? words.asMap : words.asTable}
            </button>
          )}
        </span>
      </figcaption>
    </figure>
  );
}

function useWidth(): [(element: HTMLElement | null) => void, number] {
  const [width, setWidth] = useState(720);
  const [element, setElement] = useState<HTMLElement | null>(null);
  const last = useRef(width);
  useEffect(() => {
    if (!element) return;
    const measure = () => {
      const now = Math.round(element.clientWidth);
      if (now > 0 && Math.abs(now - last.current) > 1) {
        last.current = now;
        setWidth(now);
      }
    };
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [element]);
  return [setElement, width];
}

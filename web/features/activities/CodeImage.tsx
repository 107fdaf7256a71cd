import { useQuery } from '@tanstack/react-query';
import { toString as drawCode } from 'qrcode';

/** A code to a page of the platform, sharp on paper. */
export function CodeImage({ path, label }: { path: string; label: string }) {
  const { data } = useQuery({
    queryKey: ['page-code', path],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => drawCode(`${window.location.origin}${path}`, { type: 'svg', margin: 0 }),
  });
  return data ? <img alt={label} src={`data:image/svg+xml;utf8,${encodeURIComponent(data)}`} /> : null;
}

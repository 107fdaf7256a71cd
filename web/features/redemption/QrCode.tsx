import { useQuery } from '@tanstack/react-query';
import { toString as drawCode } from 'qrcode';

/** A QR code of a short text, sharp at any size; `word` is what it is for screen readers. */
export function QrCode({ text, word }: { text: string; word: string }) {
  const { data } = useQuery({
    queryKey: ['redemption-qr', text],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => drawCode(text, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }),
  });
  return (
    <span className="jia-redeem-qr">
      {data && <img alt={word} src={`data:image/svg+xml;utf8,${encodeURIComponent(data)}`} />}
    </span>
  );
}

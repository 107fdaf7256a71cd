import { useMutation, useQueryClient } from '@tanstack/react-query';
import { openDownload, readExport } from '#contract/exports/endpoints.ts';
import { addressOf, call } from '#web/lib/call.ts';
import { refresh } from '#web/lib/query.ts';

/** Opens the download and lets the browser fetch the file itself, straight to the disk. */
export function useDownload(onDone: () => void = () => {}) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (exportId: string) => {
      const { ticket } = await call(openDownload, { params: { exportId } });
      location.assign(addressOf(readExport, { params: { exportId }, query: { ticket } }));
    },
    onSettled: () => refresh(client, ['exports']),
    onSuccess: onDone,
  });
}

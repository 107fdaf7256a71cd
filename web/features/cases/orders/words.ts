export const originalWords = {
  title: '原单',
  chatTitle: '微信原文',
  received: (at: string) => `${at}收到`,
  changed: (at: string) => `${at}有变化`,
  changes: '变化记录',
  changedFrom: (before: string, after: string) => `由“${before}”改为“${after}”`,
  added: (after: string) => `补充为“${after}”`,
} as const;

import type { ReactNode } from 'react';

/** Named examples of one part, shown at /a/examples and rendered by its test. */
export type Examples = Readonly<Record<string, ReactNode>>;

import type { InstantColumn } from '#kernel/database/columns.ts';

interface HomeChoicesTable {
  street_id: number;
  account_id: string;
  area_id: string;
  chosen_at: InstantColumn;
}

declare module '#kernel/database/tables.ts' {
  interface Tables {
    home_choices: HomeChoicesTable;
  }
}

/** Rows of a sparse matrix, one after another: row i lies in [offsets[i], offsets[i + 1]). */
export interface SparseRows {
  count: number;
  columns: number;
  offsets: Int32Array;
  indices: Int32Array;
  values: Float32Array;
}

/** One row: column and value, columns in no particular order, each at most once. */
export interface SparseRow {
  indices: Int32Array;
  values: Float32Array;
}

export function stack(rows: readonly SparseRow[], columns: number): SparseRows {
  const offsets = new Int32Array(rows.length + 1);
  rows.forEach((row, place) => {
    offsets[place + 1] = (offsets[place] ?? 0) + row.indices.length;
  });
  const total = offsets[rows.length] ?? 0;
  const indices = new Int32Array(total);
  const values = new Float32Array(total);
  rows.forEach((row, place) => {
    indices.set(row.indices, offsets[place]);
    values.set(row.values, offsets[place]);
  });
  return { count: rows.length, columns, offsets, indices, values };
}

/** The scalar product of one row with a dense column of weights. */
export function dot(row: SparseRow, weights: Float32Array | Float64Array): number {
  const { indices, values } = row;
  let sum = 0;
  for (let at = 0; at < indices.length; at++)
    sum += (values[at] as number) * (weights[indices[at] as number] as number);
  return sum;
}

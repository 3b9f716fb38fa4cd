const UNITS = ['字节', 'kB', 'MB', 'GB'] as const;

/** The size of a file in words, at most three digits: `812 字节`, `12.6 kB`, `1.2 MB`. A kilobyte is 1000 bytes, as browsers count. */
export function fileSize(bytes: number): string {
  let value = bytes;
  let unit = 0;
  // What would be rounded to 1000 is 1 of the next unit.
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 99.95 ? value.toFixed(0) : value.toFixed(1);
  return `${digits} ${UNITS[unit] ?? ''}`;
}

/** One thing to say about one or more fields of what was entered. */
export interface Finding {
  /** Stable code, e.g. `out-of-range`. */
  code: FindingCode;
  /** `error` stops saving, `warning` does not. */
  severity: 'error' | 'warning';
  /** Dotted path of the field it is about, e.g. `virtualConfig.autoStartMinutes`. */
  field: string;
  /** Figures that belong to it, e.g. `min` and `max`. */
  params?: Readonly<Record<string, number | string>>;
}

export const findingCodes = [
  'required',
  'wrong-type',
  'out-of-range',
  'too-long',
  'unknown-zone',
  'end-before-start',
  'names-differ-from-count',
  'below-rsvps',
  'doors-already-open',
  'unsupported-by-backend',
] as const;
export type FindingCode = (typeof findingCodes)[number];

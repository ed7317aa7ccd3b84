/** Epoch milliseconds from a number or a date and time as ISO 8601 writes it; `undefined` for anything else. */
export const momentFrom = (attribute: string | null): number | undefined => {
  if (!attribute) return undefined;
  const moment = /^-?\d+$/.test(attribute) ? Number(attribute) : Date.parse(attribute);
  return Number.isNaN(moment) ? undefined : moment;
};

/** What a JSON attribute says; `undefined` where it is none. */
export const jsonFrom = (attribute: string | null): unknown => {
  if (attribute === null) return undefined;
  try {
    return JSON.parse(attribute);
  } catch {
    console.error('virtual-event-config: its value is not JSON.');
    return undefined;
  }
};

/** Epoch milliseconds from a number or a date and time as ISO 8601 writes it; `undefined` for anything else. */
export const momentFrom = (attribute: string | null): number | undefined => {
  if (!attribute) return undefined;
  const moment = /^-?\d+$/.test(attribute) ? Number(attribute) : Date.parse(attribute);
  return Number.isNaN(moment) ? undefined : moment;
};

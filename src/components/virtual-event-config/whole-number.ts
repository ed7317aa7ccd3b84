const zeros = [0x30, 0x660, 0x6f0, 0x966];

const plainDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    const zero = zeros.find((at) => code >= at && code < at + 10);
    return zero === undefined ? digit : String(code - zero);
  });

/**
 * The whole number that someone meant: with spaces, a grouping mark (1,000 · 1.000 · 1 000), a unit behind it, or in
 * another script's digits. `undefined` for nothing, `NaN` for what is not one.
 */
export const wholeNumber = (entered: string): number | undefined => {
  const text = plainDigits(entered.normalize('NFKC')).trim();
  if (text === '') return undefined;
  const number = /^([+-]?\d+|[+-]?\d{1,3}(?:[.,'’٬\s]\d{3})+)\s*\p{L}*\.?$/u.exec(text)?.[1];
  return number === undefined ? NaN : Number(number.replace(/[.,'’٬\s]/g, ''));
};

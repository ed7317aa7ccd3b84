/**
 * Text as it may stand in a title or a name: no control characters, no marks that turn the direction of what stands
 * beside it, no half characters, one space where there were several.
 */
export const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();

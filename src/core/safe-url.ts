/**
 * The address in full if it is one that a page may link to or open: `http:` or `https:` without a user name in it;
 * otherwise `null`. What a backend says is never trusted to be one.
 */
export const safeUrl = (address: unknown, base?: string): string | null => {
  if (typeof address !== 'string' || !URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb && url.username === '' && url.password === '' ? url.href : null;
};

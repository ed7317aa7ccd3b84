import { VirtualEventError } from '../core/virtual-event-error.js';

/**
 * The SHA-256 of a text (UTF-8), in hexadecimal: what is kept of words that someone agreed to. Browsers offer it only on
 * pages that came over https or from this machine; elsewhere it rejects with `unsupported`.
 */
export const textHash = async (text: string): Promise<string> => {
  if (!isSecureContext) throw new VirtualEventError('unsupported', { detail: 'No hash without a secure context.' });
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
};

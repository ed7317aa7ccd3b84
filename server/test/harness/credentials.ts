import { SignJWT } from 'jose';
import type { Role } from '../../../src/core/index.js';

export const credentialSecret = 'a-secret-of-the-host-site-for-tests-only';

export interface Claims {
  role?: Role;
  name?: string;
  event?: string;
  events?: string[];
  /** Epoch milliseconds; default: an hour after `now`. */
  expiresAt?: number;
  /** Epoch milliseconds. */
  notBefore?: number;
  secret?: string;
}

/** A credential as a host site signs it at `now`, epoch milliseconds. */
export const signCredential = (now: number, pubkey: string, claims: Claims = {}): Promise<string> => {
  const { role = 'attendee', name = pubkey, event, events, notBefore, secret = credentialSecret } = claims;
  const token = new SignJWT({ name, role, ...(event && { event }), ...(events && { events }) })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(pubkey)
    .setExpirationTime(Math.floor((claims.expiresAt ?? now + 3_600_000) / 1000));
  if (notBefore !== undefined) token.setNotBefore(Math.floor(notBefore / 1000));
  return token.sign(new TextEncoder().encode(secret));
};

import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { roles, VirtualEventError, type Role } from '../../../src/core/index.js';
import type { Clock } from '../clock.js';

/** Who calls, as the host site signed it. */
export interface Caller {
  pubkey: string;
  name: string | undefined;
  role: Role;
  /** The events that the credential is for; `null`: all. */
  events: ReadonlySet<string> | null;
}

const text = z.string().min(1).max(256);

const claimsSchema = z.object({
  sub: text,
  name: z.string().max(1000).optional(),
  role: z.enum(roles as [Role, ...Role[]]),
  event: text.optional(),
  events: z.array(text).max(1000).optional(),
});

/** Turns a credential into the caller it stands for; rejects with `credential-missing` or `credential-invalid`. */
export type VerifyCredential = (credential: string | undefined) => Promise<Caller>;

const clockToleranceSeconds = 5;

export const createCredentialVerifier = (secret: string, clock: Clock): VerifyCredential => {
  const key = new TextEncoder().encode(secret);
  const invalid = (detail: string): VirtualEventError => new VirtualEventError('credential-invalid', { detail });

  return async (credential) => {
    if (!credential) throw new VirtualEventError('credential-missing', { detail: 'This needs a credential.' });
    const { payload } = await jwtVerify(credential, key, {
      algorithms: ['HS256'],
      requiredClaims: ['exp'],
      clockTolerance: clockToleranceSeconds,
      currentDate: new Date(clock.now()),
    }).catch((thrown: unknown) => {
      throw invalid(
        thrown instanceof errors.JWTExpired ? 'The credential has expired.' : 'The credential is not valid.',
      );
    });
    const claims = claimsSchema.safeParse(payload);
    if (!claims.success) throw invalid('The credential lacks a claim, or one is not as it must be.');
    const { sub, name, role, event, events } = claims.data;
    const isScoped = event !== undefined || events !== undefined;
    return {
      pubkey: sub,
      name,
      role,
      events: isScoped ? new Set([...(event === undefined ? [] : [event]), ...(events ?? [])]) : null,
    };
  };
};

/** Makes sure that the caller's credential is for this event. */
export const requireScope = ({ events }: Caller, eventId: string): void => {
  if (events && !events.has(eventId)) {
    throw new VirtualEventError('forbidden', { detail: 'The credential is for another event.' });
  }
};

/** Makes sure that the caller has one of the roles. */
export const requireRole = ({ role }: Caller, ...allowed: readonly Role[]): void => {
  if (!allowed.includes(role)) {
    throw new VirtualEventError('forbidden', { detail: `This is for the role ${allowed.join(' or ')}.` });
  }
};

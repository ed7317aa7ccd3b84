import { createHash, createHmac, hkdfSync } from 'node:crypto';

/** A short name for something that must not be stored in clear. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');

/**
 * The tickets of admissions. A ticket is derived and not drawn, so that the same request gets the same ticket again,
 * also after a restart, while only its hash is stored.
 */
export class Tickets {
  readonly #key: Buffer;

  constructor(secret: string) {
    this.#key = Buffer.from(hkdfSync('sha256', secret, '', 'virtual-event-server admission ticket', 32));
  }

  /** 256 bits, base64url. */
  issue(admissionId: string, idempotencyKey: string): string {
    return createHmac('sha256', this.#key).update(`${admissionId}\n${idempotencyKey}`).digest('base64url');
  }
}

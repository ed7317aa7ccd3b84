import { createHmac, hkdfSync } from 'node:crypto';

/** Gives guests, who have only a name, a pubkey: opaque, the same for the same key and event, and telling nothing of it. */
export type GuestPubkey = (eventId: string, guestKey: string) => string;

export const createGuestPubkeys = (secret: string): GuestPubkey => {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'virtual-event-server guest', 32));
  return (eventId, guestKey) => {
    const name = createHmac('sha256', key).update(`${eventId}\n${guestKey}`).digest('base64url');
    return `guest:${name.slice(0, 27)}`;
  };
};

import type { Reason } from '../../core/reason.js';
import type { Device } from './conference.js';

const byName: Readonly<Partial<Record<string, Reason>>> = {
  NotAllowedError: 'media-denied',
  SecurityError: 'media-denied',
  NotFoundError: 'media-missing',
  OverconstrainedError: 'media-missing',
  NotReadableError: 'media-in-use',
  AbortError: 'media-in-use',
};

/** What only some browsers tell of the frame that a page is in. */
interface FramedDocument {
  featurePolicy?: { allowsFeature(feature: string): boolean };
}

/** Why a device could not be opened, from what the browser threw. */
export const deviceReason = (thrown: unknown, device: Device): Reason => {
  if (!isSecureContext) return 'media-insecure';
  // A frame that its page does not allow to gets the same refusal as one that the person refused.
  if ((document as FramedDocument).featurePolicy?.allowsFeature(device) === false) return 'media-framed';
  return byName[(thrown as Error).name] ?? 'media-failed';
};

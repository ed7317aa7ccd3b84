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

const kinds: Readonly<Record<Device, MediaDeviceKind>> = { microphone: 'audioinput', camera: 'videoinput' };

/** What only some browsers tell of the frame that a page is in. */
interface FramedDocument {
  featurePolicy?: { allowsFeature(feature: string): boolean };
}

/** Whether the page around this one keeps the device from it. */
const isKeptByPage = async (device: Device): Promise<boolean> => {
  const { featurePolicy } = document as FramedDocument;
  if (featurePolicy) return !featurePolicy.allowsFeature(device);
  if (self === top) return false;
  // What the person refused is listed nevertheless.
  const listed = await navigator.mediaDevices.enumerateDevices();
  return !listed.some(({ kind }) => kind === kinds[device]);
};

/** Why a device could not be opened, from what the browser threw. */
export const deviceReason = async (thrown: unknown, device: Device): Promise<Reason> => {
  if (!isSecureContext) return 'media-insecure';
  const reason = byName[(thrown as Error).name] ?? 'media-failed';
  // A frame that its page does not allow to gets the same refusal as one that the person refused.
  return reason === 'media-denied' && (await isKeptByPage(device)) ? 'media-framed' : reason;
};

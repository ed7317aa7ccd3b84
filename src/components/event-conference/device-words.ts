import type { Reason } from '../../core/reason.js';
import { msg } from '../../locales/localization.js';

/** Why there is no picture, and what to do. */
export const cameraProblem = (reason: Reason): string => {
  switch (reason) {
    case 'media-denied':
      return msg('This page may not use your camera. Allow it beside the address, or join without.', {
        id: 'events.conference.camera.denied',
      });
    case 'media-missing':
      return msg('No camera was found. Plug one in, or join without.', { id: 'events.conference.camera.missing' });
    case 'media-in-use':
      return msg('Your camera is used by another app. Close it there, or join without.', {
        id: 'events.conference.camera.inUse',
      });
    case 'media-insecure':
      return msg('Cameras work on pages whose address begins with https. You can join without.', {
        id: 'events.conference.camera.insecure',
      });
    default:
      return msg('Your camera did not start. Plug it in again, or join without.', {
        id: 'events.conference.camera.failed',
      });
  }
};

/** Why there is no sound from oneself, and what to do. */
export const microphoneProblem = (reason: Reason): string => {
  switch (reason) {
    case 'media-denied':
      return msg('This page may not use your microphone. Allow it beside the address, or join without.', {
        id: 'events.conference.microphone.denied',
      });
    case 'media-missing':
      return msg('No microphone was found. Plug one in, or join without.', {
        id: 'events.conference.microphone.missing',
      });
    case 'media-in-use':
      return msg('Your microphone is used by another app. Close it there, or join without.', {
        id: 'events.conference.microphone.inUse',
      });
    case 'media-insecure':
      return msg('Microphones work on pages whose address begins with https. You can join without.', {
        id: 'events.conference.microphone.insecure',
      });
    default:
      return msg('Your microphone did not start. Plug it in again, or join without.', {
        id: 'events.conference.microphone.failed',
      });
  }
};

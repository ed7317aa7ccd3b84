import type { Reason } from '../../core/reason.js';
import { msg } from '../../locales/localization.js';

/** Why there is no picture, and what to do. */
export const cameraProblem = (reason: Reason): string => {
  switch (reason) {
    case 'media-denied':
      return msg('This page may not use your camera. Allow it beside the address, then try again.', {
        id: 'events.conference.camera.denied',
      });
    case 'media-missing':
      return msg('No camera was found. Plug one in, then try again.', { id: 'events.conference.camera.missing' });
    case 'media-in-use':
      return msg('Your camera is used by another app. Close it there, then try again.', {
        id: 'events.conference.camera.inUse',
      });
    case 'media-framed':
      return msg('The site around this page keeps your camera from it. Open the room in a tab of its own.', {
        id: 'events.conference.camera.framed',
      });
    case 'media-insecure':
      return msg('Cameras work on pages whose address begins with https.', {
        id: 'events.conference.camera.insecure',
      });
    default:
      return msg('Your camera did not start. Plug it in again, then try again.', {
        id: 'events.conference.camera.failed',
      });
  }
};

/** Why there is no sound from oneself, and what to do. */
export const microphoneProblem = (reason: Reason): string => {
  switch (reason) {
    case 'media-denied':
      return msg('This page may not use your microphone. Allow it beside the address, then try again.', {
        id: 'events.conference.microphone.denied',
      });
    case 'media-missing':
      return msg('No microphone was found. Plug one in, then try again.', {
        id: 'events.conference.microphone.missing',
      });
    case 'media-in-use':
      return msg('Your microphone is used by another app. Close it there, then try again.', {
        id: 'events.conference.microphone.inUse',
      });
    case 'media-framed':
      return msg('The site around this page keeps your microphone from it. Open the room in a tab of its own.', {
        id: 'events.conference.microphone.framed',
      });
    case 'media-insecure':
      return msg('Microphones work on pages whose address begins with https.', {
        id: 'events.conference.microphone.insecure',
      });
    default:
      return msg('Your microphone did not start. Plug it in again, then try again.', {
        id: 'events.conference.microphone.failed',
      });
  }
};

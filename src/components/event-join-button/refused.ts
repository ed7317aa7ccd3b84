import type { HostMessage } from '../../core/admission-state.js';
import type { VirtualEventError } from '../../core/virtual-event-error.js';
import type { Attempt } from './attempt.js';
import type { EventJoinButton } from './event-join-button.js';

/** One may not come in. */
export interface Refused extends Attempt {
  state: 'refused';
  error: VirtualEventError;
  /** What the host said to it. */
  message: HostMessage | undefined;
}

/** How long, in milliseconds, until one asks anew whether a place is free. */
const fullFor = 30_000;

/** What is shown to someone who may not come in, until something changes. */
export const refused = (element: EventJoinButton, error: VirtualEventError, message?: HostMessage): Refused => {
  const { phase, credential } = element;
  let until: number | undefined;
  let inside: number | undefined;
  return {
    state: 'refused',
    error,
    message,
    stands: (view) => {
      if (view.phase !== phase) return false;
      // Someone signed in. A function may be a new one with each rendering of the page, and says nothing.
      if (typeof element.credential === 'string' && element.credential !== credential) return false;
      if (error.reason !== 'full') return true;
      const { participantCount = 0 } = view.snapshot?.room ?? {};
      until ??= view.now + fullFor;
      inside ??= participantCount;
      return view.now < until && participantCount >= inside;
    },
  };
};

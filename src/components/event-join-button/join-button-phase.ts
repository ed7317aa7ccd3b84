import type { EventStanding } from '../../core/event-phase.js';

/**
 * What an `<event-join-button>` shows: where the event stands; `loading` until that is known; `unavailable` where it
 * cannot be known for now; `misconfigured` where the element was not told of which event.
 */
export type JoinButtonPhase = EventStanding | 'loading' | 'unavailable' | 'misconfigured';

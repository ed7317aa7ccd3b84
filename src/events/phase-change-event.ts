import type { EventStanding } from '../core/event-phase.js';

/**
 * What an `<event-join-button>` shows: where the event stands; `loading` until that is known; `unavailable` where it
 * cannot be known for now; `misconfigured` where the element was not told of which event.
 */
export type JoinButtonPhase = EventStanding | 'loading' | 'unavailable' | 'misconfigured';

/** What an `<event-join-button>` shows has changed: by the clock, by news of the event, or by trouble. */
export class PhaseChangeEvent extends Event {
  readonly phase: JoinButtonPhase;
  /** What it was before. */
  readonly previous: JoinButtonPhase;

  constructor(phase: JoinButtonPhase, previous: JoinButtonPhase) {
    super('phase-change', { bubbles: true, composed: true });
    this.phase = phase;
    this.previous = previous;
  }
}

declare global {
  interface HTMLElementEventMap {
    'phase-change': PhaseChangeEvent;
  }
}

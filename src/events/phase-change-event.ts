import type { JoinButtonPhase } from '../components/event-join-button/join-button-phase.js';

/** What an `<event-join-button>` offers has changed: by the clock, by news of the event, or by trouble. */
export class PhaseChangeEvent extends Event {
  /** What it was before. */
  readonly previous: JoinButtonPhase;
  readonly phase: JoinButtonPhase;

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

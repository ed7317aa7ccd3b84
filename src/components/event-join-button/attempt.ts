import type { JoinButtonView } from './phase-view.js';

/** What comes of a press until it is settled. */
export interface Attempt {
  state: 'opening' | 'blocked' | 'refused' | 'embedded';
  /** Whether it still says something true. */
  stands: (view: JoinButtonView) => boolean;
}

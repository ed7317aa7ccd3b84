import type { ReactiveControllerHost } from 'lit';
import type { AdmissionStatus, HostMessage } from '../core/admission-state.js';
import type { Reason } from '../core/reason.js';
import type { VirtualEventError } from '../core/virtual-event-error.js';

/** Where one is between the ticket and the goodbye. Impossible mixtures cannot be said. */
export type CallPhase =
  | { at: 'preparing' }
  /**
   * One is not let in yet, for that reason; where one stands is not known in the first moment. Cut off, it is the last
   * that was known.
   */
  | { at: 'waiting'; reason: Reason; status?: AdmissionStatus; isCutOff?: true }
  | { at: 'prejoin' }
  | { at: 'connecting' }
  | { at: 'call' }
  /** Out for a passing reason; tried again at `retryAt`, epoch milliseconds of the visitor's clock. */
  | { at: 'retrying'; reason: Reason; retryAt: number }
  /** Out for good, with what a host said, where one decided so. */
  | { at: 'stopped'; reason: Reason; message?: HostMessage | undefined }
  /** Left by one's own wish. */
  | { at: 'left' };

export interface CallHost extends ReactiveControllerHost {
  /** A host let one in, or a place came free. `goesIn`: one comes straight into the call. */
  onLetIn(goesIn: boolean): void;
  /** Told once for each way a call goes: in, out, or not at all. */
  onJoined(): void;
  onLeft(): void;
  onStopped(error: VirtualEventError): void;
}

import type { EventSnapshot } from '../../core/event-details.js';
import { VirtualEventError } from '../../core/virtual-event-error.js';

export const garbled = (): VirtualEventError => new VirtualEventError('unavailable', { detail: 'The answer is none.' });

/** Only what can be worked with goes on: a start and an end in order, a config and a room. */
export const asSnapshot = (value: unknown): EventSnapshot => {
  const { event, room } = (value ?? {}) as { event?: Partial<EventSnapshot['event']>; room?: unknown };
  const { startsAt = NaN, endsAt = NaN, virtualConfig } = event ?? {};
  const areNumbers = [startsAt, endsAt, virtualConfig?.autoStartMinutes].every(Number.isFinite);
  if (room && areNumbers && endsAt > startsAt) return value as EventSnapshot;
  throw garbled();
};

import { VirtualEventError } from '../../src/core/index.js';
import {
  refuseDevices,
  stage,
  type StageOptions,
  type Stage,
} from '../components/event-conference/conference-stage.js';
import { minute, startsAt } from '../core/sample-event.js';
import { until } from '../until.js';
import { speaksAll } from './said.js';

const waitingRoom = { waitingRoomEnabled: true };
const knock = ({ adapter }: Stage, displayName: string): Promise<unknown> =>
  adapter.requestAdmission('meeting', { displayName, idempotencyKey: crypto.randomUUID() });

const states: Readonly<Record<string, StageOptions & { then: (on: Stage) => Promise<unknown> }>> = {
  'before joining': { then: (on) => on.sees('prejoin') },
  'alone in the call': { then: (on) => on.joins() },
  'as others come and go': {
    then: async (on) => {
      await on.joins();
      on.conference.room.put({ name: 'Tomás Rey', microphone: false });
      await until(() => on.text().includes('Tomás Rey came in'));
    },
  },
  'as several come': {
    then: async (on) => {
      await on.joins();
      on.conference.room.put({ name: 'Inês' }, { name: 'Bo' });
      await until(() => on.text().includes('2 people came in'));
    },
  },
  'while the connection is weak': {
    then: async (on) => {
      await on.joins();
      on.conference.reconnect(true);
      await until(() => on.text().includes('The connection is weak.'));
    },
  },
  'while it waits before the start': {
    config: waitingRoom,
    prepare: ({ adapter }) => adapter.setNow(startsAt - 7 * minute),
    then: (on) => until(() => on.text().includes('until the start')),
  },
  'while it waits': {
    config: waitingRoom,
    then: (on) => until(() => on.text().includes('You have waited')),
  },
  'when a host hears a knock': {
    as: 'hana',
    config: waitingRoom,
    then: async (on) => {
      await on.joins();
      await knock(on, 'Inês');
      await until(() => on.text().includes('Inês is waiting'));
    },
  },
  'at the host’s desk': {
    as: 'hana',
    config: waitingRoom,
    then: async (on) => {
      await on.joins();
      await knock(on, 'Inês');
      await knock(on, 'Jonas');
      await until(() => on.text().includes('2 people are waiting'));
      on.button('See who').click();
      await until(() => on.element.renderRoot.querySelectorAll('.desk li').length === 2);
      on.element.renderRoot.querySelector<HTMLButtonElement>('[aria-label="Deny Inês"]')!.click();
      await until(() => on.text().includes('A word to Inês'));
    },
  },
  'while the backend does not answer': {
    prepare: ({ adapter }) => adapter.setFailure(new VirtualEventError('rate-limited', { retryAfterSeconds: 60 })),
    then: (on) => on.sees('retrying'),
  },
  'without a place': { ticket: 'unknown', then: (on) => on.sees('stopped') },
  'after leaving': {
    then: async (on) => {
      await on.joins();
      on.button('Leave').click();
      await on.sees('left');
    },
  },
};

describe('<event-conference> in four more languages', () => {
  for (const [state, { then, ...options }] of Object.entries(states)) {
    it(`says no English word ${state}`, async () => {
      const on = await stage(options);
      await then(on);
      await speaksAll(on.element);
    });
  }

  for (const error of ['NotAllowedError', 'NotFoundError', 'NotReadableError']) {
    it(`says none where devices fail with ${error}`, async () => {
      const allow = refuseDevices({ audio: error, video: error });
      try {
        const on = await stage();
        await on.sees('prejoin');
        await until(() => on.text().includes('Join without'));
        await speaksAll(on.element);
      } finally {
        allow();
      }
    });
  }
});

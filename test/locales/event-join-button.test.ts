import { expect } from '@open-wc/testing';
import { minute, startsAt, endsAt } from '../core/sample-event.js';
import { VirtualEventError } from '../../src/core/index.js';
import { stage, type Stage, type StageOptions } from '../components/event-join-button/join-button-stage.js';
import { until } from '../until.js';
import { saidBy, speaksAll } from './said.js';

const recorded = { recordingEnabled: true, recordingConsentRequired: true };
const far = { timeZone: 'Asia/Tokyo' };

const states: Readonly<Record<string, StageOptions & { then?: (on: Stage) => Promise<void> }>> = {
  'before the doors open': {
    now: startsAt - 50 * 60 * minute,
    event: far,
    config: { e2eeRequired: true, ...recorded },
    then: (on) => until(() => on.part('calendar') !== null),
  },
  'in the last hour': { now: startsAt - 40 * minute },
  'while the doors are open': { now: startsAt - 10 * minute, config: { waitingRoomEnabled: true } },
  'live, with people': {
    now: startsAt,
    room: { state: 'open', startedAt: startsAt, recording: true },
    then: async (on) => {
      for (const pubkey of ['a', 'b', 'c']) {
        await on.adapter.recordAttendance('meeting', pubkey, 'join', { credential: 'hana' });
      }
      await until(() => on.text().includes('3 here') && on.part('badge') !== null);
    },
  },
  'over, with a recording': {
    now: endsAt,
    config: { recordingUrl: 'https://club.example/r' },
    room: { state: 'ended', startedAt: startsAt, endedAt: endsAt },
    then: (on) => until(() => on.part('recording') !== null),
  },
  cancelled: { now: startsAt, event: { status: 'cancelled' } },
  'in person': { now: startsAt - 60 * minute, event: { attendanceType: 'in-person' } },
  'refused, as all places are taken': {
    now: startsAt,
    config: { maxVirtualAttendees: 1 },
    credential: 'amira',
    then: async (on) => {
      on.adapter.requestAdmission = () => Promise.reject(new VirtualEventError('full'));
      await on.button.join();
      await until(() => on.text().startsWith('Full'));
    },
  },
  'refused, as nobody is known': {
    now: startsAt,
    then: async (on) => {
      await on.button.join();
      await until(() => on.text().startsWith('Sign in'));
    },
  },
  'with a tab that was blocked': {
    now: startsAt,
    credential: 'amira',
    then: async (on) => {
      await on.button.join();
      await until(() => on.text().includes('Your place is kept until'));
    },
  },
  'with a backend that does not answer': {
    now: startsAt,
    then: async (on) => {
      on.adapter.setFailure(new VirtualEventError('unavailable'));
      await until(() => on.text().includes('Tries by itself'));
    },
  },
};

describe('<event-join-button> in four more languages', () => {
  const open = window.open.bind(window);
  before(() => (window.open = () => null));
  after(() => (window.open = open));
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  for (const [state, { then, ...options }] of Object.entries(states)) {
    it(`says no English word ${state}`, async () => {
      const on = await stage(options);
      await then?.(on);
      await speaksAll(on.button);
    });
  }

  it('says none in the waiting room', async () => {
    const on = await stage({ now: startsAt - minute, config: { waitingRoomEnabled: true }, credential: 'amira' });
    window.open = () => ({ document: null, location: { replace: () => {} } }) as unknown as Window;
    await on.button.join();
    window.open = () => null;
    await until(() => on.text().startsWith('You are in the waiting room'));
    await until(() => on.text().includes('since'));
    await speaksAll(on.button);
  });

  it('says none without an event', async () => {
    const button = document.createElement('event-join-button');
    button.lang = 'fr';
    document.body.append(button);
    await until(() => button.shadowRoot!.textContent.includes('Il lui manque l’identifiant d’un événement.'));
    expect(saidBy(button).filter((piece) => /button|event\b|available/i.test(piece))).to.deep.equal([]);
    button.remove();
  });

  it('opens the room in the language of the button', async () => {
    const on = await stage({ now: startsAt, credential: 'amira' });
    on.button.lang = 'ar';
    await until(() => on.text().includes('الانضمام'));
    await on.button.join();
    await until(() => on.part('button')?.hasAttribute('href') === true);
    const room = new URL(on.part('button')!.getAttribute('href')!);
    expect(room.searchParams.get('lang')).to.equal('ar');
  });
});

import { expect } from '@open-wc/testing';
import { findingWords } from '../../../src/components/virtual-event-config/finding-words.js';
import { fixWords } from '../../../src/components/virtual-event-config/fix-words.js';
import { findingCodes, fixCodes, type EventVirtualConfig } from '../../../src/core/index.js';
import { control, OnForm, plain } from './config-form-stage.js';
import { stage } from './saving-stage.js';

const online = (config: object = {}): Promise<OnForm> =>
  control({ value: JSON.stringify({ attendanceType: 'virtual', virtualConfig: config }) });

const config = (on: OnForm): EventVirtualConfig => on.element.value!.virtualConfig;

const helpOf = (on: OnForm, id: string): string =>
  on
    .control(id)
    .getAttribute('aria-describedby')!
    .split(' ')
    .map((described) => plain(on.find(`#${described}`)))
    .join(' ');

describe('<virtual-event-config>: its switches', () => {
  const switches = [
    ['waitingRoomEnabled', 'Waiting room'],
    ['e2eeRequired', 'End-to-end encryption'],
    ['recordingEnabled', 'Recording'],
    ['breakoutRoomsEnabled', 'Use breakout rooms'],
  ] as const;

  for (const [field, name] of switches) {
    it(`sets ${field} by a switch with a name and a line of help`, async () => {
      const on = await online();
      const one = on.control(field);
      expect(one.type).to.equal('checkbox');
      expect(one.getAttribute('role')).to.equal('switch');
      expect([...one.labels!].map(plain)).to.deep.equal([name]);
      expect(helpOf(on, field).length).to.be.greaterThan(10);
      await on.toggle(field);
      expect(config(on)[field]).to.equal(true);
      await on.toggle(field);
      expect(config(on)[field]).to.equal(false);
    });
  }

  it('asks about consent only where there is something to consent to, and forgets no answer', async () => {
    const on = await online({ recordingEnabled: true, recordingConsentRequired: true });
    expect(on.control('recordingConsentRequired').checked).to.equal(true);
    await on.toggle('recordingEnabled');
    expect(on.find('#recordingConsentRequired')).to.equal(null);
    expect(config(on).recordingConsentRequired).to.equal(true);
    await on.toggle('recordingEnabled');
    expect(on.control('recordingConsentRequired').checked).to.equal(true);
  });

  it('fires input and change once for each turn, with what is set by then', async () => {
    const on = await online();
    const fired: string[] = [];
    for (const type of ['input', 'change']) {
      on.element.form!.addEventListener(type, () => fired.push(`${type} ${config(on).e2eeRequired}`));
    }
    await on.toggle('e2eeRequired');
    expect(fired).to.deep.equal(['input true', 'change true']);
  });

  it('keeps off what the backend does not offer, says so, and keeps the focus', async () => {
    const { on } = await stage({ features: ['recording'] });
    const one = on.control('waitingRoomEnabled');
    expect(one.getAttribute('aria-disabled')).to.equal('true');
    expect(helpOf(on, 'waitingRoomEnabled')).to.equal('This event’s server does not offer it.');
    one.focus();
    await on.toggle('waitingRoomEnabled');
    expect(one.checked).to.equal(false);
    expect(config(on).waitingRoomEnabled).to.equal(false);
    expect(on.focused()).to.equal('waitingRoomEnabled');
    await on.toggle('recordingEnabled');
    expect(config(on).recordingEnabled).to.equal(true);
  });
});

describe('<virtual-event-config>: what it shows and does not take', () => {
  it('shows the room’s id once there is one', async () => {
    expect((await online()).find('code')).to.equal(null);
    expect(plain((await online({ conferenceRoomId: 'spring-7f2' })).find('code'))).to.equal('spring-7f2');
  });

  it('links to the recording, in a tab that knows nothing of this one', async () => {
    const on = await online({ recordingUrl: 'https://recordings.example/a?b=c' });
    const link = on.find('[part="recording"]') as HTMLAnchorElement;
    expect(link.href).to.equal('https://recordings.example/a?b=c');
    expect([link.target, link.rel]).to.deep.equal(['_blank', 'noopener noreferrer']);
  });

  for (const recordingUrl of [
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'https://a:b@c.example',
  ]) {
    it(`makes no link of ${JSON.stringify(recordingUrl)}`, async () => {
      const on = await online({ recordingUrl });
      expect(on.find('a')).to.equal(null);
      expect(plain(on.find('.form'))).to.contain('not one that is safe to open');
      expect(config(on).recordingUrl).to.equal(recordingUrl);
    });
  }
});

describe('<virtual-event-config>: findings at their controls', () => {
  it('offers a button for each way out, and brings the focus to the control', async () => {
    const on = await online({ e2eeRequired: true, recordingEnabled: true, recordingConsentRequired: true });
    expect(on.control('recordingEnabled').getAttribute('aria-invalid')).to.equal('true');
    expect(helpOf(on, 'recordingEnabled')).to.contain('cannot be recorded by the server');
    expect(on.element.checkValidity()).to.equal(false);
    expect(on.advice()).to.include(
      'An end-to-end encrypted call cannot be recorded by the server, which sees nothing of it. No recording No encryption',
    );
    await on.press('No recording');
    expect(config(on)).to.include({ e2eeRequired: true, recordingEnabled: false });
    expect(on.focused()).to.equal('recordingEnabled');
    expect(on.element.checkValidity()).to.equal(true);
  });

  it('keeps the focus inside when a fix takes its own control away', async () => {
    const on = await online({ recordingEnabled: true });
    await on.press('No recording');
    expect(on.find('#recordingConsentRequired')).to.equal(null);
    expect(on.focused()).to.equal('recordingEnabled');
  });

  it('moves the focus to a switch that keeps the form from being sent', async () => {
    const on = await online({ e2eeRequired: true, recordingEnabled: true });
    expect(on.element.form!.reportValidity()).to.equal(false);
    expect(on.focused()).to.equal('recordingEnabled');
  });

  it('has a screen reader say an error that comes, and none that was there from the start', async () => {
    const on = await online({ recordingEnabled: true, recordingConsentRequired: true, maxVirtualAttendees: 0 });
    const said = on.find('#said')!;
    expect(said.getAttribute('role')).to.equal('status');
    expect(plain(said)).to.equal('');
    await on.toggle('e2eeRequired');
    expect(plain(said)).to.equal(
      'An end-to-end encrypted call cannot be recorded by the server, which sees nothing of it.',
    );
  });

  it('says also what has no control in sight, with what mends it', async () => {
    const on = await online({
      breakoutConfig: { enabled: true, autoAssign: true, allowSelfSelect: true, duration: 9999 },
    });
    expect(on.advice()).to.deep.equal(['Enter a whole number from 1 to 480. Make it 480']);
    await on.press('Make it 480');
    expect(config(on).breakoutConfig!.duration).to.equal(480);
    expect(on.element.checkValidity()).to.equal(true);
  });

  it('has words for every code', () => {
    const params = {
      min: 1,
      max: 2,
      rsvps: 3,
      places: 2,
      inside: 4,
      people: 5,
      rooms: 6,
      names: 7,
      event: 8,
      duration: 9,
    };
    const all = { ...params, minutes: 5, name: 'Dues', feature: 'e2ee' };
    const words = [
      ...findingCodes.map((code) => findingWords({ code, severity: 'error', field: 'x', params: all }, 'en')),
      ...fixCodes.map((code) =>
        fixWords({ code, patch: { virtualConfig: { autoStartMinutes: 9 } }, params: all }, 'en'),
      ),
    ];
    for (const said of words) {
      expect(said).to.match(/^\S.*\S$/);
      expect(said).to.not.match(/undefined|NaN|null|\{\d\}/);
    }
    expect(new Set(words.slice(0, findingCodes.length)).size).to.equal(findingCodes.length);
  });
});

import { expect } from '@open-wc/testing';
import { formatTime } from '../../../src/locales/format.js';
import { endsAt, minute, startsAt } from '../../core/sample-event.js';
import { until } from '../../until.js';
import { control, hybrid, plain } from './config-form-stage.js';

const timing = {
  'starts-at': String(startsAt),
  'ends-at': new Date(endsAt).toISOString(),
  'time-zone': 'Asia/Kathmandu',
};
const time = (moment: number): string => formatTime('en-GB', moment, 'Asia/Kathmandu');
const value = JSON.stringify(hybrid);

describe('<virtual-event-config>: what it shows', () => {
  it('shows the room only where there is one, and says so', async () => {
    const on = await control({ value: '{"attendanceType":"in-person"}' });
    expect(on.find('section')).to.equal(null);
    expect(on.summary()).to.equal('People meet at the venue, and there is no room online.');
    await on.choose('virtual');
    const headings = [...on.element.renderRoot.querySelectorAll('h3')].map(plain);
    expect(headings).to.deep.equal(['Start from', 'Room', 'Privacy', 'Breakout rooms']);
    await on.enter('maxVirtualAttendees', '12');
    await on.choose('in-person');
    expect(on.summary()).to.contain('What you set for it before is kept.');
  });

  it('says when the doors open in the event’s zone, across its odd offset', async () => {
    const on = await control({ value, ...timing });
    expect(plain(on.find('#autoStartMinutes-help'))).to.equal(
      `Minutes before the start: at ${time(startsAt - 15 * minute)}, Kathmandu time.`,
    );
    await on.enter('autoStartMinutes', '45');
    expect(on.summary()).to.equal(
      `The room opens at ${time(startsAt - 45 * minute)}. People come in by themselves. Online, there is a place for everyone.`,
    );
    const strip = on.find('[part="strip"]')!;
    expect(strip.getAttribute('aria-label')).to.equal(
      `Doors ${time(startsAt - 45 * minute)}, start ${time(startsAt)}, end Sun ${time(endsAt)}`,
    );
    expect(strip.style.getPropertyValue('--_before')).to.equal('45fr');
    expect(strip.hasAttribute('part')).to.equal(true);
  });

  it('joins doors and start in the strip where they are one', async () => {
    const on = await control({ value, ...timing });
    await on.enter('autoStartMinutes', '0');
    expect(plain(on.find('[part="strip"]'))).to.contain(`${time(startsAt)} Doors and start`);
  });

  it('speaks of minutes where it knows no times', async () => {
    const on = await control({ value });
    expect(on.summary()).to.match(/^The room opens 15 minutes before the start\./);
    await on.enter('autoStartMinutes', '0');
    expect(on.summary()).to.match(/^The room opens at the start\./);
    expect(on.find('[part="strip"]')).to.equal(null);
  });

  for (const wrong of [
    { 'starts-at': 'soon' },
    { 'time-zone': 'Moon/Tranquility' },
    { 'starts-at': String(endsAt), 'ends-at': String(startsAt) },
    { 'starts-at': '1e400' },
  ]) {
    it(`goes on with ${JSON.stringify(wrong)}`, async () => {
      const on = await control({ value, ...timing, ...wrong });
      expect(on.summary()).to.match(/^The room opens/);
    });
  }

  it('warns where more said they will come than fit, and mends it', async () => {
    const on = await control({ value, 'rsvp-count': '64' });
    await on.enter('maxVirtualAttendees', '50');
    expect(on.advice()).to.deep.equal([
      '64 people have said they will come, 14 more than fit online. Raise to 64 No limit',
    ]);
    expect(on.element.checkValidity()).to.equal(true);
    const fired: string[] = [];
    for (const type of ['input', 'change']) on.element.addEventListener(type, () => fired.push(type));
    await on.press('Raise to 64');
    expect(on.element.value?.virtualConfig.maxVirtualAttendees).to.equal(64);
    expect(on.field('maxVirtualAttendees').value).to.equal('64');
    expect(on.advice()).to.deep.equal([]);
    expect(fired).to.deep.equal(['input', 'change']);
  });

  it('offers only what would do', async () => {
    const on = await control({ value, 'rsvp-count': '2000' });
    await on.enter('maxVirtualAttendees', '1000');
    expect(on.advice()).to.deep.equal(['2,000 people have said they will come, 1,000 more than fit online. No limit']);
  });

  it('warns where the doors would be open already', async () => {
    const soon = Date.now() + 10 * minute;
    const on = await control({ value, 'starts-at': String(soon), 'ends-at': String(soon + 60 * minute) });
    expect(on.advice().join()).to.contain('the doors are open already');
    await on.enter('autoStartMinutes', '5');
    expect(on.advice()).to.deep.equal([]);
  });

  it('asks for a choice where nothing is chosen yet', async () => {
    const on = await control({ required: '' });
    expect(on.summary()).to.equal('Choose how people can take part.');
  });

  it('speaks the page’s language, also in its figures', async () => {
    const on = await control({ value, lang: 'de' });
    await until(() => on.find('#maxVirtualAttendees') !== null);
    await on.enter('maxVirtualAttendees', '1001');
    expect(on.advice()).to.deep.equal(['Geben Sie eine ganze Zahl von 1 bis 1.000 ein. Auf 1.000 setzen']);
  });
});

import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { moved, namesFrom } from '../../../src/components/virtual-event-config/room-names.js';
import type { BreakoutRoomConfig } from '../../../src/core/index.js';
import { control, OnForm, plain } from './config-form-stage.js';

const roomNames = ['Dues', 'Jetty', 'Boats'];

const breakouts = (config: object = {}): Promise<OnForm> =>
  control({
    value: JSON.stringify({
      attendanceType: 'virtual',
      virtualConfig: {
        breakoutRoomsEnabled: true,
        breakoutConfig: { enabled: true, autoAssign: true, allowSelfSelect: false, roomCount: 3, ...config },
      },
    }),
  });

const held = (on: OnForm): BreakoutRoomConfig => on.element.value!.virtualConfig.breakoutConfig!;
const said = (on: OnForm): string => plain(on.find('#said'));

const type = async (on: OnForm, id: string, text: string): Promise<void> => {
  const field = on.control(id);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await on.element.updateComplete;
};

const pasteInto = async (on: OnForm, id: string, text: string): Promise<boolean> => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true });
  // In the constructor Firefox takes it and keeps what is in it to itself.
  Object.defineProperty(event, 'clipboardData', { value: clipboardData });
  const isLeft = on.control(id).dispatchEvent(event);
  await on.element.updateComplete;
  return isLeft;
};

describe('<virtual-event-config>: breakout rooms', () => {
  it('shows what they are like only while there are any, and keeps it', async () => {
    const on = await breakouts({ roomNames, duration: 20, later: 1 });
    const before = held(on);
    await on.toggle('breakoutRoomsEnabled');
    expect(on.find('#roomCount')).to.equal(null);
    expect(held(on)).to.deep.equal({ ...before, enabled: false });
    await on.choose('in-person');
    await on.choose('hybrid');
    await on.toggle('breakoutRoomsEnabled');
    expect(held(on)).to.deep.equal(before);
    expect(on.control('room-2').value).to.equal('Boats');
  });

  it('begins with rooms that can be saved', async () => {
    const on = await control({ value: '{"attendanceType":"virtual"}' });
    await on.toggle('breakoutRoomsEnabled');
    expect(held(on)).to.deep.equal({ enabled: true, autoAssign: true, allowSelfSelect: false, roomCount: 2 });
    expect(on.element.checkValidity()).to.equal(true);
  });

  it('sets who goes where, and for how long', async () => {
    const on = await breakouts();
    await on.toggle('allowSelfSelect');
    await on.press('Only let them choose');
    await on.enter('duration', '25');
    expect(held(on)).to.deep.include({ autoAssign: false, allowSelfSelect: true, duration: 25 });
    await on.enter('duration', '');
    expect(held(on)).to.not.have.property('duration');
    expect(on.summary()).to.contain('There are 3 breakout rooms.');
  });

  it('gives names, takes them away, and has them again', async () => {
    const on = await breakouts();
    await on.press('Name them');
    expect(held(on).roomNames).to.deep.equal(['Room 1', 'Room 2', 'Room 3']);
    expect(on.focused()).to.equal('room-0');
    await sendKeys({ type: 'Dues' });
    expect(held(on).roomNames![0]).to.equal('Dues');
    await on.press('Without names');
    expect(held(on)).to.not.have.property('roomNames');
    expect(on.focused()).to.equal('nameRooms');
    await on.press('Name them');
    expect(held(on).roomNames).to.deep.equal(['Dues', 'Room 2', 'Room 3']);
  });

  it('adds a room with a name that the next key replaces', async () => {
    const on = await breakouts({ roomNames });
    await on.press('Add a room');
    expect(held(on)).to.deep.include({ roomCount: 4, roomNames: [...roomNames, 'Room 4'] });
    expect(on.field('roomCount').value).to.equal('4');
    expect(on.focused()).to.equal('room-3');
    expect(said(on)).to.equal('Room 4 is added.');
    await sendKeys({ type: 'Camp' });
    expect(held(on).roomNames!.at(-1)).to.equal('Camp');
  });

  it('removes a room, with the focus on the button in its place, and no more than may be', async () => {
    const on = await breakouts({ roomNames });
    await on.toggle('remove-1');
    expect(held(on)).to.deep.include({ roomCount: 2, roomNames: ['Dues', 'Boats'] });
    expect(on.focused()).to.equal('remove-1');
    expect(said(on)).to.equal('Jetty is removed.');
    expect(on.control('remove-1').getAttribute('aria-disabled')).to.equal('true');
    await on.toggle('remove-1');
    expect(held(on).roomNames).to.deep.equal(['Dues', 'Boats']);
  });

  it('moves the focus to the last row when the last one is removed', async () => {
    const on = await breakouts({ roomNames });
    await on.toggle('remove-2');
    expect(on.focused()).to.equal('remove-1');
  });

  it('moves names by buttons, which keep the focus', async () => {
    const on = await breakouts({ roomNames });
    await on.toggle('down-0');
    expect(held(on).roomNames).to.deep.equal(['Jetty', 'Dues', 'Boats']);
    expect(on.focused()).to.equal('down-1');
    expect(said(on)).to.equal('Dues is now number 2.');
    await on.toggle('up-1');
    await on.toggle('up-0');
    expect(held(on).roomNames).to.deep.equal(roomNames);
    expect(on.focused()).to.equal('up-0');
  });

  it('moves names by keyboard, in their fields', async () => {
    const on = await breakouts({ roomNames });
    on.control('room-2').focus();
    await sendKeys({ down: 'Alt' });
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ up: 'Alt' });
    await on.element.updateComplete;
    expect(held(on).roomNames).to.deep.equal(['Boats', 'Dues', 'Jetty']);
    expect(on.focused()).to.equal('room-0');
    expect(on.control('room-0').value).to.equal('Boats');
  });

  it('takes a list that is pasted into a name, and leaves a word to the field', async () => {
    const on = await breakouts({ roomNames });
    expect(await pasteInto(on, 'room-1', 'Camp')).to.equal(true);
    expect(await pasteInto(on, 'room-1', '• Camp\r\n• Sails\r\n\r\n• Ropes')).to.equal(false);
    expect(held(on)).to.deep.include({ roomCount: 4, roomNames: ['Dues', 'Camp', 'Sails', 'Ropes'] });
    expect(on.focused()).to.equal('room-3');
  });

  it('takes names as one text, and nothing of it before it is used', async () => {
    const on = await breakouts({ roomNames });
    const fired: string[] = [];
    on.element.addEventListener('input', () => fired.push('input'));
    on.element.addEventListener('change', () => fired.push('change'));
    await on.press('Edit as a list');
    expect(on.focused()).to.equal('roomList');
    expect(on.control('roomList').value).to.equal('Dues\nJetty\nBoats');
    await type(on, 'roomList', 'Camp');
    expect(on.advice()).to.deep.equal([]);
    await on.press('Use these names (1)');
    expect(held(on).roomNames).to.deep.equal(roomNames);
    await type(on, 'roomList', '1. Camp\n2. Sails');
    expect(fired).to.deep.equal([]);
    await on.press('Use these names (2)');
    expect(held(on)).to.deep.include({ roomCount: 2, roomNames: ['Camp', 'Sails'] });
    expect(fired).to.deep.equal(['input', 'change']);
    expect(on.focused()).to.equal('room-0');
    await on.press('Edit as a list');
    await type(on, 'roomList', 'x\ny');
    await on.press('Cancel');
    expect(held(on).roomNames).to.deep.equal(['Camp', 'Sails']);
    expect(on.focused()).to.equal('editList');
  });

  it('corrects nobody in the middle of a name', async () => {
    const on = await breakouts({ roomNames });
    await type(on, 'room-1', 'Dues');
    expect(on.advice()).to.deep.equal([]);
    on.control('room-1').dispatchEvent(new Event('change'));
    await on.element.updateComplete;
    expect(on.advice()).to.deep.equal([
      'Two rooms are called “Dues”: people cannot tell them apart. Add numbers Go by numbers',
    ]);
    await on.press('Add numbers');
    expect(held(on).roomNames).to.deep.equal(['Dues', 'Dues 2', 'Boats']);
  });

  it('goes on with names that are none', async () => {
    const on = await breakouts({ roomNames: 7 });
    expect(on.element.checkValidity()).to.equal(false);
    expect(on.advice().join()).to.contain('not something it can be');
    await on.press('Leave it empty');
    expect(on.element.checkValidity()).to.equal(true);
  });
});

describe('names from a list', () => {
  it('are its lines, without bullets, numbers and emptiness, within the limits', () => {
    expect(namesFrom('- A\n2) B\n\n  3. C  \n10 km walk\tD')).to.deep.equal(['A', 'B', 'C', '10 km walk', 'D']);
    expect(namesFrom(Array.from({ length: 80 }, (_, at) => `Room ${at}`).join('\n'))).to.have.length(50);
    expect(namesFrom('x'.repeat(300))[0]).to.have.length(100);
  });

  it('move to any place', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).to.deep.equal(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 2, 0)).to.deep.equal(['c', 'a', 'b']);
  });
});

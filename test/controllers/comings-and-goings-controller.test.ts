import { expect } from '@open-wc/testing';
import { ComingsAndGoingsController } from '../../src/controllers/comings-and-goings-controller.js';
import { until } from '../until.js';
import { FakeHost } from './fake-host.js';

const person = (name: string, isLocal = false) => ({
  id: name,
  name,
  isLocal,
  microphone: true,
  camera: true,
  speaking: false,
});

describe('ComingsAndGoingsController', () => {
  let host: FakeHost;
  let controller: ComingsAndGoingsController;

  const look = (...names: string[]) => controller.look([person('Noor', true), ...names.map((name) => person(name))]);

  beforeEach(() => {
    host = new FakeHost();
    controller = new ComingsAndGoingsController(host);
  });

  it('says nothing of those who were there before, nor of oneself', async () => {
    look('Amira');
    look('Amira');
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(host.updates).to.equal(0);
    expect(controller.metOthers).to.equal(true);
  });

  it('tells what happens within a moment as one', async () => {
    look('Amira');
    look('Amira', 'Tomás');
    look('Amira', 'Tomás', 'Lena');
    look('Tomás', 'Lena');
    await until(() => host.updates > 0);
    expect(controller.news).to.deep.equal({ came: ['Tomás', 'Lena'], left: ['Amira'] });
    expect(host.updates).to.equal(1);
  });

  it('says nothing of someone who is back at once', async () => {
    look('Amira');
    look();
    look('Amira');
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(host.updates).to.equal(0);
  });

  it('begins anew with each call', async () => {
    look('Amira');
    controller.look(undefined);
    look('Tomás');
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(host.updates).to.equal(0);
  });

  it('is quiet once gone from the page', async () => {
    look('Amira');
    look();
    host.disconnect();
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(host.updates).to.equal(0);
  });
});

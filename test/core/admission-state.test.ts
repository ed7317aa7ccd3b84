import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  afterMove,
  hostDecisions,
  mayMove,
  roles,
  verdictOf,
  type AdmissionMove,
  type KeptAdmissionState,
} from '../../src/core/index.js';

const states: KeptAdmissionState[] = ['waiting', 'admitted', 'denied', 'removed', 'left'];
const moves: AdmissionMove[] = [...hostDecisions, 'leave'];

describe('afterMove', () => {
  const table: Record<AdmissionMove, Partial<Record<KeptAdmissionState, KeptAdmissionState>>> = {
    admit: { waiting: 'admitted', admitted: 'admitted' },
    deny: { waiting: 'denied', denied: 'denied' },
    remove: { waiting: 'removed', admitted: 'removed', denied: 'removed', removed: 'removed' },
    readmit: { waiting: 'waiting', denied: 'waiting', removed: 'waiting' },
    leave: { waiting: 'left', admitted: 'left', denied: 'left', removed: 'left', left: 'left' },
  };
  for (const move of moves) {
    for (const state of states) {
      const next = table[move][state] ?? null;
      it(`${state}, ${move}: ${next ?? 'cannot be'}`, () => {
        expect(afterMove(state, move)).to.equal(next);
      });
    }
  }

  it('leads nobody who was turned away back in but by readmitting, and nobody who left', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 12 }), (made) => {
        let state: KeptAdmissionState = 'waiting';
        for (const move of made) {
          const next: KeptAdmissionState = afterMove(state, move) ?? state;
          if (state === 'left') expect(next).to.equal('left');
          if ((state === 'denied' || state === 'removed') && (next === 'waiting' || next === 'admitted')) {
            expect(move).to.equal('readmit');
          }
          state = next;
        }
      }),
    );
  });
});

describe('mayMove', () => {
  it('lets hosts decide about attendees, and nobody about hosts', () => {
    for (const decision of hostDecisions) {
      for (const actor of roles) {
        for (const subject of roles) {
          const may = actor !== 'attendee' && subject === 'attendee';
          expect(mayMove(actor, decision, subject), `${actor} ${decision} ${subject}`).to.equal(may);
        }
      }
    }
  });

  it('lets everyone leave', () => {
    for (const role of roles) expect(mayMove(role, 'leave', role)).to.equal(true);
  });
});

it('who was readmitted counts as let in', () => {
  expect(verdictOf).to.deep.equal({ admit: 'admitted', deny: 'denied', remove: 'removed', readmit: 'admitted' });
});

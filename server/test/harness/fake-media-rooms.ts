import { VirtualEventError } from '../../../src/core/index.js';
import type { MediaParticipant, MediaRooms } from '../../src/livekit/media-rooms.js';

/** A media server of which only the door is there; tests say who is inside. */
export class FakeMediaRooms implements MediaRooms {
  readonly rooms = new Map<string, MediaParticipant[]>();
  readonly calls: string[] = [];
  isDown = false;

  async ensure(roomId: string): Promise<void> {
    this.#note(`ensure ${roomId}`);
    if (!this.rooms.has(roomId)) this.rooms.set(roomId, []);
  }

  async close(roomId: string): Promise<void> {
    this.#note(`close ${roomId}`);
    this.rooms.delete(roomId);
  }

  async remove(roomId: string, identity: string): Promise<void> {
    this.#note(`remove ${identity}`);
    const others = this.rooms.get(roomId)?.filter((participant) => participant.identity !== identity);
    if (others) this.rooms.set(roomId, others);
  }

  async participants(roomId: string): Promise<MediaParticipant[]> {
    this.#note(`participants ${roomId}`);
    return this.rooms.get(roomId) ?? [];
  }

  async isReachable(): Promise<boolean> {
    return !this.isDown;
  }

  count(call: string): number {
    return this.calls.filter((made) => made.startsWith(call)).length;
  }

  #note(call: string): void {
    if (this.isDown) throw new VirtualEventError('media-server-down');
    this.calls.push(call);
  }
}

/** A connection of someone whom the media server sees in a room. */
export interface MediaParticipant {
  /** The admission's id. */
  identity: string;
  /** Names this one connection. */
  sid: string;
  /** Epoch milliseconds. */
  joinedAt: number;
}

/** The port to the media server. Calls reject with `media-server-down` where it does not answer. */
export interface MediaRooms {
  /** Makes the room if it is not there. */
  ensure(roomId: string): Promise<void>;

  /** Ends the room for everyone inside; nothing happens where there is none. */
  close(roomId: string): Promise<void>;

  /** Puts someone out of the room; nothing happens where they are not in it. */
  remove(roomId: string, identity: string): Promise<void>;

  /** The people inside; nobody where there is no such room. */
  participants(roomId: string): Promise<MediaParticipant[]>;

  /** Whether the media server answers at all. */
  isReachable(): Promise<boolean>;
}

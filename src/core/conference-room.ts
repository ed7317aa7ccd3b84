/** A conference room that was made for an event. */
export interface EventConferenceRoom {
  conferenceRoomId: string;
  /** The address of the conference page. */
  joinUrl: string;
  /** Lets its holder lead the call, for backends that work with one. Ours goes by the credential's role. */
  hostKey?: string;
  isActive: boolean;
  participantCount: number;
  /** Epoch milliseconds. */
  createdAt: number;
}

/** How those who said they will come are reminded. */
export interface JoinReminderConfig {
  /** Minutes before the start. */
  minutesBefore: number;
  /** A sentence of the organizer's own. */
  message?: string;
}

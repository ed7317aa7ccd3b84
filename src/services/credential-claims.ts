/** What a credential says of itself. Nobody checked it here: good for finding one's way, not for trusting. */
export interface CredentialClaims {
  sub?: string;
  /** The events it is for; none named is any. */
  events?: readonly string[];
}

/** Reads what a JSON Web Token says; nothing where it is not one. */
export const claimsOf = (credential: string): CredentialClaims => {
  try {
    const payload = credential.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const { sub, event, events } = claims as Partial<Record<string, unknown>>;
    const named = [event, ...(Array.isArray(events) ? (events as unknown[]) : [])];
    const known = named.filter((id) => typeof id === 'string');
    return { ...(typeof sub === 'string' && { sub }), ...(known.length > 0 && { events: known }) };
  } catch {
    return {};
  }
};

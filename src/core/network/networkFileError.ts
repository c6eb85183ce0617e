/** A walking network file that cannot be used. The message is Norwegian: what is wrong, where, and what to do. */
export class NetworkFileError extends Error {
  override readonly name = 'NetworkFileError';
}

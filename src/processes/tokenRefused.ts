// The fault of a bot token that Telegram does not know.

/** The token was refused: nothing to wait for. */
export class TokenRefused extends Error {
  override name = "TokenRefused";
}

// The error of the embedded Bot API: what Telegram would have answered.

export interface ResponseParameters {
  readonly retry_after?: number;
  readonly migrate_to_chat_id?: number;
}

export class ApiError extends Error {
  override name = "ApiError";
  readonly code: number;
  readonly parameters: ResponseParameters | undefined;

  constructor(code: number, description: string, parameters?: ResponseParameters) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

/** A 400 in Telegram's words, after "Bad Request: ". */
export function badRequest(description: string): ApiError {
  return new ApiError(400, `Bad Request: ${description}`);
}

/** A 403 in Telegram's words, after "Forbidden: ". */
export function forbidden(description: string): ApiError {
  return new ApiError(403, `Forbidden: ${description}`);
}

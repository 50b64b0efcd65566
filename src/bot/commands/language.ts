// /language: the languages as buttons, without the way through the settings.
import type { Command } from "../command.ts";
import { languageScreen } from "../settings/choices.ts";
import type { ScreenNeeds } from "../settings/screen.ts";

export function createLanguageCommand(needs: ScreenNeeds): Command {
  return {
    name: "language",
    isListed: true,
    audience: "admins",
    run: async (request) => [languageScreen(needs, request)],
  };
}

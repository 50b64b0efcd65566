// English page words, compiled by hand from what news pages write around articles.
import type { PageWords } from "../pageWord.ts";

export const englishPageWords: PageWords = {
  parts: `site|website|page|link|links|newsletter|email|inbox|app|account|subscription|subscriber|subscribers|notification|notifications|alert|alerts|channel|comment|comments|article|story|content|post
    browser|cookie|cookies|privacy|download|video|clip|photo|poll|vote|reader|readers|advertisement|advertiser|password|login|archive|podcast|form|button`,
  places: "facebook|twitter|whatsapp|telegram|instagram|youtube|linkedin|google|android|iphone|ios",
  requests: `click|tap here|subscribe|sign up|log in|sign in|follow us|share this|join our|read more|read also|get the|don't miss|please|enter your|support our|tell us|let us know|send us|write to us|contact us`,
  openingRequests: "download|register|donate|watch|listen|refresh",
  maybeRequests: "follow|share|join|read|vote|send|save|choose|support|visit|check",
  yours: "your|yours",
  ours: "our newsletter|our app|our site|our website|our readers",
  phrases: `all rights reserved|terms of use|privacy policy|no part of this|may not be reproduced|this article|this story|this site|this website|this page|this content|views expressed|opinions expressed|do not necessarily reflect|editorial policy|was first published|last updated|members only|subscribers only|free articles|affiliate commission|cookie policy|additional reporting|reporting by|editing by`,
  notes: "is a writer|is a reporter|is a correspondent|is a journalist|is an editor|about the author",
};

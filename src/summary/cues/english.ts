// English news cues, compiled by hand from newsroom prose.
import type { Cues } from "../cue.ts";

export const englishCues: Cues = {
  decisions: `decided decide decision approved approve approval announced announce voted vote launched launch opened open ordered order banned ban
    signed sign agreed agree agreement adopted adopt awarded allocated plans planned cancelled raised cut closed placed won`,
  findings: `found find finding findings revealed reveal showed show shows rose rise fell fall increased decreased doubled recorded reached`,
  studies: "study survey report data results findings research trial",
  actors: `ministry minister council government authority board company university institute committee court agency union bank commission office department researchers scientists engineers`,
  units: `percent cent million billion thousand hundred euros dollars pounds crowns dinars pesos florins marks tons tonnes kilometres miles metres hectares litres years months weeks days hours people`,
  future: "will shall expected",
};

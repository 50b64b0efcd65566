// Furniture rules of the tests: one of each place and reach.
import type { FurnitureRule } from "../../src/articles/step.ts";

export const rules: readonly FurnitureRule[] = [
  { id: "share", where: "anywhere", pattern: /^(شارك|طباعة)$/, drops: "line" }, // "share", "print"
  { id: "home", where: "top", pattern: /^الرئيسية$/, drops: "line" }, // "home"
  { id: "most-read", where: "bottom", pattern: /^الأكثر قراءة$/g, drops: "rest" }, // "most read"
  { id: "copyright", where: "bottom", pattern: /^جميع الحقوق محفوظة/, drops: "line" }, // "all rights reserved"
];

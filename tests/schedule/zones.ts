// The zones in which the calendar is tried in full.

/** The zones of the Arab countries, and four with clocks of their own kind. */
export const calendarZones = [
  ...["Algiers", "Cairo", "Casablanca", "Djibouti", "El_Aaiun", "Khartoum", "Mogadishu", "Nouakchott"],
  ...["Tripoli", "Tunis"],
].map((city) => `Africa/${city}`);
calendarZones.push(
  ...["Aden", "Amman", "Baghdad", "Bahrain", "Beirut", "Damascus", "Dubai", "Gaza", "Hebron", "Kuwait"].map(
    (city) => `Asia/${city}`,
  ),
  ...["Asia/Muscat", "Asia/Qatar", "Asia/Riyadh", "Indian/Comoro"],
  ...["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia"],
);
